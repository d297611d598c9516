"""A world of cases in several states, with a word planted in every field that is not for everybody."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.accounts.models import Account
from coretech.apps.bodies.models import Designation
from coretech.apps.cases.content import Characteristics
from coretech.apps.cases.content_json import as_json
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import (
    Affected,
    Amendment,
    Attachment,
    Case,
    Comment,
    Consultation,
    ConsultationAnswer,
    Grant,
    OfficeCheck,
    PanelReview,
    Part,
    PartDraft,
    Remark,
)
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.grant_access import grant_access
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.invite_observer import Invitation, invite_observer
from coretech.apps.people.models import Person
from coretech.kit.clock import TAIPEI
from coretech.law.access import Secrecy
from tests import factories
from tests.leaks.canaries import Cage

AT = dt.datetime.combine(factories.DAY, dt.time(9), TAIPEI)
OFFICER, OTHER, GRANTED, RECUSED, DECLARED = (
    "agency-nstc",
    "agency-moea",
    "member-08",
    "member-04",
    "member-05",
)
STAND_IN = "agency-mnd"
LEVELS = {
    "description": Secrecy.OPEN,
    "characteristics": Secrecy.INTERNAL,
    "functions": Secrecy.SECRET,
    "stakeholder_views": Secrecy.CONFIDENTIAL,
}


@dataclass(frozen=True)
class World:
    """What was planted, the cases and the council's meeting they stand before."""

    cage: Cage
    cases: tuple[Case, ...]
    meeting: Meeting


def world() -> World:
    """Cases withdrawn, before the council, pre-announced, and drafted by another agency."""
    cage = Cage()
    published = factories.pre_announced_case(factories.renaming())
    before = factories.checked_case(factories.addition())
    meeting = factories.called_meeting()
    item = factories.listed_item(before, meeting)
    gone = factories.draft_case(_found("甲"))
    foreign = factories.draft_case(_found("乙", "moea"), username=OTHER)
    cases = (published, before, gone, foreign)
    for case in cases:
        case.refresh_from_db()
        _plant(cage, case)
    _withdraw(cage, gone)
    _seat(item)
    _comments(cage, published)
    return World(cage, cases, meeting)


def _found(name: str, agency: str = "nstc") -> Found:
    return Found(agency, "identify", f"示範技術{name}", f"Technology {name}", "space", agency, "why not")


def _plant(cage: Cage, case: Case) -> None:
    """A word in every field of every row a case can have."""
    _names(cage, case)
    for name, level in LEVELS.items():
        part = _part(cage, case, name, level)
        account = Account.objects.get(username="office")
        cage.plant(case, Remark.objects.create, "text", "reply", part=part, account=account, made_at=AT)
        _attachment(cage, case, name, level)
    writer = Account.objects.get(username=f"agency-{case.submitter.code}")
    words = {"equipment": cage.word()}
    draft = PartDraft.objects.create(case=case, name="functions", account=writer, content=words, saved_at=AT)
    cage.keep(case, draft, "content", words["equipment"])
    cage.plant(
        case, PanelReview.objects.create, "opinion", "conditions",
        case=case, held_on=factories.DAY, present=9, in_favour=8, recorded_at=AT,
    )  # fmt: skip
    cage.plant(case, OfficeCheck.objects.create, "note", case=case, passed=True, checked_at=AT)
    _amendment(cage, case)
    _consultation(cage, case)


def _names(cage: Cage, case: Case) -> None:
    """The case's own words, and those of what it touches; a name is known to whoever may know of the case."""
    words = {name: cage.word() for name in ("name_zh", "name_en", "scope_zh", "scope_en")}
    Case.objects.filter(pk=case.pk).update(**words)
    case.refresh_from_db()
    for name, word in words.items():
        cage.keep(case, case, name, word)
    case.affected.all().delete()
    agency, sector = case.authority, case.sector
    cage.plant(
        case, Affected.objects.create, "name_zh", "scope_zh", "scope_en",
        case=case, role="result", order=9, name_en="Result", authority=agency, sector=sector,
    )  # fmt: skip


def _part(cage: Cage, case: Case, name: str, level: Secrecy) -> Part:
    Part.objects.filter(case=case, name=name).update(level=level.value)
    text, content = cage.word(), cage.word()
    kept = as_json(Characteristics(equipment=content)) if name == "characteristics" else {}
    part = Part.objects.create(
        case=case, name=name, version=50, text=text, content=kept, level=level.value, written_at=AT
    )
    cage.keep(case, part, "text", text)
    if kept:
        cage.keep(case, part, "content", content)
    return part


