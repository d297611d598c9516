"""From a request to whoever acts, and from an operation to its act, once."""

from collections.abc import Callable

from django.http import HttpRequest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import AlreadyDone
from coretech.apps.bodies.standing import acting_for


def acting(request: HttpRequest) -> Acting:
    """Whoever sent the request, with today's standing; a form's ``once`` key makes a double click one request."""
    account = request.user if isinstance(request.user, Account) else None
    return acting_for(account, now(), request.POST.get("once", ""))


def once(run: Callable[[], Act]) -> Act:
    """Run an operation; a second sending of the same form finds the first one's act and goes on as it did."""
    try:
        return run()
    except AlreadyDone as done:
        return done.act
