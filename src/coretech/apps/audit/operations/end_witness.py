"""Ending a witness: what it cosigned stays, and nothing more is taken."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act, Witness
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.audit.witnessing import witness_key, witnesses
from coretech.kit.refusal import not_found
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person keeps the log's keys."""
    allow(by, Action.KEEP_LOG_KEYS)


@operation
def end_witness(by: Acting, name: str) -> Act:
    """Take no more cosignatures of the witness of this name (HTTP 404 where there is none)."""
    check(by)
    hold("witnesses")
    witness = _named(name)
    witness.ended_at = by.at
    witness.save(update_fields=["ended_at"])
    return record(by, "log.witness_ended", f"witness/{witness.pk}", public={"verifier": witness.verifier})


def _named(name: str) -> Witness:
    found = next((each for each in witnesses() if witness_key(each.verifier)[0] == name), None)
    if found is None:
        raise not_found(f"沒有名為「{name[:80]}」的見證人。", f"There is no witness “{name[:80]}”.")
    return found
