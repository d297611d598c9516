"""One deadline: what, whose, until when, and where to go; fit for a calendar that others may read."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.duties.kinds import KINDS, Kind, What
from coretech.apps.people.models import Agency
from coretech.kit.sentence import Sentence
from coretech.law.access import Role

SOON = dt.timedelta(days=7)
"""How long before its day a deadline asks for attention, and a calendar rings."""


class Urgency(StrEnum):
    """How a deadline stands on a day, the most pressing first."""

    OVERDUE = "overdue"
    SOON = "soon"
    COMING = "coming"
    NO_DAY = "no-day"


STATUSES = {
    Urgency.OVERDUE: Sentence("逾期", "Overdue"),
    Urgency.SOON: Sentence("七日內", "Within a week"),
    Urgency.COMING: Sentence("將到期", "Coming"),
    Urgency.NO_DAY: Sentence("未定期限", "No day set"),
}


class Side(StrEnum):
    """Who acts on a deadline; ``READER`` is whoever asked."""

    READER = "reader"
    AGENCY = "agency"
    OFFICE = "office"
    ANNOUNCER = "announcer"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose deadline it is; ``code`` is the agency's."""

    side: Side
    name: Sentence
    code: str = ""

    def is_reader(self, by: Acting) -> bool:
        """Whether the reader acts on it: in person, for an agency, in the Office, or as the announcer."""
        roles = by.standing.roles
        return {
            Side.READER: True,
            Side.AGENCY: self.code in by.standing.agencies,
            Side.OFFICE: Role.OFFICE in roles,
            Side.ANNOUNCER: Role.ANNOUNCER in roles,
        }[self.side]


READER = Owner(Side.READER, Sentence("您", "You"))
OFFICE = Owner(Side.OFFICE, Sentence("關鍵技術辦公室", "The Office"))
ANNOUNCER = Owner(Side.ANNOUNCER, Sentence("行政院公告承辦人", "The Executive Yuan's announcer"))


def agency_owner(agency: Agency, day: dt.date) -> Owner:
    """An agency, by its name on a day."""
    return Owner(Side.AGENCY, agency.name_on(day), agency.code)


def runner_of(body: Body, day: dt.date) -> Owner:
    """Who runs a body: its own agency a panel (art. 8) or a coordination meeting, the Office the rest (art. 4(1))."""
    own = body.kind in {Body.Kind.PANEL, Body.Kind.COORDINATION}
    return agency_owner(body.agency, day) if own else OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something that falls due.

    ``about`` names the record by its number or its body and never says what is in it, so that mail and calendars may
    carry it. ``subject`` is how the log names the record, ``path`` its page without the prefix of a language.
    ``due_on`` is None where nothing sets a day. ``cite`` takes the place of the articles of its kind.
    """

    what: What
    owner: Owner
    about: Sentence
    subject: str
    path: str
    due_on: dt.date | None = None
    cite: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        """What tells it from every other deadline, and stays while its day changes."""
        return f"{self.what}/{self.subject}"

    @property
    def kind(self) -> Kind:
        """What is told of its kind."""
        return KINDS[self.what]

    @property
    def title(self) -> Sentence:
        """What falls due, with the record it is about."""
        name = self.kind.name
        return Sentence(f"{name.zh}：{self.about.zh}", f"{name.en}: {self.about.en}")

    @property
    def articles(self) -> tuple[str, ...]:
        """The paragraphs it comes from; none where only practice sets it."""
        return self.kind.articles if self.cite is None else self.cite

    def status_on(self, day: dt.date) -> Urgency:
        """How it stands on a day; its own day is not late yet."""
        if self.due_on is None:
            return Urgency.NO_DAY
        if self.due_on < day:
            return Urgency.OVERDUE
        return Urgency.SOON if self.due_on - day <= SOON else Urgency.COMING
