"""Facts from plain data: strict types, every problem named by its field."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from coretech.kit.sentence import Sentence
from coretech.law.convert import Problem, converter

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")


class BadFacts(ValueError):  # noqa: N818 - the law's word for facts that cannot be ruled on
    """Facts that are missing, unknown, of the wrong type or impossible together.

    Args:
        field: the fact to correct, as the contract spells it.
        sentence: what is wrong with it and what would be right.
    """

    def __init__(self, field: str, sentence: Sentence) -> None:
        """Keep the field and the sentence apart, so that a form can put the one beside the other."""
        super().__init__(f"{field}: {sentence.en}")
        self.field = field
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Says:
    """What a fact means, beside its type: ``Annotated[int, Says("在職委員", "members in office")]``."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact as the builder needs it: its name outside, its name in Python, its converter."""

    name: str
    attribute: str
    convert: Callable[[object], object]
    required: bool


def spelled(attribute: str) -> str:
    """The contract's name of a fact: Python's trailing underscore (``for_``) is ours alone."""
    return attribute.rstrip("_")


@cache
def slots_of(kind: type["DataclassInstance"]) -> Mapping[str, Slot]:
    """The facts a class takes, by their outside names, read once from its annotations."""
    hints = get_type_hints(kind)
    return {
        spelled(field.name): Slot(
            spelled(field.name), field.name, converter(hints[field.name]), field.default is MISSING
        )
        for field in fields(kind)
    }


def build(kind: type[F], data: Mapping[str, object]) -> F:
    """Make facts from JSON-like data.

    Raises:
        BadFacts: naming the first fact that is unknown, missing, of the wrong type or impossible.
    """
    slots = slots_of(kind)
    given: dict[str, object] = {}
    for name, value in data.items():
        slot = slots.get(name)
        if slot is None:
            raise BadFacts(str(name), _unknown(slots))
        try:
            given[slot.attribute] = slot.convert(value)
        except Problem as problem:
            raise BadFacts(name, problem.sentence) from None
    for slot in slots.values():
        if slot.required and slot.attribute not in given:
            raise BadFacts(slot.name, Sentence("缺少這項事實，請補上", "this fact is missing; give it"))
    return kind(**given)


def _unknown(slots: Mapping[str, Slot]) -> Sentence:
    known = ", ".join(slots)
    return Sentence(f"沒有這項事實；可用的是：{known}", f"no such fact; the known ones are: {known}")


def no_negatives(facts: "DataclassInstance") -> None:
    """Refuse counts below zero, however the facts were made.

    Raises:
        BadFacts: naming the first negative count.
    """
    for slot in slots_of(type(facts)).values():
        value = getattr(facts, slot.attribute)
        if isinstance(value, int) and value < 0:
            raise BadFacts(slot.name, Sentence(f"不能是負數（{value}）", f"cannot be negative ({value})"))
