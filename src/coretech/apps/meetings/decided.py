"""What a decision came to: the act it is recorded as, and the case it was about."""

from dataclasses import dataclass

from django.db.models import Model

from coretech.apps.cases.models import Case


@dataclass(frozen=True, slots=True)
class Decided:
    """The act a decision is recorded as, the case it moved, if there is one behind the item, and the rows it wrote."""

    kind: str
    subject: str
    case: Case | None
    rows: tuple[Model, ...] = ()
