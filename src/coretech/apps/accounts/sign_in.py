"""What signing in keeps beside the account: sessions, second factors, addresses of the identity provider."""

import datetime as dt
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from coretech.apps.accounts.models import Account, ApiToken


def end_sessions(account: Account) -> int:
    """Sign the account out everywhere, live screens included; says how many sessions that ended."""
    own = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(account.pk)
    ]
    Session.objects.filter(pk__in=own).delete()
    return len(own)


def revoke_tokens(account: Account, at: dt.datetime) -> int:
    """End every token of the account; says how many were live."""
    return ApiToken.objects.filter(account=account, revoked_at=None).update(revoked_at=at)


def forget_addresses(account: Account) -> None:
    """Drop what earlier sign-ins noted of the account's addresses, so that an old one opens nothing."""
    EmailAddress.objects.filter(user=account).delete()


def second_factors() -> QuerySet[Authenticator]:
    """What accounts confirm a sign-in with besides the password; recovery codes alone are none."""
    return Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)


def with_second_factor(accounts: Iterable[int]) -> frozenset[int]:
    """Which of these accounts have a second factor."""
    return frozenset(second_factors().filter(user__in=accounts).values_list("user_id", flat=True))
