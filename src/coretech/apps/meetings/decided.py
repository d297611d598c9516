"""What a decision came to: the act it is recorded as, and the case it was about."""

from dataclasses import dataclass

from coretech.apps.cases.models import Case


@dataclass(frozen=True, slots=True)
class Decided:
    """The act a decision is recorded as, and the case it moved, if there is one behind the item."""

    kind: str
    subject: str
    case: Case | None
