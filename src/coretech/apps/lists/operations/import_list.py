"""Taking in a version of a list: all of its items or none, beside the versions before it."""

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.lists.access import allow_keeping
from coretech.apps.lists.bundled import LOCK
from coretech.apps.lists.heads import require_head
from coretech.apps.lists.importing import Import, replaced_by
from coretech.apps.lists.models import ListStatus, ListVersion, TechnologyList
from coretech.apps.lists.storing import write_version
from coretech.kit.refusal import bad_input, wrong_state
from coretech.readers.lists.records import Head, ListFile


def check(by: Acting) -> None:
    """Whether this person keeps lists."""
    allow_keeping(by)


@operation
def import_list(by: Acting, given: Import, seen: str = "") -> Act:
    """Write a version with its items; one that it replaces is marked so from the new one's day on.

    Args:
        by: who takes it in.
        given: the file as it was read, and where the version stands.
        seen: the digest of what was agreed to; empty where nobody was shown it.
    """
    check(by)
    hold(LOCK)
    _require_sound(given)
    if seen and seen != given.digest:
        raise wrong_state(
            "您檢視後，這份清單又有新的版本；請重新檢視。",
            "The list has another version since you looked; look again.",
        )
    replaced = replaced_by(given)
    head = given.file.head
    rows = write_version(by, given.file, [(given.status, head.dated)], given.sha256)
    rows += [_ended(by, each, head) for each in replaced]
    return record(
        by,
        "list.imported",
        f"list/{head.code}",
        public={
            "list": head.list,
            "dated": head.dated,
            "items": len(given.file.entries),
            "status": given.status,
            "sha256": given.sha256,
            "replaces": [each.code for each in replaced],
        },
        rows=rows,
    )


def _ended(by: Acting, version: ListVersion, head: Head) -> Model:
    return ListStatus.objects.create(
        version=version,
        status=ListStatus.Status.REPLACED,
        since=head.dated,
        why=head.code,
        by_id=by.person_id,
        at=by.at,
    )


def _require_sound(given: Import) -> None:
    _require_no_faults(given.file)
    require_head(given.file.head)
    _require_new(given.file.head)
    if given.status not in ListStatus.Status.values:
        raise bad_input("status", "請由選項選擇。", "Choose one of the list.")


def _require_no_faults(file: ListFile) -> None:
    if file.faults:
        first = file.faults[0]
        raise bad_input(
            "file",
            f"有{len(file.faults)}處須更正，全部未登錄。第{first.line}列：{first.sentence.zh}",
            f"{len(file.faults)} to correct; nothing was recorded. Line {first.line}: {first.sentence.en}",
        )
    if not file.entries:
        raise bad_input("file", "檔案沒有任何項目。", "The file holds no item.")


def _require_new(head: Head) -> None:
    if ListVersion.objects.filter(code=head.code).exists():
        raise bad_input(
            "code",
            f"已有代碼為{head.code}的版本；版本不會更改，新的內容請用新的代碼。",
            f"There is a version {head.code}; versions are never changed, so use another code.",
        )
    of = TechnologyList.objects.filter(code=head.list).first()
    if of is not None and of.country != head.country:
        raise bad_input(
            "country", f"清單{of.code}屬於{of.country}。", f"The list {of.code} is that of {of.country}."
        )
    if (
        ListVersion.objects.filter(code=head.list).exists()
        or TechnologyList.objects.filter(code=head.code).exists()
    ):
        raise bad_input("code", "清單與版本的代碼不可相同。", "A list and a version have different codes.")
