"""Which kind a plan's target seems to be, from its own words and figures; a person decides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.engines.progress.kinds import Kind
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a yearly cell as the reader found it; ``upper`` is the other end of a printed range."""

    value: float
    unit: str
    cumulative: bool = False
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A ROC year's cell: its words where they are kept, and its figures in printed order."""

    year: int
    text: str
    figures: tuple[Figure, ...]


def cells_of(yearly: Sequence[Mapping[str, object]]) -> tuple[Cell, ...]:
    """A target's cells from the stored form: ``year``, ``text`` and ``metrics`` of each."""
    return tuple(map(_cell, yearly))


def proposed_kind(text: str, cells: Sequence[Cell]) -> tuple[Kind, Sentence]:
    """The kind a target seems to be, and why.

    The first that fits: counted from the start; words of every year; a state reached; figures that are all
    ranges; other figures; words of completion; words alone.
    """
    words = "；".join((text, *(cell.text for cell in cells)))
    figures = [figure for cell in cells for figure in cell.figures]
    for fits, kind, reason in _RULES:
        if fits(words, figures):
            return kind, reason
    return Kind.QUALITATIVE, _IN_WORDS


def _counts_up(words: str, figures: Sequence[Figure]) -> bool:
    return any(figure.cumulative for figure in figures) or bool(figures and re.search("累[計積]", words))


def _every_year(words: str, figures: Sequence[Figure]) -> bool:
    return bool(figures and re.search(r"每[年季月]", words))


def _is_a_level(words: str, figures: Sequence[Figure]) -> bool:
    stated = _STATED.search(words)
    return bool(figures) and (bool(stated) or figures[0].unit in _STATES)


def _is_a_range(_words: str, figures: Sequence[Figure]) -> bool:
    return bool(figures) and all(figure.upper is not None for figure in figures)


def _has_figures(_words: str, figures: Sequence[Figure]) -> bool:
    return bool(figures)


def _completes(words: str, _figures: Sequence[Figure]) -> bool:
    return bool(
        re.search(
            "完成|建置|建立|設立|成立|通過|啟用|上線|取得|發[布射]|公告|訂定|落成|驗收|量產|商轉", words
        )
    )


_STATES = frozenset({"%", "‰", "倍", "天", "eV", "fA/cm2", "nm", "奈米", "°C"})
_STATED = re.compile(r"(?:達[到至]?|[提升高增]至|降[低]?至|維持)\s*(?:至少|約)?\s*[0-9]|占比|[長給蓋成及]率")
_IN_WORDS = Sentence(
    "沒有數值，也沒有表示完成的字詞：建議為質化。", "No figures and no word of completion: qualitative."
)
_RULES = (
    (
        _counts_up,
        Kind.CUMULATIVE,
        Sentence("載有「累計」：建議為累計。", "It says that it is counted from the start: cumulative."),
    ),
    (
        _every_year,
        Kind.RECURRING,
        Sentence("載有「每年」等字：建議為每年經常。", "It speaks of every year: recurring."),
    ),
    (
        _is_a_level,
        Kind.LEVEL,
        Sentence(
            "載有「達」等字，或以比率、天數等狀態計：建議為水準。",
            "It speaks of reaching a figure, or is a rate or a state: level.",
        ),
    ),
    (_is_a_range, Kind.RANGE, Sentence("各年數值都是區間：建議為區間。", "Every figure is a range: range.")),
    (
        _has_figures,
        Kind.ANNUAL,
        Sentence(
            "各年各有數值而未稱累計：建議為逐年計數。", "Figures by year, not said to be cumulative: annual."
        ),
    ),
    (
        _completes,
        Kind.MILESTONE,
        Sentence(
            "沒有數值，而稱完成某事：建議為里程碑。", "No figures, but a word of completion: milestone."
        ),
    ),
)


def _cell(stored: Mapping[str, object]) -> Cell:
    metrics = stored.get("metrics") or ()
    listed = metrics if isinstance(metrics, list | tuple) else ()
    return Cell(int(str(stored["year"])), str(stored.get("text") or ""), tuple(map(_figure, listed)))


def _figure(metric: Mapping[str, object]) -> Figure:
    upper = metric.get("upper")
    return Figure(
        float(str(metric["value"])),
        str(metric.get("unit") or ""),
        cumulative=bool(metric.get("cumulative")),
        upper=None if upper is None else float(str(upper)),
    )
