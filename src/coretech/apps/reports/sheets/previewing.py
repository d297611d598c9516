"""A sheet before its publication, held against last time and against the rules: what a checker looks at first."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coretech.apps.reports.cycle.periods import last_of
from coretech.apps.reports.measured.indicators import Stated, indicators_of
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.measured.standing_of import HEAVIEST, heaviest
from coretech.apps.reports.measured.standings import judged_of
from coretech.apps.reports.models import Observation, Sheet
from coretech.apps.reports.sheets.carrying import WORKS, Last, same_works
from coretech.apps.reports.sheets.content import TEXTS, PartContent
from coretech.apps.reports.sheets.locking import Accepted, observations_of, work_of
from coretech.apps.reports.sheets.parts import Part
from coretech.engines.progress.lights import Judged, Light, differs
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Previewed:
    """A measure as it would be published: its words, the light its figures give, and what is new since last time.

    ``judged`` are the schedule's light, where there is one, and then each indicator's; ``changed`` names the questions
    that are answered otherwise than last time.
    """

    part: Part
    content: PartContent
    last: PartContent
    stated: tuple[Stated, ...]
    judged: tuple[Judged, ...]
    changed: tuple[str, ...]

    @property
    def light(self) -> Light:
        """The heaviest of the lights."""
        return heaviest(each.light for each in self.judged)

    @property
    def differs(self) -> Sentence | None:
        """What to say where the officer's own light is another."""
        own = self.content.own_light
        return differs(self.light, Light(own)) if own else None


def previewed(
    sheet: Sheet, parts: Sequence[Part], contents: Mapping[str, PartContent], last: Last, at: dt.datetime
) -> list[Previewed]:
    """Every measure, those to look at first in front: judged otherwise, then out of pace, then as printed."""
    day = last_of(sheet.period)
    accepted = Accepted(sheet, tuple(parts), contents)
    new = observations_of(accepted, at)
    stated = {
        each.indicator.key: _with(each, new)
        for each in indicators_of(sheet.period.plan, day, [part.key for part in parts])
    }
    rules = rules_of(sheet.period.plan, day)
    found = []
    for part in parts:
        content = accepted.of(part)
        mine = tuple(stated[each.key] for each in part.indicators if each.key in stated)
        works = [work_of(work, content.works.get(work.key)) for work in part.works]
        judged = tuple(judged_of(works, mine, rules, day))
        before = last.of(part.key)
        found.append(Previewed(part, content, before, mine, judged, tuple(_changed(content, before))))
    return sorted(found, key=lambda each: (each.differs is None, HEAVIEST.index(each.light)))


def _with(stated: Stated, new: Sequence[Observation]) -> Stated:
    """The indicator as if the sheet's figures stood already, in the place of those they would restate."""
    mine = [each for each in new if each.indicator == stated.indicator]
    replaced = {each.restates_id for each in mine}
    kept = [each for each in stated.observations if each.pk not in replaced]
    return replace(stated, observations=[*kept, *mine])


def _changed(content: PartContent, last: PartContent) -> list[str]:
    found = [name for name in TEXTS if getattr(content, name) != getattr(last, name)]
    return found if same_works(content, last) or not content.works else [*found, WORKS]
