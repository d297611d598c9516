"""The yearly report in print: the agencies' results compiled by chapter, with lights and figures."""

from collections.abc import Iterator

from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.published import Measure, Reported
from coretech.apps.reports.models import Observation
from coretech.apps.reports.printed.printing import DEMONSTRATION, Cell, Press, Printed
from coretech.apps.reports.printed.report_charts import LIGHTS, LIGHTS_ALT, lights_chart
from coretech.apps.reports.printed.yearly import YearChapter, Yearly
from coretech.apps.reports.sheets.content import LABELS
from coretech.engines.documents.model import Block, Heading, Language
from coretech.engines.progress.lights import Light
from coretech.engines.progress.said import plain
from coretech.engines.progress.schedule import Standing
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

_TOLD = ("progress", "highlights", "risks")
_NAMES = {
    "progress": Sentence("執行情形", "Progress"),
    "highlights": LABELS["highlights"],
    "risks": LABELS["risks"],
}
_WORKS = (Standing.DONE, Standing.OVERDUE, Standing.LATE)
_OVERVIEW = (
    Sentence("章節", "Chapter"),
    *(light.said for light in LIGHTS),
    *(each.said for each in _WORKS),
)
_FIGURES = (
    Sentence("指標", "Indicator"),
    Sentence("年度", "Year"),
    Sentence("數值", "Figure"),
    Sentence("說明", "Note"),
)
_NATURES = {"actual": Sentence("實績", "actual"), "forecast": Sentence("預估", "forecast")}


def printed_year(yearly: Yearly, language: Language) -> Printed:
    """The year's report; final, for it says what is published and never changes."""
    press, period = Press(language), yearly.period
    plan, year = period.version.title, press.year(period.year)
    title = Sentence(f"「{plan}」{year.zh}執行成果報告", f"“{plan}”: results of {year.en}")
    blocks = (
        *_overview(press, yearly),
        *(block for place, each in enumerate(yearly.chapters) for block in _chapter(press, place, each)),
    )
    return Printed(title, blocks, f"{period.plan.slug}-{period.year}")


def compiled_from(yearly: Yearly) -> Sentence:
    """From which period the report is compiled."""
    title = title_of(yearly.period)
    if yearly.is_whole:
        return Sentence("依各機關的年度填報彙整。", "Compiled from the agencies' yearly reports.")
    return Sentence(
        f"這個計畫按季填報；本報告依當年最後發布的一期（{title.zh}）彙整。",
        f"This plan is reported by the quarter; compiled from the last one published that year ({title.en}).",
    )


def _overview(press: Press, yearly: Yearly) -> Iterator[Block]:
    yield from press.prose(compiled_from(yearly))
    if yearly.demonstration:
        yield press.note(DEMONSTRATION)
    yield press.figure(
        lights_chart(yearly, press.language), LIGHTS_ALT, Sentence("各章措施燈號", "Lights by chapter")
    )
    rows = (
        (
            each.element.title or each.element.code,
            *(str(each.lights[light]) for light in LIGHTS),
            *(str(each.works[standing]) for standing in _WORKS),
        )
        for each in yearly.chapters
    )
    caption = Sentence("各章措施燈號與工作項目情形", "Measures by light, and work items, by chapter")
    yield press.table(_OVERVIEW, rows, (4.0, 1.2, 1.2, 1.2, 1.2, 1.2, 1.6, 1.8), caption)


def _chapter(press: Press, place: int, chapter: YearChapter) -> Iterator[Block]:
    name = f"{chapter.element.code} {chapter.element.title}".strip() or chapter.element.key
    yield Heading(1, name) if place >= _NUMBERED else press.section(place, Sentence(name, name))
    for measure in chapter.measures:
        yield from _measure(press, measure)


_NUMBERED = 10


def _measure(press: Press, measure: Measure) -> Iterator[Block]:
    element = measure.element
    light = Light(measure.standing.light) if measure.standing is not None else Light.GREY
    name = f"{element.code} {element.title}".strip() or element.key
    yield press.heading(Sentence(f"{name}（{light.said.zh}）", f"{name} ({light.said.en})"))
    for each in measure.reported:
        yield press.facts(_reported(press, each))
    if measure.observations:
        yield press.table(
            _FIGURES, (_figure(press, each) for each in measure.observations), (6.0, 2.0, 2.0, 4.0)
        )


def _reported(press: Press, reported: Reported) -> Iterator[tuple[Sentence, Cell]]:
    period = reported.entry.sheet.period
    yield Sentence("機關", "Agency"), reported.agency.name_on(period.opened_on)
    if reported.said_nothing:
        yield Sentence("填報", "Report"), Sentence("未填報。", "Nothing was reported.")
    for name in _TOLD:
        yield _NAMES[name], getattr(reported.entry, name)
    for each in reported.amendments:
        on = said(each.ruling.at.date())
        yield Sentence("事後補充", "Amendment"), f"{each.text}（{press.say(on)}）"


def _figure(press: Press, each: Observation) -> tuple[Cell, ...]:
    definition = max(each.indicator.definitions.all(), key=lambda found: found.number)
    value = f"{plain(each.value)} {definition.unit}".strip() if each.value is not None else each.words
    if each.value is None and each.done is not None:
        value = press.say(Sentence("已完成", "done") if each.done else Sentence("未完成", "not done"))
    made_up = press.say(Sentence("（示範）", " (demonstration)")) if each.demonstration else ""
    return definition.name, str(each.year), value or "–", f"{press.say(_NATURES[each.nature])}{made_up}"
