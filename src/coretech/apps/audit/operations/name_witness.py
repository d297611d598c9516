"""Naming somebody outside as a witness of the log: cosignatures by this key are taken from now on."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act, Witness
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.audit.witnessing import witness_key, witnesses
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST = 300


def check(by: Acting) -> None:
    """Whether this person keeps the log's keys."""
    allow(by, Action.KEEP_LOG_KEYS)


@operation
def name_witness(by: Acting, verifier: str) -> Act:
    """Take cosignatures of this key; a witness that had ended begins again (HTTP 422 where it is one already)."""
    check(by)
    verifier = verifier.strip()
    if len(verifier) > LONGEST:
        raise bad_input("verifier", f"請在{LONGEST}個字元以內。", f"Keep it within {LONGEST} characters.")
    name = witness_key(verifier)[0]
    hold("witnesses")
    if any(witness_key(each.verifier)[0] == name for each in witnesses()):
        raise bad_input("verifier", f"「{name}」已是見證人。", f"“{name}” is a witness already.")
    witness, _ = Witness.objects.update_or_create(
        verifier=verifier, defaults={"named_at": by.at, "ended_at": None}
    )
    return record(by, "log.witness_named", f"witness/{witness.pk}", public={"verifier": verifier})