def _attachment(cage: Cage, case: Case, part: str, level: Secrecy) -> None:
    """One handed in while the case was a draft, which only its state is put back to."""
    state, title, words = case.state, cage.word(), cage.word()
    officer = factories.acting(f"agency-{case.submitter.code}")
    Case.objects.filter(pk=case.pk).update(state="draft")
    file = HandedIn(f"{title}.txt", words.encode())
    attach(officer, case.reference, (file,), part, Secrecy.CONFIDENTIAL.value)
    Case.objects.filter(pk=case.pk).update(state=state)
    attachment = Attachment.objects.latest("pk")
    Attachment.objects.filter(pk=attachment.pk).update(level=level.value)
    attachment.refresh_from_db()
    for name, word in (("title", title), ("sha256", attachment.sha256), ("size", words)):
        cage.keep(case, attachment, name, word)


def _amendment(cage: Cage, case: Case) -> None:
    """The wording of a result before and after, as an amendment keeps it."""
    before, after, why = cage.word(), cage.word(), cage.word()
    row = Amendment.objects.create(
        case=case, before=_wording(case, before), after=_wording(case, after), why=why, amended_at=AT
    )
    for name, word in (("before", before), ("after", after), ("why", why)):
        cage.keep(case, row, name, word)


def _wording(case: Case, scope: str) -> dict[str, object]:
    result = {
        "name_zh": "結果",
        "name_en": "Result",
        "scope_zh": scope,
        "scope_en": scope,
        "authority": case.authority.code,
        "sector": case.sector.code,
    }
    return {"sources": [], "results": [result]}


def _consultation(cage: Cage, case: Case) -> None:
    for guarded in (False, True):
        asked = cage.plant(
            case, Consultation.objects.create, "name", "organisation", "email", "question",
            case=case, number=f"C-{case.pk}-{guarded:d}", group="industry", asked_at=AT,
            answer_by=factories.DAY + dt.timedelta(days=9), token_sha256=f"{case.pk:032d}{guarded:d}",
        )  # fmt: skip
        cage.plant(
            case, ConsultationAnswer.objects.create, "text",
            consultation=asked, consent="none", confidential=guarded, answered_at=AT,
            receipt=f"R-{case.pk}-{guarded:d}",
        )  # fmt: skip
    why, officer = cage.word(), factories.acting(f"agency-{case.submitter.code}")
    person = Person.objects.get(account__username=GRANTED)
    grant_access(officer, case.reference, person.pk, why)
    cage.keep(case, Grant.objects.latest("pk"), "why", why)


def _withdraw(cage: Cage, case: Case) -> None:
    """The reason opens with the dossier, as the Office's note does."""
    why = cage.word()
    withdraw(factories.acting(OFFICER), case.reference, why)
    cage.keep(case, case.checks.latest("pk"), "note", why)


def _seat(item: Item) -> None:
    """Three declare, one of them an interest; a stand-in is sent and declares; an observer is invited."""
    declare(factories.acting(DECLARED), item.pk, Interest(interest=False))
    declare(factories.acting(RECUSED), item.pk, Interest(interest=True))
    declare(factories.acting(GRANTED), item.pk, Interest(interest=False))
    person = Person.objects.get(account__username=STAND_IN)
    seat = factories.seats()[2]
    Designation.objects.create(
        appointment=seat, person=person, on=item.meeting.held_on, cause="abroad", designated_at=AT
    )
    declare(factories.acting(STAND_IN), item.pk, Interest(interest=False))
    invited = Invitation("觀察員", "示範機關", "knows the field", item.pk, OTHER)
    invite_observer(factories.acting("office"), item.meeting_id, invited)


def _comments(cage: Cage, case: Case) -> None:
    """One that waits, one answered as it came, and one published without its sender's details."""
    draft = case.pre_announcements.get()
    shared = {"pre_announcement": draft, "received_at": AT}
    done = shared | {"disposition": "noted", "disposed_at": AT}
    make = Comment.objects.create
    cage.plant(case, make, "text", "sender", "contact", **shared)
    cage.plant(case, make, "text", "sender", "contact", "reply", **done)
    cage.plant(case, make, "text", "sender", "contact", "reply", "published_text", **done)
