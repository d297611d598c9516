"""Compiled scores as tables: criteria, elements by chapter, and what was written without names."""

from collections.abc import Sequence

from markupsafe import Markup

from coretech.apps.reports.evaluations.compiling import Compiled, Line
from coretech.apps.reports.models import Criterion
from coretech.engines.scoring.compiling import Spread
from coretech.kit.sentence import Sentence
from coretech.web.evaluations.words import TOO_FEW, element_name, per_cent, tagged
from coretech.web.plans.words import chinese
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

CRITERIA = (
    Column(Sentence("評估構面", "Criterion")),
    Column(Sentence("權重（%）", "Weight (%)"), numeric=True),
    Column(Sentence("滿分", "Highest score"), numeric=True),
    Column(Sentence("平均", "Mean"), numeric=True),
)
LINES = (
    Column(Sentence("措施", "Measure")),
    Column(Sentence("各構面平均", "Means by criterion")),
    Column(Sentence("總分", "Total"), numeric=True),
    Column(Sentence("離散", "Spread"), numeric=True),
    Column(Sentence("最低至最高", "Lowest to highest"), numeric=True),
    Column(Sentence("委員數", "Evaluators"), numeric=True),
)


def criteria_rows(criteria: Sequence[Criterion], compiled: Compiled | None = None) -> list[list[object]]:
    """Criteria with their weights; the means once there are any."""
    return [
        [
            say(Sentence(each.zh, each.en)),
            per_cent(each.weight),
            each.most,
            "–" if compiled is None else per_cent(compiled.mean_by(each)),
        ]
        for each in criteria
    ]


def chapters_of(compiled: Compiled) -> list[tuple[Markup, str, list[list[object]]]]:
    """Each chapter's name, its mean, and its elements."""
    return [
        (
            element_name(chapter.element),
            per_cent(chapter.mean),
            [_line(compiled, line) for line in chapter.lines],
        )
        for chapter in compiled.chapters
    ]


def comments_of(compiled: Compiled) -> list[tuple[Markup, list[tuple[str, Markup]]]]:
    """What evaluators wrote of each element, by criterion and without their names."""
    return [
        (
            element_name(line.element),
            [(say(Sentence(each.zh, each.en)), chinese(text)) for each, text in line.comments],
        )
        for line in compiled.lines
        if line.comments
    ]


def _line(compiled: Compiled, line: Line) -> list[object]:
    total = line.scored.total
    means = Markup("<br>").join(
        Markup("{} {}").format(
            say(Sentence(each.zh, each.en)), per_cent(line.scored.by_criterion[each.order].mean)
        )
        for each in compiled.criteria
    )
    count = Markup("{} {}").format(total.count, tagged([TOO_FEW])) if total.is_thin else total.count
    return [
        element_name(line.element),
        means,
        per_cent(total.mean),
        per_cent(total.deviation),
        _range(total),
        count,
    ]


def _range(total: Spread) -> str:
    return "–" if total.count == 0 else f"{per_cent(total.lowest)}–{per_cent(total.highest)}"
