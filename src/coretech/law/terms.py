"""The closed lists of the law: who, what, which; each value as the contract spells it."""

from enum import IntEnum, StrEnum


class Category(IntEnum):
    """The five categories of council members (art. 3.1)."""

    FUNDING_AGENCY = 1
    PUBLIC_INSTITUTE = 2
    SECURITY_AND_JUSTICE = 3
    SCHOLAR = 4
    INDUSTRY = 5


class Post(StrEnum):
    """The post of whoever convenes the council (art. 3.1)."""

    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"


class TermRole(StrEnum):
    """Who serves for a term (arts. 3.3, 4.3)."""

    COUNCIL_MEMBER = "council_member"
    ADVISER = "adviser"


class Payment(StrEnum):
    """What a council member might be paid (art. 3.2)."""

    MONTHLY_SALARY = "monthly_salary"
    ATTENDANCE_FEE = "attendance_fee"
    TRAVEL = "travel"
    REVIEW_FEE = "review_fee"


class Voter(StrEnum):
    """Whoever might cast a ballot in the council (art. 5)."""

    MEMBER = "member"
    CONVENER = "convener"
    STAND_IN = "stand_in"
    OBSERVER = "observer"


class Designator(StrEnum):
    """Who sent a stand-in (art. 5.4)."""

    BODY = "body"
    MEMBER = "member"


class Signer(StrEnum):
    """Who signed a confidentiality agreement: the person bound by it, or somebody else (art. 11)."""

    SELF = "self"
    OTHER = "other"


class Step(StrEnum):
    """One step from a person to a relative; a sibling is a parent's child."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    FORMER_SPOUSE = "former_spouse"
    PARTNER = "partner"


class Tie(StrEnum):
    """How two persons are related under the Civil Code (arts. 967 to 971)."""

    SELF = "self"
    SPOUSE = "spouse"
    BLOOD = "blood"
    AFFINITY = "affinity"
    NONE = "none"


class Forum(StrEnum):
    """Where a matter is dealt with."""

    COUNCIL = "council"
    PANEL = "panel"


class Matter(StrEnum):
    """What is decided about an item."""

    IDENTIFY = "identify"
    CHANGE = "change"


class Part(StrEnum):
    """The parts of a dossier, in the order of article 7.1."""

    DESCRIPTION = "description"
    CHARACTERISTICS = "characteristics"
    FUNCTIONS = "functions"
    DEFINITION = "definition"
    STAKEHOLDER_VIEWS = "stakeholder_views"
    OTHER_REFERENCES = "other_references"


class Via(StrEnum):
    """Where a dossier was handed in (art. 7.1)."""

    OFFICE = "office"
    COUNCIL = "council"


class Submitter(StrEnum):
    """Who submits a dossier (arts. 7.1, 7.2)."""

    AGENCY = "agency"
    OFFICE = "office"


class Harm(StrEnum):
    """What an outflow would gravely harm (National Security Act art. 3.3)."""

    NATIONAL_SECURITY = "national_security"
    INDUSTRIAL_COMPETITIVENESS = "industrial_competitiveness"
    ECONOMIC_DEVELOPMENT = "economic_development"


class Limb(IntEnum):
    """The two limbs of the definition (National Security Act art. 3.3), one of which must be met."""

    CONTROL = 1
    LEADERSHIP = 2


class PanelConvener(StrEnum):
    """Who convenes an expert panel (art. 8.2)."""

    HEAD = "head"
    STAFF_DELEGATE = "staff_delegate"
    OUTSIDE_DELEGATE = "outside_delegate"


class PanelQuorum(StrEnum):
    """How many of a panel's members must attend, as its agency settles it (art. 8.3)."""

    HALF = "half"
    MORE_THAN_HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"


class PanelMajority(StrEnum):
    """How many must be for it in a panel, as its agency settles it (art. 8.3)."""

    MORE_THAN_HALF = "more_than_half"
    VOTES_CAST = "votes_cast"
    TWO_THIRDS = "two_thirds"


class Group(StrEnum):
    """The groups panel members come from (art. 8.2)."""

    AGENCY = "agency"
    EXPERT = "expert"
    INDUSTRY = "industry"


class BodyKind(StrEnum):
    """Which bodies the inventory binds (art. 9)."""

    FUNDING_AGENCY = "funding_agency"
    PUBLIC_INSTITUTE = "public_institute"
    OTHER = "other"


class Ground(StrEnum):
    """Why an item needs identifying or changing (art. 10.2)."""

    HOLDER_REQUEST = "holder_request"
    ENVIRONMENT_CHANGED = "environment_changed"
    NONE = "none"


class Announcer(StrEnum):
    """Who announced (art. 6)."""

    EXECUTIVE_YUAN = "executive_yuan"
    NSTC = "nstc"
