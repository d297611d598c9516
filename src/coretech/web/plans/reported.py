"""What was reported of an entry: the newest published words first, with their amendments."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.measured.standing_of import Stood, entries_of
from coretech.apps.reports.models import Entry
from coretech.engines.progress.lights import Light, differs
from coretech.kit.sentence import Sentence
from coretech.web.plans.lights import light_tag
from coretech.web.plans.words import chinese
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say, tr

_FIELDS = {
    "progress": Sentence("辦理情形", "Progress"),
    "highlights": Sentence("重要成果", "Highlights"),
    "risks": Sentence("風險與困難", "Risks"),
    "next_work": Sentence("下期工作", "Next work"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A published period's words about an entry, agency by agency."""

    title: Sentence
    agencies: list[tuple[Sentence, list[tuple[Sentence, object]]]]
    demonstration: bool


def reports_of(plan: Plan, element_key: str) -> list[Report]:
    """Each published period that said something of the entry itself, the newest first."""
    entries = [each for each in entries_of(plan, element_key) if not each.work_key]
    return [_report(list(found)) for _, found in groupby(entries, key=lambda each: each.sheet.period_id)]


def differing(stood: Stood | None) -> Sentence | None:
    """What to say where the officer judges otherwise than the rules; None where they agree or nobody judged."""
    return None if stood is None or stood.own is None else differs(stood.light, stood.own)


def _report(entries: list[Entry]) -> Report:
    period = entries[0].sheet.period
    return Report(
        title_of(period),
        [(entry.sheet.agency.name_on(period.opened_on), list(_rows(entry))) for entry in entries],
        any(entry.demonstration for entry in entries),
    )


def _rows(entry: Entry) -> Iterator[tuple[Sentence, object]]:
    if not entry.own_light and not any(getattr(entry, name) for name in _FIELDS):
        yield Sentence("填報", "Report"), tr("本期未填報", "none was made")
    for name, title in _FIELDS.items():
        text = getattr(entry, name)
        if text:
            yield title, chinese(text)
    if entry.own_light:
        tag = light_tag(Light(entry.own_light))
        words = f"{say(tag.words)}{'：' if entry.own_reason else ''}{entry.own_reason}"
        yield Sentence("承辦人判斷", "The officer's judgement"), chinese(words)
    for amendment in getattr(entry, "accepted", ()):
        yield (
            Sentence("事後補充", "Amendment"),
            chinese(f"{amendment.text}（{amendment.why}）") + " " + both_dates(amendment.ruling.at),
        )
