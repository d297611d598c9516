"""The agencies under their names in time, from the bundled facts."""

import csv
import datetime as dt
from importlib import resources

from coretech.apps.people.models import Agency, AgencyName


def load_agencies() -> None:
    """Write the bundled agencies and names where they are missing; what is there stays."""
    text = resources.files("coretech.data").joinpath("agencies.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        agency, _ = Agency.objects.get_or_create(code=row["code"])
        AgencyName.objects.get_or_create(
            agency=agency,
            valid_from=_day(row["valid_from"]),
            defaults={
                "zh": row["name_zh"],
                "en": row["name_en"],
                "valid_until": _day(row["valid_until"]),
                "source": row["source"][:200],
            },
        )


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
