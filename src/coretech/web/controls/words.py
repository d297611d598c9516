"""Words of the controls' pages: outcomes, effects, units, and criteria as prose."""

from fractions import Fraction

from coretech.engines.controls.expression import Both, Compared, Criterion, Either, Fixed, Not, Told
from coretech.engines.controls.parameters import Parameter, parameters
from coretech.engines.controls.regimes import PolicyOutcome
from coretech.engines.controls.truth import Answer
from coretech.engines.controls.wording import SIGNS, figure
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag

OUTCOMES = {
    Answer.YES: Tag(Sentence("屬管制範圍", "Controlled"), "red"),
    Answer.NO: Tag(Sentence("不屬管制範圍", "Not controlled"), "green"),
    Answer.UNDETERMINED: Tag(Sentence("尚不能判斷", "Cannot be told yet"), "yellow"),
}
EFFECTS = {
    "export_licence": Sentence("出口須經許可", "exports need a licence"),
    "protect_secrets": Sentence("營業秘密受國安法保護", "its secrets are protected by national security law"),
}
POLICIES = {
    PolicyOutcome.EXCEPTION: Sentence("得適用許可例外", "A licence exception may apply"),
    PolicyOutcome.CASE_BY_CASE: Sentence("逐案審查", "Reviewed case by case"),
    PolicyOutcome.PRESUMPTION_OF_DENIAL: Sentence("推定否准", "Presumption of denial"),
}
WORDS = {
    "planar": Sentence("平面", "planar"),
    "finfet": Sentence("鰭式（FinFET）", "FinFET"),
    "gaafet": Sentence("環繞閘極（GAAFET）", "gate-all-around (GAAFET)"),
}
_UNITS = {
    "mm2": Sentence("mm²", "mm²"),
    "um": Sentence("µm", "µm"),
    "layer": Sentence("層", "layers"),
    "bit": Sentence("位元", "bits"),
}
_NOT_TOLD = Sentence("來源未載條件", "the source does not give the criterion")
_ALWAYS = Sentence("凡屬此種類", "anything of this kind")


def unit_words(unit: str) -> Sentence:
    """A unit as a page writes it."""
    return _UNITS.get(unit, Sentence(unit, unit)) if unit else Sentence("無單位", "no unit")


def with_unit(value: Fraction, unit: str) -> Sentence:
    """A figure with its unit."""
    said, words = figure(value), unit_words(unit)
    return Sentence(f"{said} {words.zh}", f"{said} {words.en}") if unit else Sentence(said, said)


def criterion_words(criterion: Criterion) -> Sentence:
    """A criterion as an expert reads it: ``TPP ≥ 4,800, or (TPP ≥ 1,600 and PD ≥ 5.92)``."""
    match criterion:
        case Both(parts):
            return _joined(parts, "且", " and ")
        case Either(parts):
            return _joined(parts, "，或", ", or ")
        case Not(part):
            inner = criterion_words(part)
            return Sentence(f"不是「{inner.zh}」", f"not “{inner.en}”")
        case Compared():
            return _compared(criterion)
        case Told(name):
            return parameters()[name].label
        case Fixed(known):
            return _ALWAYS if known else _NOT_TOLD


def _joined(parts: tuple[Criterion, ...], zh: str, en: str) -> Sentence:
    said = [_bracketed(each) for each in parts]
    return Sentence(zh.join(each.zh for each in said), en.join(each.en for each in said))


def _bracketed(part: Criterion) -> Sentence:
    inner = criterion_words(part)
    return Sentence(f"（{inner.zh}）", f"({inner.en})") if isinstance(part, Both | Either) else inner


def _compared(of: Compared) -> Sentence:
    parameter, sign = parameters()[of.name], SIGNS[of.sign]
    said = _value(of, parameter)
    return Sentence(f"{parameter.label.zh} {sign} {said.zh}", f"{parameter.label.en} {sign} {said.en}")


def _value(of: Compared, parameter: Parameter) -> Sentence:
    if isinstance(of.value, str):
        return WORDS.get(of.value, Sentence(of.value, of.value))
    return with_unit(of.value, parameter.unit)
