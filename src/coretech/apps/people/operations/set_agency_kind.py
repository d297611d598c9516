"""Saying whether article 9(1) binds an agency to keep an inventory, and where that comes from."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.agency_names import require_source
from coretech.apps.people.finding import lock_agency
from coretech.apps.people.operations.found_agency import require_kind
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person keeps the agencies."""
    allow(by, Action.KEEP_AGENCIES)


@operation
def set_agency_kind(by: Acting, code: str, kind: str, source: str) -> Act:
    """Set the agency's kind with its source; the bundled one no longer holds for it."""
    check(by)
    agency = lock_agency(code)
    told = require_kind(kind), require_source(source)
    if told == (agency.kind, agency.kind_source):
        raise wrong_state("與紀錄相同。", "That is what is on record.")
    before = agency.kind
    agency.kind, agency.kind_source = told
    agency.save(update_fields=["kind", "kind_source"])
    public = {"kind": agency.kind, "before": before, "source": agency.kind_source}
    return record(by, "agency.kind_set", f"agency/{code}", public=public)
