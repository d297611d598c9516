"""Witnesses: somebody outside who signs the log's heads too, so that no two logs can be shown to two readers."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.audit.heads import text_of
from coretech.apps.audit.models import Checkpoint, Cosignature, Witness
from coretech.apps.audit.published import head_of_size
from coretech.engines.ledger.cosigning import COSIGNATURE, Cosigned, cosigned_by, read_cosignature
from coretech.engines.ledger.verify import Key, ProofError, read_keys
from coretech.kit.refusal import bad_input, not_found

MOST_LINES = 20


def witnesses() -> QuerySet[Witness]:
    """Those whose cosignatures are taken now, in the order they were named."""
    return Witness.objects.filter(ended_at=None)


def find_witness(number: int) -> Witness:
    """One of those, by its row (HTTP 404 where there is none, or it has ended)."""
    found = witnesses().filter(pk=number).first()
    if found is None:
        raise not_found("沒有這位見證人，或已終止。", "There is no such witness, or it has ended.")
    return found


def cosigned_times(witness: Witness) -> int:
    """How many heads a witness cosigned."""
    return Cosignature.objects.filter(witness=witness).count()


def witness_key(verifier: str) -> Key:
    """The key of a witness (HTTP 422 where the text is none of the kind that cosigns)."""
    try:
        (key,) = read_keys(verifier, COSIGNATURE)
    except (ProofError, ValueError):
        raise bad_input(
            "verifier",
            "請填寫見證人的公鑰：名稱+識別碼+base64，種類為4（cosignature/v1）。",
            "Give the witness's public key, name+id+base64 of kind 4 (cosignature/v1).",
        ) from None
    return key


def accept_cosignatures(size: int, lines: str, at: dt.datetime) -> list[Cosignature]:
    """Keep the cosignatures of a head that was given out, one a line; those that are kept already stay as they are.

    Raises:
        Refused: HTTP 404 where no head of that size was given out; 422 for a line that is none, of nobody named a
            witness, or that does not sign this head. Nothing is kept then.
    """
    head = head_of_size(size)
    found = [_checked(line, head, at) for line in _lines(lines)]
    return [
        Cosignature.objects.get_or_create(
            checkpoint=head, witness=witness, defaults={"line": cosigned.line, "received_at": at}
        )[0]
        for witness, cosigned in found
    ]


def cosigned_note(head: Checkpoint) -> str:
    """The head as it is given out: with the signatures of the log and of its witnesses."""
    return head.note + "".join(f"{each.line}\n" for each in head.cosignatures.all())


def cosigners(head: Checkpoint) -> list[str]:
    """Whose cosignatures stand under a head, by name."""
    return [witness_key(each.witness.verifier)[0] for each in head.cosignatures.all()]


def _lines(lines: str) -> list[str]:
    found = [line for line in lines.split("\n") if line]
    if not 0 < len(found) <= MOST_LINES:
        raise bad_input(
            "lines", f"請給1至{MOST_LINES}行聯署。", f"Give 1 to {MOST_LINES} lines of cosignatures."
        )
    return found


def _checked(line: str, head: Checkpoint, at: dt.datetime) -> tuple[Witness, Cosigned]:
    try:
        cosigned = read_cosignature(line)
    except ProofError:
        raise bad_input("lines", "這一行不是聯署。", "A line is no cosignature.") from None
    known = ((witness, witness_key(witness.verifier)) for witness in witnesses())
    witness = next((each for each, key in known if key[:2] == (cosigned.name, cosigned.id)), None)
    if witness is None:
        raise bad_input("lines", "聯署者不是現任見證人。", "Whoever cosigned is no witness of this log.")
    if cosigned.time > at.timestamp() + _MINUTES_AHEAD * 60:
        raise bad_input("lines", "聯署的時間在未來。", "The cosignature's time lies ahead.")
    if not cosigned_by(cosigned, text_of(head), witness_key(witness.verifier)):
        raise bad_input(
            "lines", "聯署與這個紀錄頭不符，或是偽造的。", "A cosignature is not of this head, or is forged."
        )
    return witness, cosigned


_MINUTES_AHEAD = 10
