"""Reasons in both languages: what was held against what, and what is lacking."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from coretech.engines.controls.deciding import Atom
from coretech.engines.controls.expression import Compared
from coretech.engines.controls.known import Known
from coretech.engines.controls.parameters import Parameter, parameters
from coretech.engines.controls.regimes import Item
from coretech.engines.controls.truth import Answer
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "==": "=", "!=": "≠"}
_PLACES = 6


def figure(value: Fraction) -> str:
    """A figure with as many decimals as it needs, six at most."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):,.{_PLACES}f}"
    return text.rstrip("0").rstrip(".")


BY_KIND = Sentence("依其種類", "by its kind")


def held(atoms: Iterable[Atom], known: Known) -> Sentence:
    """What was held against what, such as ``TPP 4,992 ≥ 4,800``; the kind alone where nothing was."""
    told = [_told(atom, known) for atom in atoms] or [BY_KIND]
    return Sentence("；".join(each.zh for each in told), "; ".join(each.en for each in told))


def joined(sentences: Iterable[Sentence]) -> Sentence:
    """Whole sentences one after the other."""
    told = list(sentences)
    return Sentence("".join(each.zh for each in told), " ".join(each.en for each in told))


def lacking(names: Iterable[str]) -> Sentence:
    """The facts that are missing, by name."""
    labels = [_label(name) for name in names]
    return Sentence("、".join(each.zh for each in labels), ", ".join(each.en for each in labels))


def not_in_force(item: Item, day: dt.date) -> Sentence:
    """Why an item has no criterion on a day: not yet, no longer, or not in between."""
    later = next((each.start for each in item.vintages if each.start > day), None)
    if later is not None:
        start = said(later)
        return Sentence(
            f"當日尚未施行；自{start.zh}起施行。", f"Not yet in force on that day; in force from {start.en}."
        )
    last = said(max(each.until or each.start for each in item.vintages))
    return Sentence(
        f"當日已不再施行；施行至{last.zh}為止。", f"No longer in force on that day; it was until {last.en}."
    )


def _told(atom: Atom, known: Known) -> Sentence:
    parameter = parameters()[atom.of.name]
    label = parameter.label
    if not isinstance(atom.of, Compared):
        zh, en = ("是", "yes") if known.flag(atom.of.name) is Answer.YES else ("否", "no")
        if known.flag(atom.of.name) is Answer.UNDETERMINED:
            zh, en = "未知", "not known"
        return Sentence(f"{label.zh}：{zh}", f"{label.en}: {en}")
    if isinstance(atom.of.value, str):
        word = known.word(atom.of.name)
        return Sentence(f"{label.zh}：{word or '未知'}", f"{label.en}: {word or 'not known'}")
    return _figures(atom, atom.of, parameters()[known.called(atom.of.name)], known)


def _figures(atom: Atom, of: Compared, parameter: Parameter, known: Known) -> Sentence:
    span, unit = known.span(of.name), parameter.unit if parameter.unit != "layer" else ""
    limit = f"{SIGNS[of.sign]} {figure(Fraction(of.value))}{f' {unit}' if unit else ''}"
    if not span.known:
        return Sentence(
            f"{parameter.label.zh}是否{limit}未知", f"whether {parameter.label.en} {limit} is not known"
        )
    had = f"{figure(span.low)}{f' {unit}' if unit else ''}"
    if atom.answer is Answer.NO:
        return Sentence(f"{parameter.label.zh} {had}，非 {limit}", f"{parameter.label.en} {had}, not {limit}")
    return Sentence(f"{parameter.label.zh} {had} {limit}", f"{parameter.label.en} {had} {limit}")


def _label(name: str) -> Sentence:
    if name == "criterion":
        return Sentence("該項內容（來源未載）", "the item's words, which the source does not give")
    if name == "kind":
        return Sentence("種類（kind）", "its kind")
    label = parameters()[name].label
    return Sentence(f"{label.zh}（{name}）", f"{label.en} ({name})")
