"""Posting somebody to an agency: as an officer anywhere, as the announcer at the Executive Yuan (art. 6)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.finding import agency_coded, person_numbered, running_from
from coretech.apps.people.letters import tell_posted
from coretech.apps.people.models import Agency, Person, Posting
from coretech.apps.people.queries import in_use
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

ANNOUNCES = "ey"
"""Who announces the list (art. 6): the Executive Yuan, by its code among the bundled agencies."""

FIRST_DAY = dt.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Post:
    """Where to, as what, from which day, and until when where that is known; both days are served."""

    agency: str
    kind: str
    start: dt.date
    end: dt.date | None = None


def check(by: Acting, person: Person) -> None:
    """Whether this person may post somebody, who is somebody else."""
    allow(by, Action.POST_PEOPLE)
    if person.pk == by.person_id:
        raise wrong_state(
            "不能為自己登錄職務，請由另一位系統管理者辦理。",
            "Nobody posts themselves; ask another administrator.",
        )


def check_post(given: Post) -> Agency:
    """The agency, where somebody can be posted to it so (HTTP 422 otherwise)."""
    if given.kind not in Posting.Kind.values:
        raise bad_input("kind", "請選擇承辦人或公告承辦人。", "Choose officer or announcer.")
    agency = agency_coded(given.agency)
    if given.kind == Posting.Kind.ANNOUNCER and agency.code != ANNOUNCES:
        raise bad_input(
            "kind",
            "清單由行政院公告（第6條），公告承辦人只能設在行政院。",
            "The Executive Yuan announces the list (art. 6); an announcer is posted there alone.",
        )
    if given.start < FIRST_DAY:
        raise bad_input("start", "起日過早，請更正。", "The first day is too long ago; correct it.")
    if given.end is not None and given.end < given.start:
        raise bad_input("end", "迄日不可早於起日。", "The last day is not before the first.")
    if not in_use(agency, given.start):
        raise bad_input(
            "start",
            "該機關在起日沒有使用中的名稱。",
            "The agency bears no name on that day; it is not there.",
        )
    return agency


@operation
def post_person(by: Acting, person_id: int, given: Post) -> Act:
    """Post somebody; from the first day on the account may do what the post may."""
    allow(by, Action.POST_PEOPLE)
    person = person_numbered(person_id)
    check(by, person)
    agency = check_post(given)
    hold(f"posting:{person.pk}")
    _refuse_twice(person, agency, given)
    posting = Posting.objects.create(
        person=person, agency=agency, kind=given.kind, start=given.start, end=given.end
    )
    act = record(
        by,
        "people.posted",
        f"posting/{posting.pk}",
        public={"agency": agency.code, "kind": posting.kind},
        confidential={
            "person": person.pk,
            "start": given.start.isoformat(),
            "end": None if given.end is None else given.end.isoformat(),
        },
    )
    tell_posted(act, posting)
    return act


def _refuse_twice(person: Person, agency: Agency, given: Post) -> None:
    """Refuse a post that the person holds on one of the same days."""
    same = running_from(given.start).filter(person=person, agency=agency, kind=given.kind)
    if same.filter(start__lte=given.end or dt.date.max).exists():
        raise bad_input(
            "start",
            "此人在這段期間已有同一職務。",
            "The person holds this post on some of these days already.",
        )
