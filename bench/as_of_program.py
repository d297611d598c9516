"""A register of 10,000 items with 20 versions each, asked by lines on standard input; each answer is a count.

Run as a program with ``CORETECH_HOME`` set. ``ours`` asks for the list of a day as known on a day, ``peer`` selects as
many versions by an index, both in objects with what a page shows of them.
"""

import datetime as dt
import os
import sys
from importlib import import_module
from pathlib import Path

ITEMS, VERSIONS = 10_000, 20
CORRECTED = 10
"""The version that each item's last one corrects."""

FIRST = dt.date(2000, 1, 1)
AS_OF = FIRST + dt.timedelta(days=100 * 15)
"""A day by which 15 of the editions are in effect, and every one of them was known."""

FILL = Path(__file__).with_name("as_of.sql")


def main() -> int:
    """Fill the register, say so, then answer line by line until the input ends."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    _fill()
    asked = {"ours": _ours, "peer": _peer}
    _say("ready")
    for line in sys.stdin:
        _say(str(asked[line.strip()]()))
    return 0


def _fill() -> None:
    figures = {"items": ITEMS, "versions": VERSIONS, "corrected": CORRECTED, "first": FIRST.isoformat()}
    connection = import_module("django.db").connection
    with connection.cursor() as cursor:
        cursor.execute(FILL.read_text(encoding="utf-8"), figures)
        cursor.execute("VACUUM ANALYZE")


def _ours() -> int:
    queries = import_module("coretech.apps.register.queries")
    return len(queries.in_force(AS_OF, AS_OF))


def _peer() -> int:
    versions = import_module("coretech.apps.register.models").ItemVersion.objects
    rows = versions.select_related("item", "authority", "sector", "announcement", "case")
    return len(rows.prefetch_related("authority__names").filter(announcement__edition=1015))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
