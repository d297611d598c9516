"""The charts of yearly reports and evaluations: which figures are drawn, for a page and for print alike."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from coretech.apps.reports.evaluations.compiling import Compiled
from coretech.apps.reports.printed.yearly import Yearly
from coretech.engines.progress.lights import Light
from coretech.engines.scoring.compiling import Spread
from coretech.kit.sentence import Sentence

LIGHTS = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)
_COLOURS = {Light.RED: "#b3261e", Light.AMBER: "#f2b705", Light.GREEN: "#0f7a52", Light.GREY: "#9aa5ad"}
_DARK = frozenset({Light.RED, Light.GREEN})
_INK, _PAPER = "#14344f", "#ffffff"
_LONGEST = 16
_FEW = 12
_KEPT = 128

LIGHTS_ALT = Sentence(
    "各章措施燈號的堆疊長條圖；數字見表。",
    "Stacked bars of the measures' lights by chapter; the figures are in the table.",
)
SCORES_ALT = Sentence(
    "各項總分的點圖，橫線由最低至最高；數字見表。",
    "Points for the total scores, each on a line from the lowest to the highest; the figures are in the table.",
)


def lights_chart(yearly: Yearly, language: str) -> str:
    """The year's lights by chapter as SVG."""
    labels = tuple(short(chapter.element.title or chapter.element.code) for chapter in yearly.chapters)
    names = tuple(light.said.say(language) for light in LIGHTS)
    counts = tuple(tuple(chapter.lights[light] for light in LIGHTS) for chapter in yearly.chapters)
    return _lights(labels, names, counts, Sentence("措施數", "Measures").say(language))


def scores_chart(compiled: Compiled, language: str) -> str:
    """The totals as SVG: of each element where they are few, else the spread of the elements in each chapter."""
    if len(compiled.lines) <= _FEW:
        rows = tuple(
            _row(line.element.title or line.element.code, line.scored.total) for line in compiled.lines
        )
    else:
        rows = tuple(
            _over(
                chapter.element.title or chapter.element.code, [line.scored.total for line in chapter.lines]
            )
            for chapter in compiled.chapters
        )
    return _scores(rows, Sentence("總分（0至100）", "Total (0 to 100)").say(language))


def short(title: str) -> str:
    """A title as long as fits beside a bar."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


_Row = tuple[str, float | None, float | None, float | None]


def _row(title: str, total: Spread) -> _Row:
    return short(title), _float(total.mean), _float(total.lowest), _float(total.highest)


def _over(title: str, totals: Sequence[Spread]) -> _Row:
    means = [each.mean for each in totals if each.mean is not None]
    if not means:
        return short(title), None, None, None
    return short(title), float(sum(means) / len(means)), float(min(means)), float(max(means))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@lru_cache(maxsize=_KEPT)
def _lights(
    labels: tuple[str, ...], names: tuple[str, ...], counts: tuple[tuple[int, ...], ...], axis: str
) -> str:
    from coretech.engines.charts.shares import Part, shares  # noqa: PLC0415 - Altair takes half a second, and only charts need it

    figures = [_PAPER if light in _DARK else _INK for light in LIGHTS]
    parts = [
        Part(name, _COLOURS[light], ink) for name, light, ink in zip(names, LIGHTS, figures, strict=True)
    ]
    return shares(_told_apart(labels), parts, counts, axis)


@lru_cache(maxsize=_KEPT)
def _scores(rows: tuple[_Row, ...], axis: str) -> str:
    from coretech.engines.charts.scores import Mean, scores  # noqa: PLC0415 - as above

    labels = _told_apart(tuple(row[0] for row in rows))
    return scores([Mean(label, *row[1:]) for label, row in zip(labels, rows, strict=True)], axis)


def _told_apart(labels: tuple[str, ...]) -> list[str]:
    """Titles that are alike once shortened get a number, or two bars would fall into one."""
    return [
        label if labels.count(label) == 1 else f"{label} ({labels[:place].count(label) + 1})"
        for place, label in enumerate(labels)
    ]
