"""The register's entries as a command tells them; the fields are the public contract's."""

import datetime as dt
from collections.abc import Iterable, Sequence

from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.queries import first_valid_from, in_effect_versions
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

_DAMAGED = Sentence("（公告印本字跡受損，已校正）", "(printed damaged; corrected)")
_OFF = Sentence("不在清單上", "not on the list")


def entry_data(entry: ItemVersion, day: dt.date) -> dict[str, object]:
    """One entry of the list on a day; the authority under its name of that day."""
    return {
        "no": entry.item.number,
        "name": entry.name_zh,
        "name_announced": entry.name_announced,
        "authority": entry.authority.name_on(day).as_dict(),
        "sector": entry.sector.name.as_dict(),
        "in_force_since": first_valid_from(entry).isoformat(),
        "version": entry.version,
    }


def entry_row(entry: ItemVersion, day: dt.date, language: str) -> tuple[str, ...]:
    """One entry of the list on a line."""
    name = entry.name.say(language)
    return (
        str(entry.item.number),
        both_calendars(first_valid_from(entry)),
        entry.authority.name_on(day).say(language),
        f"{name}{_DAMAGED.say(language)}" if entry.damaged else name,
    )


def item_told(versions: Sequence[ItemVersion], day: dt.date, *, every_version: bool) -> Told:
    """An item as it stands on a day, with its versions; the newest one alone unless all are asked for."""
    current = in_effect_versions(versions, day)
    shown = versions if every_version else versions[-1:]
    data = {
        **entry_data(current or versions[-1], day),
        "in_force": current is not None,
        "versions": [version_data(version) for version in versions],
    }

    def lines(language: str) -> Iterable[str]:
        head = " ".join(entry_row(current or versions[-1], day, language))
        yield head if current is not None else f"{head} ({_OFF.say(language)})"
        yield from table([_version_row(version, language) for version in shown])

    return Told(data, lines)


def version_data(version: ItemVersion) -> dict[str, object]:
    """One version: what it says, since when, and by which decision and announcement."""
    return {
        "version": version.version,
        "change": version.change,
        "name": version.name_zh,
        "name_en": version.name_en,
        "name_announced": version.name_announced,
        "damaged": version.damaged,
        "name_source": version.name_source or None,
        "authority": version.authority.name_on(version.valid_from).as_dict(),
        "sector": version.sector.name.as_dict(),
        "valid_from": version.valid_from.isoformat(),
        "recorded_at": moment(version.recorded_at),
        "announcement": _announcement_data(version.announcement),
        "case": None if version.case is None else version.case.reference,
    }


def both_calendars(day: dt.date) -> str:
    """A day in both calendars, short: ``2025-11-24 (114.11.24)``."""
    return f"{day.isoformat()} ({roc_short(day)})"


def _announcement_data(announcement: Announcement) -> dict[str, object]:
    return {
        "edition": announcement.edition,
        "document_number": announcement.document_number or None,
        "decided_on": announcement.decided_on.isoformat(),
        "announced_on": announcement.announced_on.isoformat(),
        "effective_on": announcement.effective_on.isoformat(),
        "source": announcement.source or None,
    }


def _version_row(version: ItemVersion, language: str) -> tuple[str, ...]:
    announcement = version.announcement
    decided = Sentence(
        f"決議 {both_calendars(announcement.decided_on)}",
        f"decided {both_calendars(announcement.decided_on)}",
    )
    number = announcement.document_number or "－"
    return (
        f"v{version.version}",
        both_calendars(version.valid_from),
        decided.say(language),
        number,
        version.name.say(language),
    )
