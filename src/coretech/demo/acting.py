"""The cast acting: each account with the standing it has on the demonstration's day."""

from dataclasses import replace

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.demo.scene import PUBLIC

_WAY_IN = "demonstration"


def acting_as(username: str) -> Acting:
    """One of the cast acting now; the act keeps that it was played."""
    account = None if username == PUBLIC else Account.objects.get(username=username, demo=True)
    return replace(acting_for(account, now()), via=_WAY_IN)
