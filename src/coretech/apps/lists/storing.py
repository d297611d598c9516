"""Writing a version of a list with its items; quickly enough for twenty thousand of them."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.lists.models import ListItem, ListStatus, ListVersion, TechnologyList
from coretech.apps.lists.versions import digest_of
from coretech.readers.lists.records import Entry, Head, ListFile

_NEXT = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
_AT_ONCE = 2_000


def write_version(
    by: Acting, file: ListFile, statuses: Iterable[tuple[str, str]], sha256: str = ""
) -> list[Model]:
    """Write the version, its items and its statuses, and the list where it is new; gives back every row to be bound.

    Args:
        by: who does it; nobody for what is bundled.
        file: the whole head, and entries without faults.
        statuses: pairs of a status and the day since which it holds, oldest first.
        sha256: of the file the items were read from; of what the list says where there was none.
    """
    head = file.head
    of, _ = TechnologyList.objects.get_or_create(code=head.list, defaults=_list_fields(head))
    version = ListVersion.objects.create(
        list=of,
        **_version_fields(head),
        sha256=sha256 or digest_of(file),
        imported_by_id=by.person_id,
        imported_at=by.at,
    )
    stood = [
        ListStatus.objects.create(version=version, status=status, since=since, by_id=by.person_id, at=by.at)
        for status, since in statuses
    ]
    return [version, *stood, *_items(version, file.entries)]


def _list_fields(head: Head) -> dict[str, str]:
    names = ("country", "issuer_zh", "issuer_en", "title_zh", "title_en")
    return {name: getattr(head, name) for name in names}


def _version_fields(head: Head) -> dict[str, object]:
    texts = (
        "code",
        "dated",
        "legal_basis_zh",
        "legal_basis_en",
        "note_zh",
        "note_en",
        "source_url",
        "source_name",
    )
    return {
        **{name: getattr(head, name) for name in texts},
        "effects": list(head.effects),
        "complete": bool(head.complete),
        "stated_count": head.stated_count,
    }


def _items(version: ListVersion, entries: Sequence[Entry]) -> list[ListItem]:
    """The rows in the list's order; their keys are drawn first, for a parent may stand below its children."""
    keys = dict(zip((each.code for each in entries), _keys(len(entries)), strict=True))
    ordered = _parents_first(entries)
    places = {each.code: place for place, each in enumerate(entries, 1)}
    rows = [
        ListItem(
            pk=keys[each.code],
            version=version,
            parent_id=keys[each.parent] if each.parent else None,
            code=each.code,
            place=places[each.code],
            names=dict(each.names),
            translated=list(each.translated),
            description=dict(each.description),
        )
        for each in ordered
    ]
    return ListItem.objects.bulk_create(rows, batch_size=_AT_ONCE)


def _parents_first(entries: Sequence[Entry]) -> list[Entry]:
    """The entries so that what is above comes first."""
    by_code = {each.code: each for each in entries}
    done: dict[str, Entry] = {}
    for each in entries:
        path = []
        at: Entry | None = each
        while at is not None and at.code not in done:
            path.append(at)
            at = by_code.get(at.parent)
        done.update((one.code, one) for one in reversed(path))
    return list(done.values())


def _keys(many: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [ListItem._meta.db_table, many])  # noqa: SLF001 - Django's own name for what a model says of itself
        return [key for (key,) in cursor.fetchall()]
