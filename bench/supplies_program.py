"""Returns of supplies filed again and again, asked by lines on standard input; each answer is a line of JSON.

Run as a program with ``CORETECH_HOME`` set. ``ours N`` reads a file of N lines and records it as an act, with every
row bound; ``peer N`` copies the same rows into the same table with plain COPY, and binds nothing. Both are undone.
"""

import csv
import datetime as dt
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

REPORTERS, FIRST = 100, dt.date(1940, 1, 1)
SLUGS = ("coal", "natural-gas", "pulp", "soy", "wheat")
_HEAD = ("commodity", "unit", "period_start", "period_end", "reporter", "production", "imports", "exports")
_TAIL = ("sales", "consumption", "stock", "price")
_COPY = (
    'COPY supplies_supplyreturn (commodity_id, start, "end", production, imports, exports, sales, consumption, '
    "stock, price, batch_id, converted_from, note) FROM STDIN"
)


def main() -> int:
    """Make an installation with reporters, say so, then answer line by line until the input ends."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    _name_reporters()
    asked: dict[str, Callable[[int], object]] = {"ours": _ours, "peer": _peer}
    _say("ready")
    for line in sys.stdin:
        name, count = line.split()
        _say(asked[name](int(count)))
    return 0


def _name_reporters() -> None:
    models = import_module("coretech.apps.supplies.models")
    if models.Reporter.objects.exists():
        return
    models.Reporter.objects.bulk_create(
        models.Reporter(
            commodity=each, code=f"r{number}", zh=f"申報者{number}", en=f"Reporter {number}", start=FIRST
        )
        for each in models.Commodity.objects.filter(slug__in=SLUGS)
        for number in range(REPORTERS)
    )


def _ours(count: int) -> int:
    """Read the file and record it in one act; what was written is undone."""
    filing = import_module("coretech.apps.supplies.operations.file_returns")
    given = import_module("coretech.apps.supplies.reading").GivenFile("bench.csv", _file(count))
    database = import_module("django.db")
    with database.transaction.atomic():
        found = filing.read(_officer(), given)
        written: int = filing.file_returns(_officer(), found).public["rows"]
        database.transaction.set_rollback(True)
    return written


def _peer(count: int) -> int:
    """The same rows into the same table, and nothing else."""
    database, models = import_module("django.db"), import_module("coretech.apps.supplies.models")
    keys = dict(models.Commodity.objects.values_list("slug", "pk"))
    with database.transaction.atomic():
        with database.connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            with cursor.copy(_COPY) as copy:
                for slug, _, start, end, _, *figures in _lines(count):
                    copy.write_row((keys[slug], start, end, *figures, 0, "", ""))
        database.transaction.set_rollback(True)
    return count


@cache
def _file(count: int) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*_HEAD, *_TAIL])
    writer.writerows(_lines(count))
    return text.getvalue().encode()


def _lines(count: int) -> Iterator[tuple[object, ...]]:
    """Lines of all reporters of all commodities, month by month from the first."""
    months = import_module("coretech.engines.supplies.periods")
    spans = list(months.periods(months.Frequency.MONTHLY, FIRST, dt.date(2024, 12, 31)))
    each = len(SLUGS) * REPORTERS
    for number in range(count):
        span, rest = spans[number // each], number % each
        slug, reporter = SLUGS[rest // REPORTERS], rest % REPORTERS
        figures = (number % 97, 1200 + number % 31, 0, 1100, 1150 + number % 7, 4000 + number % 501, 99.5)
        yield slug, "公噸", span.start, span.end, f"r{reporter}", *figures


@cache
def _officer() -> Any:  # noqa: ANN401 - a class that only exists once Django is set up
    """Somebody who files for both authorities."""
    acting, access = import_module("coretech.apps.audit.acting"), import_module("coretech.law.access")
    roles = frozenset({access.Role.PUBLIC, access.Role.AGENCY_OFFICER})
    standing = access.Standing(roles, frozenset({"energy", "moea"}))
    at = dt.datetime(2025, 6, 2, 2, tzinfo=dt.UTC)
    return acting.Acting(at=at, username="bench", standing=standing)


def _say(answer: object) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
