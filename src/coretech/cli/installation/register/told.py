"""The register's entries as a command tells them; the fields are the public contract's."""

import datetime as dt
from collections.abc import Iterable, Sequence

from coretech.apps.register.legal_states import Legal, Milestone, milestones
from coretech.apps.register.lineage import continued_by, continues
from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.queries import first_valid_from, in_effect_versions, newest_of
from coretech.apps.register.scope_notes import Topic, topics_of
from coretech.apps.register.searching import Found
from coretech.apps.register.standing import correction_of
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

_DAMAGED = Sentence("（公告印本字跡受損，已校正）", "(printed damaged; corrected)")
_FORMERLY = Sentence("（以前的名稱：{}）", " (found by its former name: {})")
_OFF = Sentence("不在清單上", "not on the list")
_CAME_FROM = Sentence("來自：", "came from: ")
_GOES_ON = Sentence("由下列項目承續：", "goes on in: ")
STATES = {
    Legal.INVENTORIED: Sentence("盤點", "inventoried"),
    Legal.SUBMITTED: Sentence("提報", "submitted"),
    Legal.PANEL_REVIEWED: Sentence("專家審查", "panel-reviewed"),
    Legal.APPROVED: Sentence("審議通過", "approved"),
    Legal.PRE_ANNOUNCED: Sentence("預告", "pre-announced"),
    Legal.IN_FORCE: Sentence("公告生效", "in force"),
    Legal.REPORTED: Sentence("送立法院備查", "reported to the Legislative Yuan"),
    Legal.CHANGED: Sentence("變更", "changed"),
    Legal.REMOVED: Sentence("廢止", "removed"),
}
"""The legal states as the law calls them."""


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


def found_row(found: Found, language: str) -> tuple[str, ...]:
    """One entry of a day's list on a line, with the former name it was found by."""
    item, name = found.item, found.item.name.say(language)
    damaged = _DAMAGED.say(language) if item.damaged else ""
    former = "" if found.former is None else _FORMERLY.say(language).format(found.former.name.say(language))
    authority = item.authority.say(language)
    return str(item.number), both_calendars(item.since), authority, f"{name}{damaged}{former}"


def item_told(
    versions: Sequence[ItemVersion], day: dt.date, *, every_version: bool, known_at: dt.date | None = None
) -> Told:
    """An item as it stands on a day, with its versions and how it came to be there; the newest one alone unless asked.

    ``known_at`` is the day whose knowledge the versions are.
    """
    current = in_effect_versions(versions, day)
    newest = current or newest_of(versions)
    shown = versions if every_version else [newest_of(versions)]
    states, topics = milestones(versions), topics_of(newest.item_id, known_at)
    data = {
        **entry_data(newest, day),
        "in_force": current is not None,
        "states": [_state_data(step) for step in states],
        "scope_notes": [_note_data(topic) for topic in topics if not topic.withdrawn],
        "versions": [version_data(version, versions) for version in versions],
    }

    def lines(language: str) -> Iterable[str]:
        head = " ".join(entry_row(newest, day, language))
        yield head if current is not None else f"{head} ({_OFF.say(language)})"
        yield from table([_version_row(version, language) for version in shown])
        for version in shown:
            yield from _beneath(version, versions, language)
        if every_version:
            yield from table([_state_row(step, language) for step in states])
            yield from (
                f"{topic.name}  {topic.newest.text.say(language)}" for topic in topics if not topic.withdrawn
            )

    return Told(data, lines)


def version_data(version: ItemVersion, versions: Sequence[ItemVersion]) -> dict[str, object]:
    """One version among all of its item: what it says, since when, by which announcement; its kin, and corrections."""
    corrected_by = correction_of(version, versions)
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
        "corrects": None if version.corrects is None else version.corrects.version,
        "corrected_by": None if corrected_by is None else corrected_by.version,
        "corrected_because": version.corrected_because or None,
        "correction_source": version.correction_source or None,
        "continues": [each.item.number for each in continues(version)],
        "continued_by": [each.item.number for each in continued_by(version)],
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


def _state_data(step: Milestone) -> dict[str, object]:
    return {
        "state": step.state.value,
        "date": step.day.isoformat(),
        "date_roc": roc_short(step.day),
        "document_number": step.document_number or None,
        "version": step.version.version,
    }


def _note_data(topic: Topic) -> dict[str, object]:
    note = topic.newest
    return {
        "topic": note.topic,
        "text": note.text.as_dict(),
        "source": note.source,
        "noted_at": moment(note.noted_at),
    }


def _state_row(step: Milestone, language: str) -> tuple[str, ...]:
    name = STATES[step.state].say(language)
    return both_calendars(step.day), f"{name} (v{step.version.version})", step.document_number or "－"


def _beneath(version: ItemVersion, versions: Sequence[ItemVersion], language: str) -> Iterable[str]:
    """What else is to say of a version: what it corrects or was corrected by, where it came from and goes on."""
    corrected_by, number = correction_of(version, versions), f"  v{version.version}  "
    if version.corrects is not None:
        wrong = version.corrects.version
        why = f"{version.corrected_because} ({version.correction_source})"
        yield number + Sentence(f"更正第{wrong}版：{why}", f"corrects version {wrong}: {why}").say(language)
    if corrected_by is not None:
        right = corrected_by.version
        yield number + Sentence(f"已由第{right}版更正", f"corrected by version {right}").say(language)
    for told, kin in ((_CAME_FROM, continues(version)), (_GOES_ON, continued_by(version))):
        if kin:
            named = "; ".join(f"{each.item.number} {each.name.say(language)}" for each in kin)
            yield f"{number}{told.say(language)}{named}"


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
