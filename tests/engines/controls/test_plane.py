"""The plane of TPP against density says what the engine says of every chip in it."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.controls.evaluating import evaluate
from coretech.engines.controls.facts import Facts, read_facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.plane import Plane, Region, plane
from coretech.engines.controls.truth import Answer

DAY = dt.date(2024, 1, 1)
FLAGS = st.sampled_from([{"datacenter": True}, {"datacenter": False}, {}])


def chip(tpp: object, pd: Fraction | None = None, **more: object) -> Facts:
    area = {} if pd is None else {"die_area_mm2": str(float(Fraction(str(tpp)) / pd))}
    return read_facts({"kind": "ai_chip", "tpp": tpp, **area, **more})


def laid(facts: Facts, day: dt.date = DAY) -> Plane:
    found = plane(facts, bundled(), day)
    assert found is not None
    return found


def around(of: Plane, tpp: Fraction, pd: Fraction) -> list[Region]:
    return [each for each in of.regions if each.tpp[0] <= tpp < each.tpp[1] and each.pd[0] <= pd < each.pd[1]]


@given(st.integers(401, 19_199), st.fractions(Fraction(1, 2), 23, max_denominator=64), FLAGS)
def test_every_chip_lies_in_one_region_that_says_what_the_engine_says(
    tpp: int, pd: Fraction, flags: dict[str, object]
) -> None:
    area = {"min": str(float(tpp / pd)), "max": str(float(tpp / pd))}
    facts = read_facts({"kind": "ai_chip", "tpp": tpp, "die_area_mm2": area, **flags})
    of = laid(facts)
    assert of.chip_pd is not None
    (region,) = around(of, Fraction(tpp), of.chip_pd)
    told = [each for each in evaluate(facts, bundled(), DAY) if each.item != "3A090"]

    assert region.met == tuple(each.item for each in told if each.outcome is Answer.YES)
    assert region.undecided == tuple(each.item for each in told if each.outcome is Answer.UNDETERMINED)


@pytest.mark.parametrize(
    ("tpp", "pd", "items"),
    [("4800", 1, {"3A090.a"}), ("4799", 1, set()), ("1600", 6, {"3A090.a"}), ("1599", 6, set())],
)
def test_the_regions_begin_at_their_thresholds(tpp: str, pd: int, items: set[str]) -> None:
    of = laid(chip(tpp, Fraction(pd), datacenter=True))

    assert {item for each in around(of, Fraction(tpp), Fraction(pd)) for item in each.met} == items


def test_a_chip_of_unknown_area_is_a_line() -> None:
    of = laid(chip("3000", datacenter=True))

    assert (of.chip_tpp, of.chip_pd) == (Fraction(3000), None)


def test_the_first_rule_does_not_look_at_density() -> None:
    of = laid(chip("5000", io_bandwidth_gb_s=600), dt.date(2022, 12, 1))

    assert [(*each.met, int(each.tpp[0])) for each in of.regions if each.met] == [("3A090", 4800)]


def test_what_is_no_chip_has_no_plane() -> None:
    assert plane(read_facts({"kind": "dram", "half_pitch_nm": 18}), bundled(), DAY) is None
    assert plane(chip("5000"), bundled(), dt.date(2020, 1, 1)) is None
