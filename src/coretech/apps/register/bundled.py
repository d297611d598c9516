"""The list as first announced, from the bundled facts: stored once, the first time anybody needs it."""

import csv
import datetime as dt
from importlib import resources

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.record import record
from coretech.apps.people.models import Agency
from coretech.apps.register.models import Announcement, ItemVersion, RegisterItem
from coretech.apps.register.official import as_public
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.clock import TAIPEI

DECIDED = dt.date(2023, 11, 14)
ANNOUNCED = dt.date(2023, 12, 5)
_SOURCE = "ITRI briefing, 2024-04-26 (list of 22 items)"
_KNOWN_AT = dt.datetime(2023, 12, 5, tzinfo=TAIPEI)


def load_sectors() -> None:
    """Write the bundled sectors where they are missing."""
    for row in _rows("sectors.csv"):
        Sector.objects.get_or_create(
            code=row["code"], defaults={"zh": row["zh"], "en": row["en"], "order": int(row["order"])}
        )


@transaction.atomic
def load_first_list() -> bool:
    """Write the 22 items as edition 1, in one act; says whether there was anything to write.

    Record time is the day of the announcement: the list was public from then on.
    """
    load_sectors()
    if Announcement.objects.filter(edition=1).exists():
        return False
    announcement = Announcement.objects.create(
        edition=1,
        decided_on=DECIDED,
        announced_on=ANNOUNCED,
        effective_on=ANNOUNCED,
        recorded_at=_KNOWN_AT,
        source=_SOURCE,
    )
    versions = [_write(row, announcement) for row in _rows("list_2023_12_05.csv")]
    record(
        Acting(at=_KNOWN_AT, username="system"),
        "register.opened",
        "announcement/1",
        public={
            "announced_on": ANNOUNCED.isoformat(),
            "items": [as_public(version) for version in versions],
            "source": _SOURCE,
        },
        rows=[announcement, *versions, *(version.item for version in versions)],
        why="the list as announced, from the bundled facts",
    )
    return True


def _write(row: dict[str, str], announcement: Announcement) -> ItemVersion:
    sector = Sector.objects.get(code=row["sector"])
    name = row["name_zh"] or row["name_announced"]
    technology = Technology.objects.create(sector=sector, label_zh=name, label_en=row["name_en"])
    return ItemVersion.objects.create(
        item=RegisterItem.objects.create(number=int(row["number"]), technology=technology),
        version=1,
        change=ItemVersion.Change.ADDED,
        name_zh=name,
        name_announced=row["name_announced"],
        damaged=row["damaged"] == "yes",
        name_en=row["name_en"],
        name_source=row["name_source"],
        authority=Agency.objects.get(code=row["authority"]),
        sector=sector,
        announcement=announcement,
        valid_from=ANNOUNCED,
        recorded_at=_KNOWN_AT,
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("coretech.data").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
