"""The register as a list of dicts, read in the slowest way there is."""

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from coretech.apps.register.models import ItemVersion
from coretech.kit.clock import TAIPEI

ENDS = {"split", "merged", "removed"}


class Row(TypedDict):
    """A version as it was written."""

    no: int
    version: int
    change: str
    name: str
    authority: str
    sector: str
    valid_from: dt.date
    recorded_on: dt.date
    corrects: int | None


class Told(TypedDict):
    """What a list says of an item on a day."""

    no: int
    version: int
    name: str
    authority: str
    sector: str
    since: dt.date


def row_of(version: ItemVersion) -> Row:
    """The dict of a version."""
    return Row(
        no=version.item.number,
        version=version.version,
        change=version.change,
        name=version.name_zh,
        authority=version.authority.code,
        sector=version.sector.code,
        valid_from=version.valid_from,
        recorded_on=version.recorded_at.astimezone(TAIPEI).date(),
        corrects=None if version.corrects is None else version.corrects.version,
    )


def listed(rows: Iterable[Row], as_of: dt.date, known_at: dt.date) -> list[Told]:
    """The list in force on a day, as known on another."""
    known = [row for row in rows if row["recorded_on"] <= known_at]
    found = []
    for no in sorted({row["no"] for row in known}):
        reached = _reached(known, no, as_of)
        if reached and reached[-1]["change"] not in ENDS:
            last = reached[-1]
            since = [row["valid_from"] for row in reached if row["change"] == "added"][-1]
            found.append(
                Told(
                    no=no,
                    version=last["version"],
                    name=last["name"],
                    authority=last["authority"],
                    sector=last["sector"],
                    since=since,
                )
            )
    return found


def differ(
    rows: list[Row], before: dt.date, after: dt.date, known_at: dt.date
) -> dict[int, tuple[bool, bool]]:
    """The items that two days tell differently, each with whether it was there before and after."""
    old = {told["no"]: told for told in listed(rows, before, known_at)}
    new = {told["no"]: told for told in listed(rows, after, known_at)}
    return {
        no: (no in old, no in new)
        for no in sorted(old.keys() | new.keys())
        if no not in old or no not in new or _says(old[no]) != _says(new[no])
    }


def _reached(known: list[Row], no: int, as_of: dt.date) -> list[Row]:
    own = [row for row in known if row["no"] == no]
    corrected = [row["corrects"] for row in own]
    standing = [row for row in own if row["version"] not in corrected and row["valid_from"] <= as_of]
    return sorted(standing, key=lambda row: (row["valid_from"], row["version"]))


def _says(told: Told) -> tuple[str, str, str]:
    return told["name"], told["authority"], told["sector"]
