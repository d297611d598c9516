"""Supplies in tests: the bundled commodities, officers who file, and made-up returns."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.people.models import Agency, Person, Posting
from coretech.apps.supplies.bundled import load_commodities
from coretech.apps.supplies.models import Alert, Batch, Commodity
from coretech.apps.supplies.operations.file_returns import file_returns, read
from coretech.apps.supplies.operations.hand_in_file import hand_in_file
from coretech.apps.supplies.operations.keep_reporter import KeptReporter, keep_reporter
from coretech.apps.supplies.reading import GivenFile
from coretech.engines.supplies.periods import Frequency, periods
from coretech.readers.supplies.columns import heading
from tests import factories

DAY = dt.date(2025, 6, 20)
OFFICER = "agency-moea"
"""The stage's officer of the ministry, whom `staged` posts to the energy administration, too."""

Cells = Mapping[str, object]


def staged() -> None:
    """The bundled commodities, and an officer for all of them."""
    load_commodities()
    Posting.objects.create(
        person=Person.objects.get(account__username=OFFICER),
        agency=Agency.objects.get(code="energy"),
        kind=Posting.Kind.OFFICER,
        start=dt.date(2020, 1, 1),
    )


def world() -> dict[str, object]:
    """One of everything of supplies that has an address, by the names that addresses have for it."""
    staged()
    by = officer(factories.DAY)
    lines = months("coal", 2, factories.DAY, stock=40, consumption=30)
    batch = filed(lines, by)
    handed = hand_in_file(by, given(lines))
    alert = Alert.objects.create(
        commodity=commodity(),
        kind="below",
        key="world",
        day=factories.DAY,
        zh="低",
        en="low",
        opened_at=by.at,
    )
    return {
        "supply_slug": "coal",
        "supply_form": "csv",
        "batch_number": batch.pk,
        "file_number": int(handed.subject.partition("/")[2]),
        "alert_number": alert.pk,
    }


def officer(day: dt.date = DAY) -> Acting:
    """Whoever files."""
    return factories.acting(OFFICER, day)


def commodity(slug: str = "coal") -> Commodity:
    """A bundled commodity."""
    return Commodity.objects.select_related("authority").get(slug=slug)


def line(slug: str, start: dt.date, end: dt.date, **figures: object) -> dict[str, object]:
    """A line of a file by the names of its columns."""
    unit = commodity(slug).unit
    return {"commodity": slug, "unit": unit, "period_start": start, "period_end": end, **figures}


def months(slug: str, count: int, until: dt.date = DAY, **figures: object) -> list[dict[str, object]]:
    """A line for each of the last months that are over, all with the same figures."""
    since = dt.date(until.year - 1 - count // 12, 1, 1)
    found = list(periods(Frequency.MONTHLY, since, until - dt.timedelta(days=1)))[-count:]
    return [line(slug, each.start, each.end, **figures) for each in found]


def as_csv(lines: Iterable[Cells]) -> bytes:
    """The lines as a CSV file with every column that any of them has."""
    found = list(lines)
    names = list(dict.fromkeys(name for each in found for name in each))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([heading(name) for name in names])
    writer.writerows([each.get(name, "") for name in names] for each in found)
    return text.getvalue().encode()


def given(lines: Iterable[Cells], year: int | None = None) -> GivenFile:
    """The lines as a file."""
    return GivenFile("returns.csv", as_csv(lines), year)


def filed(lines: Iterable[Cells], by: Acting | None = None) -> Batch:
    """The batch of lines that were filed."""
    by = by or officer()
    return batch_of(file_returns(by, read(by, given(lines))))


def batch_of(act: Act) -> Batch:
    """The batch an act is about."""
    return Batch.objects.get(pk=int(act.subject.partition("/")[2]))


def reporter(code: str, slug: str = "coal", start: dt.date = dt.date(2024, 1, 1)) -> None:
    """A reporter of a commodity."""
    keep_reporter(officer(), slug, KeptReporter(code, f"申報者{code}", f"Reporter {code}", start))


def steady(slug: str = "coal", count: int = 18, stock: Decimal | int = 40) -> list[dict[str, object]]:
    """Months in which 30 are used and imported each, with a stock that lasts about ``stock`` days."""
    return months(slug, count, imports=30, consumption=30, exports=0, production=0, stock=stock)
