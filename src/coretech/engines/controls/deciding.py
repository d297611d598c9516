"""Whether a criterion holds on what is known, which comparisons decided it, and which facts are lacking."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from coretech.engines.controls.expression import Both, Compared, Criterion, Either, Fixed, Not, Told
from coretech.engines.controls.known import Known
from coretech.engines.controls.spans import Span
from coretech.engines.controls.truth import Answer, all_of, any_of, negated

_ASKED: dict[str, Callable[[Span, Fraction], Answer]] = {
    ">=": Span.at_least,
    ">": Span.above,
    "<=": Span.at_most,
    "<": Span.below,
    "==": Span.just,
    "!=": lambda span, figure: negated(span.just(figure)),
}


@dataclass(frozen=True, slots=True)
class Atom:
    """A comparison or a flag with what the facts say of it."""

    of: Compared | Told
    answer: Answer


@dataclass(frozen=True, slots=True)
class Decided:
    """An answer with the atoms it rests on, and the names of facts that would settle an open one."""

    answer: Answer
    atoms: tuple[Atom, ...] = ()
    missing: tuple[str, ...] = ()


def decide(criterion: Criterion, known: Known) -> Decided:
    """Whether a criterion holds."""
    match criterion:
        case Fixed(told):
            return Decided(Answer.YES) if told else Decided(Answer.UNDETERMINED, missing=("criterion",))
        case Not(part):
            found = decide(part, known)
            return Decided(negated(found.answer), found.atoms, found.missing)
        case Both(parts):
            return _joined(all_of, [decide(each, known) for each in parts])
        case Either(parts):
            return _joined(any_of, [decide(each, known) for each in parts])
        case Compared(name, sign, value):
            return _atom(criterion, name, _compared(name, sign, value, known), known)
        case Told(name):
            return _atom(criterion, name, known.flag(name), known)


def _compared(name: str, sign: str, value: Fraction | str, known: Known) -> Answer:
    if isinstance(value, Fraction):
        return _ASKED[sign](known.span(name), value)
    word = known.word(name)
    if word is None:
        return Answer.UNDETERMINED
    same = Answer.YES if word == value else Answer.NO
    return same if sign == "==" else negated(same)


def _atom(of: Compared | Told, name: str, answer: Answer, known: Known) -> Decided:
    missing = known.lacking(name) if answer is Answer.UNDETERMINED else ()
    return Decided(answer, (Atom(of, answer),), missing)


def _joined(how: Callable[[list[Answer]], Answer], parts: list[Decided]) -> Decided:
    """The parts together; it rests on those that say what the whole says."""
    answer = how([each.answer for each in parts])
    deciding = [each for each in parts if each.answer is answer]
    atoms = dict.fromkeys(atom for each in deciding for atom in each.atoms)
    missing = dict.fromkeys(name for each in deciding for name in each.missing)
    return Decided(answer, tuple(atoms), tuple(missing))
