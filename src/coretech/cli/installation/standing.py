"""On whose behalf a command runs: the holder of the machine acts as an account, and the act keeps that."""

import os
from dataclasses import replace

from coretech.apps.accounts.queries import account_named
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.kit.refusal import bad_input
from coretech.law.access import Role, Standing


def acting_as_holder() -> Acting:
    """Whoever holds the machine, who is the first administrator of its accounts."""
    holder = Standing(frozenset({Role.PUBLIC, Role.ADMINISTRATOR}))
    return Acting(at=now(), username="system", standing=holder, via=_way_in())


def acting_as(name: str | None, once: str = "") -> Acting:
    """The account of this name acting now, with the standing it has today; no name is the public.

    ``via`` says that a command was used, and by which user of the machine.

    Raises:
        Refused: (HTTP 422) where there is no such account, or it is closed.
    """
    account = None if name is None else account_named(name)
    if name is not None and account is None:
        raise bad_input("as", f"沒有名為「{name}」的有效帳號。", f"There is no active account “{name}”.")
    return replace(acting_for(account, now(), once), via=_way_in())


def _way_in() -> str:
    return f"command, uid {os.getuid()}"
