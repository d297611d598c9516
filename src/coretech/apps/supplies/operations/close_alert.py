"""Closing an alert by hand, with a reason; it is not opened again while the same state lasts."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.supplies.access import allow_keeping
from coretech.apps.supplies.models import Alert
from coretech.kit.refusal import bad_input, not_found, wrong_state


def check(by: Acting, alert: Alert) -> None:
    """Whether this person keeps the commodity, and the alert is open (HTTP 409)."""
    allow_keeping(by, alert.commodity)
    if alert.closed_at is not None:
        raise wrong_state("這則示警已解除。", "This alert is closed.")


@operation
def close_alert(by: Acting, number: int, why: str) -> Act:
    """Close the alert; ``why`` is shown with it."""
    found = Alert.objects.select_for_update(of=("self",)).select_related("commodity__authority")
    alert = found.filter(pk=number).first()
    if alert is None:
        raise not_found("沒有這則示警。", "There is no such alert.")
    check(by, alert)
    if not why.strip():
        raise bad_input("why", "請說明解除的理由。", "Say why it is closed.")
    alert.closed_at, alert.closed_by_id, alert.closed_why = by.at, by.person_id, why.strip()
    alert.save(update_fields=["closed_at", "closed_by", "closed_why"])
    return record(by, "supply.alert_closed", alert.subject, confidential={"key": alert.key}, why=why.strip())
