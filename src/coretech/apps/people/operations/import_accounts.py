"""Opening many accounts and entering their postings from one file: one transaction, each act as by hand."""

import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.importing import Imported, foreseen, take_over
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person may open accounts and post people."""
    allow(by, Action.MANAGE_ACCOUNTS)
    allow(by, Action.POST_PEOPLE)


def foresee(by: Acting, raw: bytes) -> Imported:
    """What the file would write and what is to be corrected in it; nothing is written, no mail is sent."""
    check(by)
    return foreseen(by, raw)


@operation
def import_accounts(by: Acting, raw: bytes, seen: str) -> Act:
    """Take over what the file holds; ``seen`` is the digest of what was shown and agreed to."""
    check(by)
    imported = take_over(by, raw)
    _require_agreed(imported, seen)
    return record(
        by,
        "accounts.imported",
        "accounts/import",
        public={"counts": dict(imported.counts)},
        confidential={"sha256": hashlib.sha256(raw).hexdigest()},
    )


def _require_agreed(imported: Imported, seen: str) -> None:
    """Refuse a file with anything to correct, and a difference that is not the one shown."""
    if imported.findings:
        first = imported.findings[0].told
        raise bad_input("file", first.zh, first.en)
    if not imported.changes:
        raise bad_input("file", "檔案內容都已登錄，沒有要匯入的。", "All of the file is on record already.")
    if imported.digest != seen:
        raise wrong_state(
            "紀錄在您檢視之後已變動，請重新檢視。",
            "The record has changed since you saw what would be written; look at it again.",
        )
