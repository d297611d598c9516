"""Whether a page draws a button for its reader, and whether the button is open."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from coretech.apps.audit.rulings import refusal_of
from coretech.kit.refusal import Refused


@dataclass(frozen=True, slots=True)
class Gate:
    """A button of the reader's own role; closed where there is a refusal, with its sentence beneath."""

    refusal: Refused | None


def gate_of(check: Callable[..., object], *args: object) -> Gate | None:
    """The button as the operation's own check sees it; None where the step belongs to another role."""
    refusal = refusal_of(check, *args)
    if refusal is not None and refusal.status == HTTPStatus.FORBIDDEN:
        return None
    return Gate(refusal)
