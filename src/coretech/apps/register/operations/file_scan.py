"""Filing the scan of an announcement, for anybody to compare the list with what was printed (art. 6)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.queries import find_announcement
from coretech.apps.register.scanning import keep_scan, scanned, scans_of
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person may file scans."""
    allow(by, Action.FILE_SCAN)


@operation
def file_scan(by: Acting, edition: int, file: HandedIn) -> Act:
    """Keep the scan; it is shown from now on, and the ones before it stay readable."""
    check(by)
    announcement = find_announcement(edition)
    scan = scanned(file)
    hold(f"scan:{edition}")
    if any(each.sha256 == scan.sha256 for each in scans_of(announcement)[:1]):
        raise bad_input("scan", "這一份已經登錄。", "That very file is the scan already.")
    kept = keep_scan(announcement, scan, by.at)
    return record(
        by,
        "register.scan_filed",
        f"announcement/{edition}",
        public={"scan": kept.pk, **scan.as_public()},
        rows=[kept],
    )
