"""Finding an account by what it shows."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.accounts.models import Account, ApiToken
from coretech.apps.accounts.operations.create_token import digest_of


def account_of_token(secret: str, at: dt.datetime) -> Account | None:
    """The active account a live token acts for, or None."""
    live = ApiToken.objects.filter(revoked_at=None, expires_at__gt=at, account__is_active=True)
    token = live.select_related("account").filter(digest=digest_of(secret)).first()
    return None if token is None else token.account


def account_named(username: str) -> Account | None:
    """The active account of this name, or None."""
    return Account.objects.filter(username=username, is_active=True).first()


def tokens_of(account: Account) -> QuerySet[ApiToken]:
    """The account's tokens, newest first."""
    return ApiToken.objects.filter(account=account)
