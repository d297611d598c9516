"""Taking a body's board over from a file: one act, with what changed and the file's fingerprint."""

import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.importing import Imported, foreseen, take_over
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting, body_id: int) -> Body:
    """The body, where this person appoints to it."""
    body = find_body(by, body_id)
    allow_on(by, body, Action.APPOINT)
    return body


def foresee(by: Acting, body_id: int, raw: bytes) -> Imported:
    """What the file would change and what is to be corrected in it; nothing is written."""
    return foreseen(check(by, body_id), raw, by.today)


@operation
def import_board(by: Acting, body_id: int, raw: bytes, seen: str) -> Act:
    """Take over what the file changes; ``seen`` is the digest of the difference that was shown and agreed to."""
    body = check(by, body_id)
    imported = take_over(body, raw, by.today)
    _require_agreed(imported, seen)
    public = {
        "body": body.pk,
        "counts": dict(imported.difference.counts),
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    confidential = {"warnings": [warning.as_dict() for warning in imported.warnings]}
    return record(by, "board.imported", f"body/{body.pk}", public=public, confidential=confidential)


def _require_agreed(imported: Imported, seen: str) -> None:
    """Refuse a file with anything to correct, and a difference that is not the one shown."""
    if imported.findings:
        first = imported.findings[0].told
        raise bad_input("file", first.zh, first.en)
    if not imported.difference.writes:
        raise bad_input("file", "檔案與紀錄相同，沒有要匯入的。", "The file says what the record says.")
    if imported.difference.digest != seen:
        raise wrong_state(
            "紀錄在您檢視差異後已變動，請重新檢視差異。",
            "The record has changed since you saw the difference; look at it again.",
        )
