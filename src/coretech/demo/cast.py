"""Who stands on the stage: accounts named by role, with no real person behind them."""

from dataclasses import dataclass

from coretech.law.terms import Category, Group

_CATEGORY_OF_SEAT = (
    *[
        (Category.FUNDING_AGENCY, code)
        for code in ("nstc", "moea", "mnd", "moa", "moda", "mohw", "moe", "motc")
    ],
    *[(Category.PUBLIC_INSTITUTE, code) for code in ("sinica", "nusc", "moi")],
    *[(Category.SECURITY_AND_JUSTICE, code) for code in ("nsb", "mac", "moj", "mjib")],
    *[(Category.SCHOLAR, None)] * 6,
    *[(Category.INDUSTRY, None)] * 4,
)


@dataclass(frozen=True, slots=True)
class Member:
    """One council seat on the stage; ``agency`` is the body a representative comes from."""

    number: int
    category: Category
    agency: str | None

    @property
    def account(self) -> str:
        """The account's name, such as ``member-07``."""
        return f"member-{self.number:02d}"

    @property
    def names(self) -> tuple[str, str]:
        """The role as a name, in both languages; seat 1 is the convener's."""
        if self.number == 1:
            return "召集人（示範）", "Convener (demonstration)"
        return f"委員{self.number:02d}（示範）", f"Member {self.number:02d} (demonstration)"


COUNCIL = tuple(Member(place, *seat) for place, seat in enumerate(_CATEGORY_OF_SEAT, start=1))

PANEL_GROUPS = (
    Group.AGENCY,
    Group.AGENCY,
    Group.AGENCY,
    Group.EXPERT,
    Group.EXPERT,
    Group.EXPERT,
    Group.EXPERT,
    Group.INDUSTRY,
    Group.INDUSTRY,
)

AUTHORITIES = ("nstc", "mnd", "moa", "moea", "moda")
"""The agencies that have an officer and a panel on the stage: the authorities of the first list."""

REPORTING = ("nstc", "moea", "moda", "mohw", "ndc")
"""The agencies that report on the programme on the stage, each with an officer and a head who signs."""

CONTROLLERS = {"controller-ndc-1": "ndc", "controller-ndc-2": "ndc", "controller-nstc-1": "nstc"}
"""Who controls plans, with the agency; two at the one that reports to itself."""

CONTROLLER = "controller-ndc-1"
SECOND_CONTROLLER = "controller-ndc-2"
PLAN_CONTROLLER = "controller-nstc-1"

EXPERTS = ("expert-1", "expert-2")
"""Who evaluates the programme; the second one has an interest in a measure."""

SEATED = "nstc"
"""The agency whose panel's members have accounts, so that a panel can really meet on the stage."""


def panel_account(agency: str, number: int) -> str | None:
    """The account of a panel's seat, such as ``panel-nstc-01``; None for the panels that do not meet on the stage."""
    return f"panel-{agency}-{number:02d}" if agency == SEATED else None


OFFICE = "office"
ANNOUNCER = "announcer"
ADMINISTRATOR = "administrator"
UNSIGNED = "member-07"
"""The member who has not signed the agreement yet, so that the step can be seen."""

CHAIR = COUNCIL[0].account
"""The convener, who presides."""

RECUSED = COUNCIL[16].account
"""The member who declares an interest in the play, and steps aside."""

SENT_FOR = COUNCIL[1].account
"""The agency's representative who asks for leave in the play."""

SENDING = f"agency-{COUNCIL[1].agency}"
"""The officer of that agency, who sends a stand-in: this time the officer comes."""
