"""A measure's answers as a page shows them, beside what was said last time."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.measured.numbers import figure
from coretech.apps.reports.sheets.carrying import CARRIED
from coretech.apps.reports.sheets.content import LABELS, ActualSaid, PartContent, Said, WorkSaid
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.apps.reports.sheets.sound import in_unit_of
from coretech.engines.progress.lights import Light
from coretech.engines.progress.said import plain
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.plans.lights import light_tag
from coretech.web.plans.words import chinese, months_of
from coretech.web.sheets.words import measure_name, work_name
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say, tr

TEXTS = ("progress", "highlights", "next_work", "risks")
SAME = Tag(Sentence("同上次", "Same as last time"), "grey")
UNCONFIRMED = Tag(Sentence("沿用上次，尚未確認", "Last time's words, not confirmed"), "yellow")
NOT_TOLD = Sentence("未填", "Not told")
WORK_COLUMNS = (
    Column(Sentence("工作項目", "Work item")),
    Column(Sentence("期程", "When")),
    Column(Sentence("情形", "How it stands")),
    Column(Sentence("完成 %", "Done %"), numeric=True),
    Column(Sentence("說明", "Note")),
)
ACTUAL_COLUMNS = (
    Column(Sentence("指標", "Indicator")),
    Column(Sentence("實績", "Actual"), numeric=True),
    Column(Sentence("年底預估", "Forecast for the year's end"), numeric=True),
    Column(Sentence("說明", "Note")),
)
_DONE = {"yes": Sentence("已達成", "Done"), "no": Sentence("尚未", "Not yet")}


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of a measure with its answer; ``mark`` tells what is still last time's."""

    label: Sentence
    text: str
    mark: Tag | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure with all answers; ``own`` is the officer's own light."""

    key: str
    name: Markup
    href: str
    answers: list[Answer]
    own: Tag | None
    own_reason: str
    works: list[list[object]]
    actuals: list[list[object]]
    demonstration: bool


def shown(part: Part, content: PartContent, last: PartContent, slug: str) -> Shown:
    """A measure as it stands."""
    return Shown(
        key=part.key,
        name=measure_name(part),
        href=reverse("plan_element", args=[slug, part.key]),
        answers=[_answer(name, content, last) for name in TEXTS],
        own=light_tag(Light(content.own_light)) if content.own_light else None,
        own_reason=content.own_reason,
        works=[_work(work, content.works.get(work.key)) for work in part.works],
        actuals=[_actual(each, content.actuals.get(each.key)) for each in part.indicators],
        demonstration=content.demonstration,
    )


def actual_in_words(asked: AskedIndicator, said: ActualSaid) -> str:
    """An actual as typed, and in the indicator's own unit where that is another."""
    if said.done:
        return say(_DONE[said.done])
    if not said.value:
        return "-"
    return _with_unit(asked, said.value, said.unit)


def _answer(name: str, content: PartContent, last: PartContent) -> Answer:
    text = getattr(content, name)
    mark = UNCONFIRMED if name in content.carried else None
    if mark is None and name in CARRIED and text and text == getattr(last, name):
        mark = SAME
    return Answer(LABELS[name], text, mark)


def _work(work: WorkItem, said: WorkSaid | None) -> list[object]:
    standing = say(Said(said.standing).words) if said is not None and said.standing else say(NOT_TOLD)
    share = "" if said is None else said.share
    return [
        work_name(work),
        months_of(work.start, work.end),
        standing,
        share or "-",
        "" if said is None else said.note,
    ]


def _actual(asked: AskedIndicator, said: ActualSaid | None) -> list[object]:
    name = chinese(asked.definition.name)
    if said is None:
        return [name, say(NOT_TOLD), "-", ""]
    forecast = _with_unit(asked, said.forecast, said.unit) if said.forecast else "-"
    return [name, actual_in_words(asked, said), forecast, said.words]


def _with_unit(asked: AskedIndicator, value: str, unit: str) -> str:
    given = _figure(value)
    text = f"{plain(given)} {unit}".strip()
    try:
        own = in_unit_of(asked, value, unit, "value")
    except Refused:
        return text
    if own is None or own == given:
        return text
    return f"{text}{tr('＝', ' = ')}{plain(own)} {asked.definition.unit}"


def _figure(value: str) -> Decimal | None:
    return figure(value, "value")
