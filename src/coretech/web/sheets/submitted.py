"""A submitted version as head and controller read it: first what to look at, then all of it."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.models import Sheet, SheetVersion
from coretech.apps.reports.sheets.carrying import last_before
from coretech.apps.reports.sheets.content import LABELS, from_json
from coretech.apps.reports.sheets.parts import parts_of
from coretech.apps.reports.sheets.previewing import Previewed, previewed
from coretech.kit.sentence import Sentence
from coretech.web.plans.lights import light_tag
from coretech.web.sheets.shown import Shown, shown
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr


@dataclass(frozen=True, slots=True)
class Read:
    """A measure to read: its answers, the light its figures give with each reason, and what is new."""

    shown: Shown
    light: Tag
    reasons: list[tuple[str, Tag, Sentence]]
    differs: Sentence | None
    changed: str


def read_of(by: Acting, sheet: Sheet, version: SheetVersion) -> list[Read]:
    """Every measure, those to look at first in front."""
    contents = {key: from_json(stored) for key, stored in version.content.items()}
    found = previewed(sheet, parts_of(sheet), contents, last_before(sheet), by.at)
    return [_read(each, sheet.period.plan.slug) for each in found]


def _read(found: Previewed, slug: str) -> Read:
    return Read(
        shown(found.part, found.content, found.last, slug),
        light_tag(found.light),
        [
            (name, light_tag(judged.light), judged.sentence)
            for name, judged in zip(_names(found), found.judged, strict=True)
        ],
        found.differs,
        tr("、", ", ").join(say(LABELS[name]) for name in found.changed),
    )


def _names(found: Previewed) -> list[str]:
    """What each light is about: the schedule where there are work items, then the indicators."""
    schedule = [tr("工作期程", "The schedule")] if found.part.works else []
    return schedule + [each.definition.name for each in found.stated]
