"""How TPP and performance density come out of the figures, step by step, and which unit each figure was taken in."""

import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from coretech.engines.controls.facts import Facts
from coretech.engines.controls.known import Known
from coretech.engines.controls.parameters import Form, parameters
from coretech.engines.controls.units import measured
from coretech.engines.controls.wording import figure
from coretech.kit.sentence import Sentence
from coretech.web.controls.asked import facts_of
from coretech.web.controls.fields import NO, YES
from coretech.web.controls.figures_form import DESTINATION, FiguresForm
from coretech.web.controls.words import WORDS, with_unit
from coretech.web.shell.words import say, tr

TOPS = "TOPS"
FORMULAS = (
    Sentence(
        "TPP＝各精度中最大的「TOPS × 位元長度」。法規寫作2 × MacTOPS × 位元長度；"
        "規格表上的TOPS已把一次乘加算成兩次運算。",
        "TPP = the largest TOPS × bit length over the precisions. The rule writes 2 × MacTOPS × bit length; TOPS as "
        "sold already count a multiply-add as two operations.",
    ),
    Sentence(
        "效能密度（PD）＝TPP ÷ 適用晶粒面積（mm²）。",
        "Performance density (PD) = TPP ÷ applicable die area in mm².",
    ),
)


def steps(form: FiguresForm) -> list[Sentence]:
    """The reckoning with the figures put in; a step that lacks a figure says which."""
    if form.facts is None:
        return []
    return [*_products(form), *_largest(form.facts), *_density(form.facts)]


def _products(form: FiguresForm) -> Iterator[Sentence]:
    for each in form.sold():
        if each.tops and each.bits:
            tops, bits = measured(each.tops, TOPS), measured(each.bits, "bit")
            sum_ = f"{figure(tops)} TOPS × {figure(bits)}"
            said = f"{sum_} = {figure(tops * bits)}"
            yield Sentence(f"{figure(bits)}位元：{said}", f"At {figure(bits)} bits: {said}")


def _largest(facts: Facts) -> Iterator[Sentence]:
    if facts.tpp.known:
        said = figure(facts.tpp.low)
        yield Sentence(f"TPP＝其中最大者＝{said}", f"TPP = the largest of them = {said}")
    elif facts.tpp.low:
        said = figure(facts.tpp.low)
        yield Sentence(
            f"TPP至少{said}，有一個精度的運算量不知道", f"TPP is at least {said}; one figure is not known"
        )
    else:
        yield Sentence("沒有運算量，算不出TPP", "Without throughput there is no TPP")


def _density(facts: Facts) -> Iterator[Sentence]:
    known = Known(facts)
    area, density = known.die_area, known.span("pd")
    if not facts.tpp.known:
        return
    if area.known and area.low:
        said = f"{figure(facts.tpp.low)} ÷ {figure(area.low)} mm² = {figure(density.low)}"
        yield Sentence(f"PD＝{said}", f"PD = {said}")
    elif area.known:
        yield Sentence(
            "平面電晶體的晶粒沒有適用面積，PD以0計",
            "Dies with planar transistors have no applicable area; PD counts as 0",
        )
    else:
        yield Sentence("沒有晶粒面積，PD可能是任何數", "Without the die area PD may be anything")


def taken(form: FiguresForm) -> list[list[object]]:
    """What was written, and as what it was taken; a bare figure says which unit it was given."""
    if form.facts is None:
        return []
    return [[label, written, say(meaning)] for label, written, meaning in _taken(form)]


def _taken(form: FiguresForm) -> Iterator[tuple[str, str, Sentence]]:
    for each in form.sold():
        label = tr(f"{each.bits or '？'}位元的運算量", f"Throughput at {each.bits or '?'} bits")
        if each.tops:
            yield label, each.tops, _measured(each.tops, measured(each.tops, TOPS), TOPS)
        else:
            yield label, "–", Sentence("不知道", "not known")
    for name in (*facts_of(form.kind.name), DESTINATION):
        value = str(form.cleaned_data.get(name) or "")
        if value:
            label = str(form.fields[name].label)
            yield label, _written(form, name, value), _meant(name, value)


def _written(form: FiguresForm, name: str, value: str) -> str:
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(value, value))


def _meant(name: str, value: str) -> Sentence:
    parameter = parameters().get(name)
    if parameter is not None and parameter.form is Form.QUANTITY:
        return _measured(value, measured(value, parameter.unit), parameter.unit)
    told = {YES: Sentence("是", "yes"), NO: Sentence("否", "no")}.get(value)
    return told or WORDS.get(value) or Sentence(value.strip().upper(), value.strip().upper())


def _measured(written: str, value: Fraction, unit: str) -> Sentence:
    said = with_unit(value, unit)
    if not unit or any(each.isalpha() for each in unicodedata.normalize("NFKC", written)):
        return said
    return Sentence(f"{said.zh}（未寫單位）", f"{said.en} (no unit was written)")
