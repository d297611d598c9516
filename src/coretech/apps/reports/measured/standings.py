"""A measure's standing at the end of a period: computed once, at publication, by the rules of the day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coretech.apps.people.models import Agency
from coretech.apps.reports.cycle.periods import last_of
from coretech.apps.reports.measured.indicators import Stated, indicators_of
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.measured.standing_of import heaviest
from coretech.apps.reports.models import MeasureStanding, ReportingPeriod
from coretech.apps.reports.sheets.locking import Accepted, work_of
from coretech.apps.reports.sheets.parts import Part
from coretech.engines.progress import lights, schedule
from coretech.engines.progress.lights import Judged, Light
from coretech.engines.progress.thresholds import Rules


@dataclass(slots=True)
class _Row:
    """What is known of a measure, as a whole or of one agency's share of it."""

    works: list[schedule.Work] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Day:
    """What every row is reckoned by."""

    period: ReportingPeriod
    day: dt.date
    rules: Rules
    stated: Mapping[str, Stated]


def standings_of(
    period: ReportingPeriod, sheets: Sequence[Accepted], today: dt.date
) -> list[MeasureStanding]:
    """A row for each measure as a whole (no agency), and one for each agency's share of it.

    Figures are those that count once the period's own observations are written; they are held against the last day of
    the period, not against the day of publication.
    """
    day = last_of(period)
    stated = {each.indicator.key: each for each in indicators_of(period.plan, day)}
    on = _Day(period, day, rules_of(period.plan, today), stated)
    whole: dict[str, _Row] = defaultdict(_Row)
    seen: set[str] = set()
    found: list[MeasureStanding] = []
    for accepted in sheets:
        for part in accepted.parts:
            own = _Row()
            _add(own, accepted, part, part.works)
            _add(whole[part.key], accepted, part, [work for work in part.works if work.key not in seen])
            seen |= {work.key for work in part.works}
            found.append(_standing(on, part.key, accepted.sheet.agency, own))
    return found + [_standing(on, key, None, row) for key, row in whole.items()]


def judged_of(
    works: Sequence[schedule.Work], stated: Sequence[Stated], rules: Rules, day: dt.date
) -> list[Judged]:
    """The schedule's light first, then each indicator's."""
    by_schedule = [lights.light(schedule.counted(works, day), rules)] if works else []
    return by_schedule + [lights.light(each.reckoned, rules) for each in stated]


def _add(row: _Row, accepted: Accepted, part: Part, works: Iterable[object]) -> None:
    content = accepted.of(part)
    wanted = set(map(id, works))
    row.works += [work_of(each, content.works.get(each.key)) for each in part.works if id(each) in wanted]
    row.indicators += [each.key for each in part.indicators]
    row.own += [content.own_light] if content.own_light else []


def _standing(on: _Day, key: str, agency: Agency | None, row: _Row) -> MeasureStanding:
    counted = schedule.counted(row.works, on.day)
    stated = [on.stated[each] for each in row.indicators if each in on.stated]
    judged = judged_of(row.works, stated, on.rules, on.day)
    own = heaviest(map(Light, row.own)) if row.own else ""
    return MeasureStanding(
        period=on.period,
        element_key=key,
        agency=agency,
        light=heaviest(each.light for each in judged),
        own_light=own,
        out_of_pace=lights.behind(judged),
        reckoned=_kept(judged, stated, with_schedule=bool(row.works)),
        **{each.value: counted.by[each] for each in schedule.Standing},
    )


def _kept(judged: Sequence[Judged], stated: Sequence[Stated], *, with_schedule: bool) -> dict[str, object]:
    """What was reckoned, with its figures as text so that none is rounded."""
    by_schedule = [_light(judged[0])] if with_schedule else []
    of_indicators = judged[1:] if with_schedule else judged
    return {
        "schedule": by_schedule,
        "indicators": {
            each.indicator.key: {
                "definition": each.definition.number,
                "progress": _text(each.reckoned.progress),
                "expected": _text(each.reckoned.expected),
                "expected_end": None
                if each.reckoned.expected_end is None
                else each.reckoned.expected_end.isoformat(),
                "steps": [step.as_dict() for step in each.reckoned.steps],
                **_light(light),
            }
            for each, light in zip(stated, of_indicators, strict=True)
        },
    }


def _light(judged: Judged) -> dict[str, object]:
    return {"light": judged.light.value, "rule": judged.rule.value, "why": judged.sentence.as_dict()}


def _text(value: object) -> str | None:
    return None if value is None else f"{value:f}"
