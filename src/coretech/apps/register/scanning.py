"""Scans of announcements: which files are taken, and which one is shown."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from coretech.apps.cases.handed_in import BadFiles, HandedIn, accepted
from coretech.apps.register.models import Announcement, Scan
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.readers.files import Kind

LARGEST = 20 * 1024 * 1024
"""The largest scan that is taken, in bytes."""

KINDS = (Kind.PDF, Kind.PNG, Kind.JPEG)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file that may be kept as a scan."""

    file_name: str
    kind: Kind
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its content, in hex."""
        return hashlib.sha256(self.content).hexdigest()

    def as_public(self) -> dict[str, object]:
        """What the log says of it; a file's name may name people and stays out."""
        return {"sha256": self.sha256, "media_type": self.kind.media_type, "size": len(self.content)}


def scanned(file: HandedIn) -> Scanned:
    """The file, where it may be kept as a scan.

    Raises:
        Refused: (HTTP 422) for one that is too large, is no PDF or picture by its content, or carries what runs.
    """
    if len(file.content) > LARGEST:
        raise bad_input(
            "scan",
            "掃描檔超過20 MB；請降低解析度後再上傳。",
            "The scan is over 20 MB. Scan it at a lower resolution.",
        )
    try:
        (taken,) = accepted([file])
    except BadFiles as bad:
        raise Refused(bad.faults[0][1], status=422, field="scan") from bad
    if taken.kind not in KINDS:
        raise bad_input(
            "scan",
            "公告的掃描檔請用PDF、PNG或JPEG。",
            "Give the scan of an announcement as PDF, PNG or JPEG.",
        )
    return Scanned(taken.file_name, taken.kind, taken.content)


def keep_scan(announcement: Announcement, scan: Scanned, at: dt.datetime) -> Scan:
    """Write the scan; from now on it is the one that is shown."""
    return Scan.objects.create(
        announcement=announcement,
        file_name=scan.file_name,
        media_type=scan.kind.media_type,
        size=len(scan.content),
        sha256=scan.sha256,
        body=scan.content,
        filed_at=at,
    )


def scans_of(announcement: Announcement) -> list[Scan]:
    """All scans of an announcement without their content, the newest, which is shown, first."""
    return list(announcement.scans.defer("body").order_by("-pk"))


def newest_scan(announcement: Announcement) -> Scan | None:
    """The scan that is shown, or None where there is none."""
    return announcement.scans.order_by("-pk").first()


def find_scan(edition: int, scan_id: int) -> Scan:
    """One scan of an announcement, with its content; public (HTTP 404 where there is none)."""
    found = Scan.objects.filter(announcement__edition=edition, pk=scan_id).first()
    if found is None:
        raise not_found("沒有這份掃描檔。", "There is no such scan.")
    return found
