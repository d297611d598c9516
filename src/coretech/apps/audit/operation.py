"""What makes a function an operation: one transaction, one act, once per request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act, Once
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

P = ParamSpec("P")
Operation = Callable[Concatenate[Acting, P], Act]

OPERATIONS: dict[str, Callable[..., Act]] = {}


class AlreadyDone(Refused):
    """The same request came before; ``act`` is what it wrote then."""

    def __init__(self, act: Act) -> None:
        """Keep the first request's act."""
        sentence = Sentence(
            f"這項請求已於先前辦理（紀錄第{act.seq}號），未重複寫入。",
            f"This request was carried out before (act {act.seq}); nothing was written twice.",
        )
        super().__init__(sentence, status=409)
        self.act = act


def operation(function: Callable[Concatenate[Acting, P], Act]) -> Operation[P]:
    """Run the function in one transaction that its act belongs to; a refusal leaves nothing behind.

    A request whose ``once`` key was used before raises `AlreadyDone`; two at the same moment wait for each other.
    """

    @wraps(function)
    def run(by: Acting, /, *args: P.args, **kwargs: P.kwargs) -> Act:
        with transaction.atomic():
            _claim(by)
            act = function(by, *args, **kwargs)
            if by.once:
                Once.objects.create(key=_key(by), act=act)
            return act

    OPERATIONS[f"{function.__module__}.{function.__name__}"] = run
    return run


def _key(by: Acting) -> str:
    """The request's key in the table, without the one character that PostgreSQL takes in no text."""
    return f"{by.account_id or 0}:{by.once}".replace("\x00", "")[:96]


def _claim(by: Acting) -> None:
    """Let requests with the same key pass one at a time, and stop the second."""
    if not by.once:
        return
    hold(f"once:{_key(by)}")
    done = Once.objects.select_related("act").filter(key=_key(by)).first()
    if done is not None:
        raise AlreadyDone(done.act)
