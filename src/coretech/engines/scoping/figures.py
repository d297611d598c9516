"""Measured figures in running text: each with what it measures, as far as the words around it tell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.units import NoQuantityError, measured
from coretech.engines.scoping.throughput import THROUGHPUT, entries_in
from coretech.engines.scoping.widths import Traced, traced

_FLAGS = re.IGNORECASE | re.ASCII
_NUMBER = r"(?<![A-Za-z0-9_.,-])\d(?:[\d,]*\d)?(?:\.\d+)?"
_UNIT = (
    r"(?:mm[2²]|mm|nm|[uμµ]m|[TGM]B/s|[TGM]Bps|inch(?:es)?|layers?)(?![A-Za-z])"
    r"|平方毫米|毫米|奈米|[納纳]米|微米|吋|英寸|[層层]"
)
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})[ -]?(?P<unit>{_UNIT})", _FLAGS)
_TPP = re.compile(rf"TPP\D{{0,6}}(?P<number>{_NUMBER})(?! ?\d)", _FLAGS)
_BARE = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?=[製制]程|[節节][點点]|process\b|node\b)"
    r"|(?:[製制]程|[節节][點点]|[頻频][寬宽]|[線线][寬宽]|node|bandwidth|pitch)\s?[:：=為为是]?\s?"
    rf"(?P<after>{_NUMBER})(?!\s?(?:{_UNIT}|[A-Za-z0-9%.,年月日項项條条]))",
    _FLAGS,
)
_CLAUSE = re.compile(r"[，。；、\n!?！？]|[,.;](?=\s)")
_ABOUT: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "nm": (
        ("half_pitch_nm", re.compile(r"半[間间]距|half[- ]?pitch", _FLAGS)),
        (
            "wavelength_nm",
            re.compile(r"波[長长]|wavelength|光源|雷射|激光|laser|\b(?:EUV|DUV|ArF|KrF)\b", _FLAGS),
        ),
        (
            "node_nm",
            re.compile(
                r"[製制]程|[節节][點点]|[邏逻][輯辑]|[晶芯]片|[積集][體成]|finfet|gaa|\bic\b|logic|node|process|foundry|代工|chip",
                _FLAGS,
            ),
        ),
    ),
    "um": (("pixel_um", re.compile(r"[像畫画]素|pixel|感[測测]器|感光|sensor", _FLAGS)),),
    "mm": (("wafer_mm", re.compile(r"晶[圓圆]|wafer|[單单]晶|crystal|ingot", _FLAGS)),),
    "mm2": (("die_area_mm2", re.compile("")),),
    "layer": (("layers", re.compile(r"nand|堆[疊叠]|stack|3d|[記记][憶忆]|layer|快[閃闪]|闪存", _FLAGS)),),
    "GB/s": (
        ("dram_bandwidth_gb_s", re.compile(r"dram|hbm|gddr|[記记][憶忆]|[內内]存|memory", _FLAGS)),
        (
            "io_bandwidth_gb_s",
            re.compile(
                r"i/?o\b|[輸输]|[傳传]|互[連连]|interconnect|link|chip-to-chip|interface|介面|接口",
                _FLAGS,
            ),
        ),
    ),
}
_SPELT = {
    **dict.fromkeys(("納米", "纳米"), "nm"),
    **dict.fromkeys(("层", "layers"), "layer"),
    **dict.fromkeys(("英寸", "inches"), "inch"),
}
_TRANSISTORS = {
    "gaafet": re.compile(r"\bgaa(?:fet)?\b|nanosheet|奈米片|[環环]繞|全[環环]", _FLAGS),
    "finfet": re.compile(r"finfet|[鰭鳍]式", _FLAGS),
    "planar": re.compile(r"\bplanar\b|平面[式型]?[電电]晶", _FLAGS),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with where it stands; ``parameter`` is empty for one whose meaning or unit the text does not tell."""

    start: int
    end: int
    written: str
    parameter: str = ""
    value: object = None
    unitless: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What a text says in figures: ``facts`` are those it says once or always alike; ``unsettled`` it contradicts."""

    facts: Mapping[str, object]
    figures: tuple[Figure, ...]
    unsettled: Mapping[str, tuple[Figure, ...]]

    @property
    def unplaced(self) -> tuple[Figure, ...]:
        """The figures nobody can use as they stand."""
        return tuple(each for each in self.figures if not each.parameter)


def read_figures(text: str) -> Read:
    """The figures of a text, in order."""
    plain = traced(text)
    found = sorted({each.start: each for each in _found(plain, text)}.values(), key=lambda each: each.start)
    told: dict[str, list[Figure]] = {}
    for figure in found:
        if figure.parameter:
            told.setdefault(figure.parameter, []).append(figure)
    unsettled = {name: tuple(figures) for name, figures in told.items() if _differ(name, figures)}
    facts = {
        name: [figure.value for figure in figures] if name == THROUGHPUT else figures[0].value
        for name, figures in told.items()
        if name not in unsettled
    }
    return Read(facts, tuple(found), unsettled)


def _found(plain: Traced, text: str) -> Iterator[Figure]:
    """The figures, those that are surer last, so that they win where two begin at one place."""

    def at(span: tuple[int, int]) -> Figure:
        first, last = plain.back(*span)
        return Figure(first, last, text[first:last])

    for hit in _BARE.finditer(plain.text):
        yield replace(at(hit.span("after" if hit.group("number") is None else "number")), unitless=True)
    for hit in _FIGURE.finditer(plain.text):
        clause = clause_at(plain.text, *hit.span())
        value = f"{hit.group('number')} {_spelt(hit.group('unit'))}"
        yield replace(
            at(hit.span()), parameter=_parameter(_canonical(hit.group("unit")), clause), value=value
        )
    for hit in _TPP.finditer(plain.text):
        yield replace(at(hit.span("number")), parameter="tpp", value=hit.group("number"))
    for entry in entries_in(plain.text):
        yield replace(at((entry.start, entry.end)), parameter=THROUGHPUT, value=entry.fact())
    for word, pattern in _TRANSISTORS.items():
        found = pattern.search(plain.text)
        if found is not None:
            yield replace(at(found.span()), parameter="transistor", value=word)


def _spelt(unit: str) -> str:
    """A unit in the spelling that is converted: Simplified and plural ones are not."""
    return _SPELT.get(unit.lower(), unit)


def clause_at(text: str, start: int, end: int) -> str:
    """The clause around a place: up to the next comma or stop on either side."""
    before = [hit.end() for hit in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _canonical(unit: str) -> str:
    low = unit.lower()
    if low in {"mm2", "mm²", "平方毫米"}:
        return "mm2"
    if low in {"nm", "奈米", "納米", "纳米"}:
        return "nm"
    if low in {"mm", "毫米", "吋", "英寸", "inch", "inches"}:
        return "mm"
    if low in {"層", "层", "layer", "layers"}:
        return "layer"
    return "um" if low.endswith("m") or low == "微米" else "GB/s"


def _parameter(unit: str, clause: str) -> str:
    return next((name for name, words in _ABOUT[unit] if words.search(clause)), "")


def _differ(name: str, figures: list[Figure]) -> bool:
    if name == THROUGHPUT:
        return False
    return len({_plain(name, str(each.value)) for each in figures}) > 1


def _plain(name: str, value: str) -> Fraction | str:
    """A value in its parameter's unit; a word as it is."""
    known = parameters().get(name)
    try:
        return measured(value, "" if known is None else known.unit)
    except NoQuantityError:
        return value
