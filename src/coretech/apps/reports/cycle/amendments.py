"""Amendments: late facts about published entries; who may know of them, and locking what one writes to."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.models import Amendment, Entry, ReportingPeriod
from coretech.apps.reports.sheets.access import is_controlled, is_own
from coretech.kit.refusal import not_found

_LARGEST = 2**63 - 1


def find_entry(entry_id: int) -> Entry:
    """A published entry, which anybody may read.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    rows = Entry.objects.select_related("sheet__agency", "sheet__period__plan", "sheet__period__version")
    published = rows.filter(sheet__period__state=ReportingPeriod.State.PUBLISHED)
    found = published.filter(pk=min(entry_id, _LARGEST)).first()
    if found is None:
        raise not_found("沒有這則已發布的填報。", "There is no such published entry.")
    return found


def find_amendment(by: Acting, amendment_id: int) -> Amendment:
    """An amendment: for its agency and the controller at any time, for everybody once it is accepted.

    Raises:
        Refused: (HTTP 404) where there is none for this reader.
    """
    found = _all().filter(pk=min(amendment_id, _LARGEST)).first()
    if found is not None and (
        _accepted(found) or is_own(by, found.entry.sheet) or is_controlled(by, found.entry.sheet)
    ):
        return found
    raise not_found("沒有這則修正說明。", "There is no such amendment.")


def amendments_of(entries: QuerySet[Entry]) -> QuerySet[Amendment]:
    """The accepted amendments of these entries, oldest first: what the public reads with them."""
    return _all().filter(entry__in=entries, ruling__accepted=True)


def waiting_amendments() -> QuerySet[Amendment]:
    """Those nobody has ruled on yet."""
    return _all().filter(ruling=None)


def _all() -> QuerySet[Amendment]:
    return Amendment.objects.select_related(
        "ruling", "entry__sheet__agency", "entry__sheet__period__plan", "entry__sheet__period__version"
    ).order_by("pk")


def _accepted(found: Amendment) -> bool:
    ruling = getattr(found, "ruling", None)
    return ruling is not None and ruling.accepted
