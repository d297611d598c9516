"""Facts from plain data are strict: the wrong type, a missing or an unknown fact is refused by name."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated

import pytest

from coretech.law.catalogue import ask
from coretech.law.convert import converter
from coretech.law.facts import BadFacts, Says, build, no_negatives


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Grade(IntEnum):
    ONE = 1
    TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    count: Annotated[int, Says("數", "a count")]
    flag: bool = False
    word: str | None = None
    day: date = date(2025, 1, 1)
    colour: Colour = Colour.RED
    grades: frozenset[Grade] = frozenset()
    for_: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        no_negatives(self)


def test_every_kind_of_value_is_made_into_its_type() -> None:
    made = build(
        Sample,
        {
            "count": 3,
            "flag": True,
            "word": "字",
            "day": "2024-02-29",
            "colour": "blue",
            "grades": [1, 2, 1],
            "for": ["a", "b"],
        },
    )
    assert made == Sample(
        count=3,
        flag=True,
        word="字",
        day=date(2024, 2, 29),
        colour=Colour.BLUE,
        grades=frozenset({Grade.ONE, Grade.TWO}),
        for_=("a", "b"),
    )


def test_facts_with_a_default_may_be_left_out_and_optional_ones_be_null() -> None:
    assert build(Sample, {"count": 0, "word": None}) == Sample(count=0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("count", True),
        ("count", 1.0),
        ("count", "1"),
        ("count", None),
        ("count", -1),
        ("flag", 1),
        ("flag", "true"),
        ("flag", None),
        ("word", 1),
        ("day", "20240229"),
        ("day", "2024-2-9"),
        ("day", "2025-02-29"),
        ("day", "２０２５-01-01"),
        ("day", "2025-W01-1"),
        ("day", 20250101),
        ("day", None),
        ("colour", "green"),
        ("colour", 1),
        ("colour", ["red"]),
        ("grades", 1),
        ("grades", [True]),
        ("grades", ["1"]),
        ("grades", [3]),
        ("grades", None),
        ("for", "ab"),
        ("for", [1]),
        ("for_", ["a"]),
        ("other", 1),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_field(field: str, value: object) -> None:
    with pytest.raises(BadFacts) as refused:
        build(Sample, {"count": 1, field: value})
    assert refused.value.field == field


def test_a_missing_fact_is_refused_by_name() -> None:
    with pytest.raises(BadFacts, match="count: this fact is missing"):
        build(Sample, {"flag": True})


def test_a_misfit_in_a_list_is_told_by_its_place() -> None:
    with pytest.raises(BadFacts) as refused:
        build(Sample, {"count": 1, "grades": [1, 9]})
    assert "第 2 個" in refused.value.sentence.zh
    assert "entry 2" in refused.value.sentence.en


def test_a_long_value_is_shortened_in_the_sentence() -> None:
    with pytest.raises(BadFacts) as refused:
        build(Sample, {"count": "x" * 10_000})
    assert len(refused.value.sentence.zh) < 100


def test_a_value_is_shown_as_json_writes_it() -> None:
    with pytest.raises(BadFacts, match="not true"):
        build(Sample, {"count": True})


def test_negative_counts_are_refused_however_the_facts_are_made() -> None:
    with pytest.raises(BadFacts, match="count: cannot be negative"):
        Sample(count=-1)


def test_facts_are_made_of_known_types_only() -> None:
    with pytest.raises(TypeError, match="complex"):
        converter(complex)


@pytest.mark.parametrize("digits", [17, 4299])
def test_a_number_too_large_for_any_council_is_refused_by_name(digits: int) -> None:
    facts = {"members_in_office": 10**digits, "convener_post": "minister"}
    with pytest.raises(BadFacts) as caught:
        ask("council.composition", facts, as_of=date(2025, 6, 2))

    assert caught.value.field == "members_in_office"
