"""Saying where a version of a list stands from a day on: a new row follows, the ones before it stay."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.lists.access import allow_keeping
from coretech.apps.lists.bundled import LOCK
from coretech.apps.lists.models import ListStatus
from coretech.apps.lists.queries import version_of
from coretech.kit.refusal import bad_input, wrong_state
from coretech.readers.lists.heading import DATED

_LONGEST_WHY = 1_000


def check(by: Acting) -> None:
    """Whether this person keeps lists."""
    allow_keeping(by)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a version stands, since when, and on what ground; ``seen`` is the status it had when that was written."""

    status: str
    since: str
    why: str
    seen: str


@operation
def set_list_status(by: Acting, code: str, given: Stand) -> Act:
    """Write down that a version is a draft, in force or replaced since a day."""
    check(by)
    hold(LOCK)
    stands = version_of(code)
    _require_sound(given)
    if stands.status != given.seen:
        raise wrong_state(
            "您開啟後狀態已有人變更，請重新開啟。", "Its status was changed meanwhile; open it again."
        )
    if (stands.status, stands.since) == (given.status, given.since):
        raise wrong_state("狀態與日期都沒有變更。", "Neither the status nor the day is another.")
    row = ListStatus.objects.create(
        version=stands.version,
        status=given.status,
        since=given.since,
        why=given.why.strip(),
        by_id=by.person_id,
        at=by.at,
    )
    public = {"status": row.status, "since": row.since, "was": stands.status.value}
    return record(by, "list.status_set", f"list/{stands.code}", public=public, rows=[row], why=row.why)


def _require_sound(given: Stand) -> None:
    if given.status not in ListStatus.Status.values:
        raise bad_input("status", "請由選項選擇。", "Choose one of the list.")
    if not DATED.fullmatch(given.since):
        raise bad_input("since", "請寫成2024-02-12、2024-02或2024。", "Write 2024-02-12, 2024-02 or 2024.")
    if not given.why.strip() or len(given.why) > _LONGEST_WHY:
        raise bad_input(
            "why",
            f"請說明依據，最多{_LONGEST_WHY}字。",
            f"Say on what ground, at most {_LONGEST_WHY} characters.",
        )
