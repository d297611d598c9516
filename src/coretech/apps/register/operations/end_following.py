"""Ending the calls to an address of one's own."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.register.models import Webhook
from coretech.kit.refusal import not_found, wrong_state
from coretech.law.access import Action


def check(by: Acting, webhook_id: int) -> Webhook:
    """One's own address, locked, where it is still called; HTTP 404 for anybody else's."""
    allow(by, Action.FOLLOW_REGISTER)
    mine = Webhook.objects.filter(account_id=by.account_id or 0, pk=webhook_id)
    webhook = mine.select_for_update().first()
    if webhook is None:
        raise not_found("您沒有這個網址。", "You have no such address.")
    if webhook.ended_at is not None:
        raise wrong_state("這個網址已停用。", "That address was ended before.")
    return webhook


@operation
def end_following(by: Acting, webhook_id: int) -> Act:
    """From now on the address is not called, not even for what is still owed to it."""
    webhook = check(by, webhook_id)
    webhook.ended_at = by.at
    webhook.save(update_fields=["ended_at"])
    return record(by, "register.following_ended", f"webhook/{webhook.pk}")
