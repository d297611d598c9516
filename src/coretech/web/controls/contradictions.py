"""Figures that cannot all be true of one thing: said at the field where the slip most likely is."""

from fractions import Fraction

from coretech.engines.controls.facts import Facts
from coretech.engines.controls.known import PLANAR
from coretech.kit.sentence import Sentence
from coretech.web.controls.asked import AREA, NODE, TRANSISTOR

HALF_PITCH = "half_pitch_nm"
_FARTHEST = 10
_NEVER_ZERO = (AREA, NODE, HALF_PITCH, "layers", "wafer_mm", "pixel_um", "wavelength_nm")
_ZERO = Sentence("不會是0；不知道就留空", "cannot be 0; leave it empty where it is not known")
_NO_WORK = Sentence(
    "運算量是0就沒有可判斷的；不知道就留空",
    "throughput of 0 leaves nothing to judge; leave it empty where it is not known",
)
_APART = Sentence(
    f"製程節點與半間距相差超過{_FARTHEST}倍，其中一個的單位可能寫錯",
    f"the node and the half pitch are more than {_FARTHEST} times apart; one of the units may be wrong",
)
_PLANAR = Sentence(
    "平面電晶體的晶粒不計入適用面積；請改選電晶體結構，或把面積留空",
    "dies with planar transistors have no applicable area; choose another transistor, or leave the area empty",
)


def contradiction(facts: Facts) -> tuple[str, Sentence] | None:
    """The field to look at and what is wrong, or None where the figures can be true together."""
    zero = next((name for name in _NEVER_ZERO if facts.span(name).high == 0), None)
    if zero is not None:
        return zero, _ZERO
    if facts.tpp.high == 0:
        return "", _NO_WORK
    if _far_apart(facts.span(NODE).low, facts.span(HALF_PITCH).low):
        return HALF_PITCH, _APART
    if facts.words.get(TRANSISTOR) == PLANAR and facts.span(AREA).known:
        return AREA, _PLANAR
    return None


def _far_apart(first: Fraction, second: Fraction) -> bool:
    """Whether two figures that were told are further apart than any process has them; 0 is one that was not."""
    return bool(first and second) and not Fraction(1, _FARTHEST) <= first / second <= _FARTHEST
