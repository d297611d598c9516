"""Setting how many days of cover a commodity needs from a day on; what held before stays on record."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.supplies.access import allow_keeping
from coretech.apps.supplies.models import Commodity, CoverStandard
from coretech.apps.supplies.queries import locked_commodity
from coretech.kit.refusal import bad_input

_MOST = 3650
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class NewStandard:
    """Days of cover from a day on; ``source`` is the document that sets them, ``line`` where in it."""

    days: Decimal
    basis: str
    start: dt.date
    source: str
    until: dt.date | None = None
    line: int | None = None


def check(by: Acting, commodity: Commodity) -> None:
    """Whether this person keeps the commodity."""
    allow_keeping(by, commodity)


@operation
def set_standard(by: Acting, slug: str, given: NewStandard) -> Act:
    """Record the standard; of two that begin on the same day the later recorded one holds."""
    commodity = locked_commodity(slug)
    check(by, commodity)
    _require_sound(given)
    standard = CoverStandard.objects.create(
        commodity=commodity,
        days=given.days,
        basis=given.basis,
        start=given.start,
        until=given.until,
        source=given.source.strip(),
        line=given.line,
        recorded_at=by.at,
    )
    public = {
        "days": str(given.days.normalize()),
        "basis": given.basis,
        "start": given.start.isoformat(),
        "until": None if given.until is None else given.until.isoformat(),
        "source": standard.source,
    }
    return record(by, "supply.standard_set", commodity.subject, public=public, rows=[standard])


def _require_sound(given: NewStandard) -> None:
    if given.basis not in CoverStandard.Basis.values:
        raise bad_input("basis", "請選擇法定或計畫目標。", "Choose statutory or planned.")
    if not (given.days.is_finite() and 0 < given.days <= _MOST):
        raise bad_input("days", f"天數須大於0且不超過{_MOST}。", f"Days must be above 0 and at most {_MOST}.")
    if given.days != given.days.quantize(Decimal("0.01")):
        raise bad_input("days", "天數最多到小數點後2位。", "Days have at most two decimal places.")
    if given.until is not None and given.until < given.start:
        raise bad_input("until", "迄日早於起日。", "It ends before it starts.")
    if not given.source.strip():
        raise bad_input("source", "請寫明出處（法規或文件）。", "Name the source: the law or the document.")
    if len(given.source.strip()) > _LONGEST:
        raise bad_input("source", f"出處最多{_LONGEST}字。", f"At most {_LONGEST} characters.")
