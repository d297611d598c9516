"""Cases of every kind, brought as far as a test needs them, through the project's own operations."""

import datetime as dt

from coretech.apps.cases.models import Case
from coretech.apps.cases.naming import Named
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.name_affected import name_affected
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.register.models import ItemVersion, RegisterItem
from coretech.apps.register.operations.announce import Notice, announce
from tests import factories

DAY = factories.DAY
LATER = dt.date(2025, 9, 1)
SPLIT_NAMES = ("太空規格抗輻射處理器技術", "太空規格抗輻射記憶體技術")


def newest(number: int) -> ItemVersion:
    """The newest version of an item."""
    return ItemVersion.objects.filter(item__number=number).latest("version")


def technology(number: int) -> int:
    """The technology of an item, by id."""
    return int(RegisterItem.objects.get(number=number).technology_id)


def change_of(number: int, aspect: str, **other: str) -> Found:
    """A candidate that changes an item in one aspect; what it does not say stays as listed."""
    listed = newest(number)
    says = {
        "name_zh": listed.name_zh,
        "name_en": listed.name_en,
        "sector": listed.sector.code,
        "authority": listed.authority.code,
    }
    return Found(
        agency="nstc",
        kind="change",
        aspect=aspect,
        why="The technology has moved on.",
        technology=listed.item.technology_id,
        ground="environment_changed",
        **(says | other),
    )


def back_on_list(number: int) -> Found:
    """A candidate that puts an item on the list again."""
    listed = newest(number)
    return Found(
        agency="nstc",
        kind="identify",
        name_zh=listed.name_zh,
        name_en=listed.name_en,
        sector=listed.sector.code,
        authority=listed.authority.code,
        why="It is needed again.",
        technology=listed.item.technology_id,
    )


def named(name_zh: str, scope_zh: str = "", authority: str = "nstc") -> Named:
    """A result in the space sector."""
    return Named(name_zh, f"{name_zh} in English", "space", authority, scope_zh)


def split_results() -> list[Named]:
    """Two results of a split."""
    return [named(name) for name in SPLIT_NAMES]


def name(case: Case, results: list[Named], sources: tuple[int, ...] = (), day: dt.date = DAY) -> None:
    """Name the technologies of a case, as its agency's officer."""
    name_affected(factories.acting("agency-nstc", day), case.reference, results, sources)


def checked(case: Case, day: dt.date = DAY) -> Case:
    """A drafted case written, reviewed, submitted and passed on by the Office."""
    officer = factories.acting("agency-nstc", day)
    factories.write_dossier(case, day)
    review_by_panel(officer, case.reference, Review(day, 9, 8, "In favour."))
    submit(officer, case.reference)
    check_submission(factories.acting("office", day), case.reference, passed=True, note="complete")
    case.refresh_from_db()
    return case


def before_the_council(case: Case, day: dt.date = DAY) -> Item:
    """A checked case as an item of a meeting that is open, everybody having declared."""
    meeting = factories.called_meeting(day)
    item = factories.listed_item(case, meeting)
    members = factories.attend(meeting, 13)
    open_meeting(factories.acting("office", day), meeting.pk)
    factories.declare_none(item, members)
    return item


def decide(item: Item, choice: str = "for") -> Case:
    """Vote on it, everybody alike; gives back the case as it stands then."""
    members = [seat for seat in factories.seats() if seat.person.agreements.exists()][:13]
    factories.vote(item, {member.pk: choice for member in members})
    case = item.case
    assert case is not None
    case.refresh_from_db()
    return case


def approved(case: Case, day: dt.date = DAY) -> Case:
    """A drafted case that the council has approved."""
    return decide(before_the_council(checked(case, day), day))


def pre_announced(case: Case, day: dt.date = DAY, days: int = 60) -> Case:
    """An approved case open to comments for some days."""
    number = f"示範字第{case.pk:04d}-{case.lock}號"
    draft = Draft((case.reference,), number, day, day + dt.timedelta(days=days))
    pre_announce(factories.acting("office", day), draft)
    case.refresh_from_db()
    return case


def announced(*cases: Case, day: dt.date = LATER, effective: dt.date | None = None) -> int:
    """The cases announced together; gives back the edition."""
    references = tuple(case.reference for case in cases)
    notice = Notice(references, f"示範字第{references[0]}號", day, effective or day)
    act = announce(factories.acting("announcer", day), notice)
    return int(act.subject.split("/")[1])


def drafted(found: Found, day: dt.date = DAY) -> Case:
    """A case with an empty dossier."""
    return factories.draft_case(found, day)


def brought_to_the_list(case: Case, day: dt.date = DAY, on: dt.date = LATER) -> int:
    """A drafted case taken all the way; gives back the edition that brought it."""
    return announced(pre_announced(approved(case, day), day), day=on)
