"""Taking many candidates and cases over from one file: one transaction, each act as by hand (arts. 7, 9)."""

import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.portfolio import Imported, foreseen, take_over
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter


def check(by: Acting) -> None:
    """Whether this person keeps an inventory; each row is then asked for its own agency."""
    allow(by, Action.RECORD_CANDIDATE, Matter(agencies=by.standing.agencies))


def foresee(by: Acting, raw: bytes) -> Imported:
    """What the file would write and what is to be corrected in it; nothing is written."""
    check(by)
    return foreseen(by, raw)


@operation
def import_cases(by: Acting, raw: bytes, seen: str) -> Act:
    """Take over what the file holds; ``seen`` is the digest of the difference that was shown and agreed to."""
    check(by)
    imported = take_over(by, raw)
    _require_agreed(imported, seen)
    digest = hashlib.sha256(raw).hexdigest()
    public = {"counts": dict(imported.counts), "sha256": digest}
    return record(by, "portfolio.imported", f"portfolio/{digest[:16]}", public=public)


def _require_agreed(imported: Imported, seen: str) -> None:
    """Refuse a file with anything to correct, and a difference that is not the one shown."""
    if imported.findings:
        first = imported.findings[0].told
        raise bad_input("file", first.zh, first.en)
    if not imported.changes:
        raise bad_input("file", "檔案內容都已登錄，沒有要匯入的。", "All of the file is on record already.")
    if imported.digest != seen:
        raise wrong_state(
            "紀錄在您檢視差異後已變動，請重新檢視差異。",
            "The record has changed since you saw the difference; look at it again.",
        )
