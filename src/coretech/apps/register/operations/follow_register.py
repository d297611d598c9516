"""Following the register: an address of one's own that is called after each announcement."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.register.following import MOST_EACH, require_address, sealed_secret
from coretech.apps.register.models import Webhook
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def allowed(by: Acting) -> None:
    """Require that this account may follow the register at all (HTTP 403)."""
    allow(by, Action.FOLLOW_REGISTER)


def check(by: Acting) -> None:
    """Whether this account may follow the register at one more address."""
    allowed(by)
    if _live(by).count() >= MOST_EACH:
        raise wrong_state(
            f"每個帳號最多{MOST_EACH}個網址；請先停用不用的。",
            f"An account has at most {MOST_EACH} addresses; end one that is not used.",
        )


@operation
def follow_register(by: Acting, address: str, secret: str) -> Act:
    """Call the address after each announcement from now on; the secret signs the calls and is kept sealed."""
    hold(f"webhooks:{by.account_id}")
    check(by)
    webhook = Webhook(account_id=by.account_id or 0, address=require_address(address.strip()), made_at=by.at)
    if _live(by).filter(address=webhook.address).exists():
        raise bad_input("address", "這個網址已在呼叫之列。", "That address is being called already.")
    with keys_needed():
        webhook.sealed_secret = sealed_secret(webhook, secret)
    webhook.save()
    return record(by, "register.followed", f"webhook/{webhook.pk}", confidential={"address": webhook.address})


def _live(by: Acting) -> QuerySet[Webhook]:
    return Webhook.objects.filter(account_id=by.account_id or 0, ended_at=None)
