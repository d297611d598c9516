"""Who may see lists, which is anybody, and who keeps them."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import NO_MATTER, allow
from coretech.law.access import Action, who_may


def allow_keeping(by: Acting) -> None:
    """Require that somebody keeps lists (HTTP 403 otherwise)."""
    allow(by, Action.KEEP_LISTS)


def keeps_lists(by: Acting) -> bool:
    """Whether somebody keeps lists."""
    return who_may(Action.KEEP_LISTS, by.standing, NO_MATTER, by.today).is_yes
