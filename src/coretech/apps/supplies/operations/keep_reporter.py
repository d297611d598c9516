"""Naming who sends returns of a commodity, or until when; nobody's returns are ever left without an owner."""

import datetime as dt
import re
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.supplies.access import allow_keeping
from coretech.apps.supplies.models import Commodity, Reporter, SupplyReturn
from coretech.apps.supplies.queries import locked_commodity
from coretech.kit.refusal import bad_input
from coretech.kit.roc import said

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class KeptReporter:
    """A reporter by a code of the commodity's own, from a day on, until another where one is told."""

    code: str
    zh: str
    en: str
    start: dt.date
    until: dt.date | None = None


def check(by: Acting, commodity: Commodity) -> None:
    """Whether this person keeps the commodity."""
    allow_keeping(by, commodity)


@operation
def keep_reporter(by: Acting, slug: str, given: KeptReporter) -> Act:
    """Name the reporter, or write down its names and days anew."""
    commodity = locked_commodity(slug)
    check(by, commodity)
    _require_sound(given)
    _require_no_overlap(commodity, given)
    kept = {"zh": given.zh.strip(), "en": given.en.strip(), "start": given.start, "until": given.until}
    Reporter.objects.update_or_create(commodity=commodity, code=given.code, defaults=kept)
    days = {
        "start": given.start.isoformat(),
        "until": None if given.until is None else given.until.isoformat(),
    }
    return record(
        by,
        "supply.reporter_kept",
        commodity.subject,
        public=days,
        confidential={"code": given.code, "zh": given.zh, "en": given.en},
    )


def _require_sound(given: KeptReporter) -> None:
    if not _CODE.fullmatch(given.code):
        raise bad_input(
            "code",
            "代碼請用小寫英數字與連字號，最多40字。",
            "Lower-case letters, digits and hyphens, at most 40.",
        )
    for field, name in (("zh", given.zh), ("en", given.en)):
        if not 0 < len(name.strip()) <= _LONGEST:
            raise bad_input(
                field, f"請填名稱，最多{_LONGEST}字。", f"A name of at most {_LONGEST} characters."
            )
    if given.until is not None and given.until < given.start:
        raise bad_input("until", "迄日早於起日。", "It ends before it starts.")


def _require_no_overlap(commodity: Commodity, given: KeptReporter) -> None:
    """No day may be told twice, by the authority and by a reporter, and no return may lie outside its own days."""
    standing = SupplyReturn.objects.filter(commodity=commodity, restated_by=None)
    last = standing.filter(reporter=None, end__gte=given.start).order_by("-end").first()
    if last is not None:
        day = said(last.end)
        raise bad_input(
            "start",
            f"主管機關自己已申報到{day.zh}，申報者須在其後開始。",
            f"The authority itself has reported up to {day.en}; the reporter must begin after that.",
        )
    own = standing.filter(reporter__code=given.code)
    first, end = own.order_by("start").first(), own.order_by("-start").first()
    if first is not None and first.start < given.start:
        day = said(first.start)
        raise bad_input("start", f"已有自{day.zh}起的申報。", f"There are returns from {day.en} on.")
    if end is not None and given.until is not None and end.start > given.until:
        day = said(end.start)
        raise bad_input(
            "until", f"已有{day.zh}起一期的申報。", f"There is a return of the period from {day.en}."
        )
