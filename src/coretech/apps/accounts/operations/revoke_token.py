"""Revoking an API token."""

from coretech.apps.accounts.models import ApiToken
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import not_found
from coretech.law.access import Action


@operation
def revoke_token(by: Acting, token_id: int) -> Act:
    """End a token of one's own at once."""
    allow(by, Action.MANAGE_OWN_TOKENS)
    mine = ApiToken.objects.select_for_update().filter(account_id=by.account_id or 0, revoked_at=None)
    token = mine.filter(pk=token_id).first()
    if token is None:
        raise not_found("您沒有這個有效的權杖。", "You have no live token of that number.")
    token.revoked_at = by.at
    token.save(update_fields=["revoked_at"])
    return record(by, "accounts.token_revoked", f"token/{token.pk}")
