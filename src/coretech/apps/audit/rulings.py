"""From rulings to refusals: an operation goes on only where the law says yes."""

from collections.abc import Callable, Mapping
from typing import Any

from coretech.apps.audit.acting import Acting
from coretech.kit.refusal import Refused
from coretech.law.access import Action, Matter, who_may
from coretech.law.ruling import Ruling

NO_MATTER = Matter()


def require(ruling: Ruling, *, status: int = 409) -> Ruling:
    """Give the ruling back where it says yes.

    Raises:
        Refused: with the ruling's own sentence, where it says anything else.
    """
    if not ruling.is_yes:
        raise Refused(ruling.reason, status=status, ruling=ruling)
    return ruling


def allow(by: Acting, action: Action, matter: Matter = NO_MATTER) -> Ruling:
    """Require that this person may take this action on this matter today (HTTP 403 otherwise)."""
    return require(who_may(action, by.standing, matter, by.today), status=403)


def refusal_of(check: Callable[..., object], *args: object, **kwargs: object) -> Refused | None:
    """What a check would refuse, or None where it passes: the button asks what the operation will ask."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return refused
    return None


def as_recorded(ruling: Ruling) -> Mapping[str, Any]:
    """The part of a ruling that an act keeps: what was decided, by which article, under which reading."""
    kept = ("question", "outcome", "articles", "values", "readings", "disputed", "as_of")
    return {key: value for key, value in ruling.as_dict().items() if key in kept}
