"""The words for the law's closed lists, and for lists of them."""

from collections.abc import Iterable
from enum import Enum

from coretech.kit.sentence import Sentence
from coretech.law import terms

WORDS: tuple[tuple[Enum, Sentence], ...] = (
    (terms.Category.FUNDING_AGENCY, Sentence("出資機關（第1類）", "funding agencies (category 1)")),
    (terms.Category.PUBLIC_INSTITUTE, Sentence("公立研究機關（第2類）", "public institutes (category 2)")),
    (
        terms.Category.SECURITY_AND_JUSTICE,
        Sentence(
            "國防、情報、治安、大陸事務及司法（第3類）",
            "defence, intelligence, police, mainland affairs and justice (category 3)",
        ),
    ),
    (terms.Category.SCHOLAR, Sentence("專家學者（第4類）", "scholars (category 4)")),
    (terms.Category.INDUSTRY, Sentence("產業專家（第5類）", "industry experts (category 5)")),
    (terms.Post.MINISTER, Sentence("國科會主任委員", "the NSTC's minister")),
    (terms.Post.DEPUTY_MINISTER, Sentence("國科會副主任委員", "the NSTC's deputy minister")),
    (terms.TermRole.COUNCIL_MEMBER, Sentence("審議會委員", "a council member")),
    (terms.TermRole.ADVISER, Sentence("諮詢委員", "an adviser")),
    (terms.Payment.MONTHLY_SALARY, Sentence("月薪", "a monthly salary")),
    (terms.Payment.ATTENDANCE_FEE, Sentence("出席費", "an attendance fee")),
    (terms.Payment.TRAVEL, Sentence("交通費", "travel costs")),
    (terms.Payment.REVIEW_FEE, Sentence("審查費", "a review fee")),
    (terms.Part.DESCRIPTION, Sentence("技術描述", "the description")),
    (terms.Part.CHARACTERISTICS, Sentence("技術特徵", "the characteristics")),
    (terms.Part.FUNCTIONS, Sentence("技術功能", "the functions")),
    (terms.Part.DEFINITION, Sentence("符合定義之說明", "the statement on the definition")),
    (terms.Part.STAKEHOLDER_VIEWS, Sentence("利害關係人意見", "the stakeholders' views")),
    (terms.Part.OTHER_REFERENCES, Sentence("其他參考資料", "other references")),
    (terms.Harm.NATIONAL_SECURITY, Sentence("國家安全", "national security")),
    (terms.Harm.INDUSTRIAL_COMPETITIVENESS, Sentence("產業競爭力", "industrial competitiveness")),
    (terms.Harm.ECONOMIC_DEVELOPMENT, Sentence("經濟發展", "economic development")),
    (terms.Limb.CONTROL, Sentence("應進行管制", "control is called for")),
    (terms.Limb.LEADERSHIP, Sentence("可促成領導型技術", "it makes for leading technology")),
    (terms.Group.AGENCY, Sentence("機關（構）代表", "agency representatives")),
    (terms.Group.EXPERT, Sentence("專家學者", "experts")),
    (terms.Group.INDUSTRY, Sentence("產業界人士", "people from industry")),
    (terms.PanelQuorum.HALF, Sentence("二分之一以上", "half or more")),
    (terms.PanelQuorum.MORE_THAN_HALF, Sentence("過半數", "more than half")),
    (terms.PanelQuorum.TWO_THIRDS, Sentence("三分之二以上", "two thirds or more")),
    (
        terms.PanelMajority.MORE_THAN_HALF,
        Sentence("出席過半數同意", "more than half of those attending"),
    ),
    (terms.PanelMajority.VOTES_CAST, Sentence("同意多於反對", "more for than against")),
    (
        terms.PanelMajority.TWO_THIRDS,
        Sentence("出席三分之二以上同意", "two thirds or more of those attending"),
    ),
    (terms.Ground.HOLDER_REQUEST, Sentence("持有者請求", "a holder's request")),
    (terms.Ground.ENVIRONMENT_CHANGED, Sentence("產業環境或技術已變化", "a changed industry or technology")),
    (terms.Tie.BLOOD, Sentence("血親", "blood")),
    (terms.Tie.AFFINITY, Sentence("姻親", "affinity")),
    (terms.BodyKind.FUNDING_AGENCY, Sentence("出資機關", "an agency that funds research")),
    (terms.BodyKind.PUBLIC_INSTITUTE, Sentence("公立研究機關", "a public research institute")),
    (terms.BodyKind.OTHER, Sentence("其他機關", "another body")),
    (terms.Forum.COUNCIL, Sentence("審議會", "the council")),
    (terms.Forum.PANEL, Sentence("專家審查會", "the expert panel")),
)

# Keyed by kind as well: members of two number enumerations are equal where their numbers are.
NAMES = {(type(member), member.value): words for member, words in WORDS}


def named(member: Enum) -> Sentence:
    """A member of a closed list in words."""
    return NAMES[type(member), member.value]


def listed(members: Iterable[Enum]) -> Sentence:
    """Several in words, in the order given; ``無``, ``none`` for none."""
    names = [named(member) for member in members] or [Sentence("無", "none")]
    return Sentence("、".join(name.zh for name in names), ", ".join(name.en for name in names))


def people(count: int) -> str:
    """``1 person``, ``2 people``."""
    return f"{count} person" if count == 1 else f"{count} people"


def members(count: int) -> str:
    """``1 member``, ``2 members``."""
    return f"{count} member" if count == 1 else f"{count} members"
