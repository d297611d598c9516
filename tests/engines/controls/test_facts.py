"""Facts: units, spans, and everything that is refused by name."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.controls.facts import read_facts
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.spans import Span
from coretech.engines.controls.units import NoQuantityError, in_unit, measured


@pytest.mark.parametrize(
    ("name", "value", "figure"),
    [
        ("node_nm", 14, 14),
        ("node_nm", "14", 14),
        ("node_nm", "14 nm", 14),
        ("node_nm", "14奈米", 14),
        ("node_nm", "１４ ｎｍ", 14),
        ("node_nm", {"value": 0.014, "unit": "um"}, 14),
        ("die_area_mm2", {"value": 608, "unit": "mm2"}, 608),
        ("die_area_mm2", "6.08 cm²", 608),
        ("io_bandwidth_gb_s", "600 GB/s", 600),
        ("io_bandwidth_gb_s", "4800 Gbit/s", 600),
        ("io_bandwidth_gb_s", "0.6 TBps", 600),
        ("wafer_mm", "30 cm", 300),
        ("pixel_um", "900 nm", Fraction(9, 10)),
        ("wavelength_nm", "193 nm", 193),
        ("layers", "128 layers", 128),
        ("layers", "128層", 128),
    ],
)
def test_a_figure_is_converted_exactly(name: str, value: object, figure: Fraction) -> None:
    assert read_facts({name: value}).span(name) == Span(Fraction(figure), Fraction(figure))


def test_a_span_of_figures_is_taken() -> None:
    assert read_facts({"node_nm": {"min": 7, "max": 14}}).span("node_nm") == Span(Fraction(7), Fraction(14))
    assert read_facts({"node_nm": {"max": "0.01 um"}}).span("node_nm") == Span(Fraction(0), Fraction(10))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"node_nm": -1}, "node_nm"),
        ({"node_nm": "-1 nm"}, "node_nm"),
        ({"node_nm": "14 kg"}, "node_nm"),
        ({"node_nm": "14 GHz"}, "node_nm"),
        ({"node_nm": "small"}, "node_nm"),
        ({"node_nm": True}, "node_nm"),
        ({"node_nm": float("inf")}, "node_nm"),
        ({"node_nm": float("nan")}, "node_nm"),
        ({"node_nm": [14]}, "node_nm"),
        ({"node_nm": {"value": 14, "unit": 3}}, "node_nm"),
        ({"node_nm": {"unit": "nm"}}, "node_nm"),
        ({"node_nm": {"min": 14, "max": 7}}, "node_nm"),
        ({"layers": 127.5}, "layers"),
        ({"die_area_mm2": "826 mm"}, "die_area_mm2"),
        ({"io_bandwidth_gb_s": "600 GHz"}, "io_bandwidth_gb_s"),
        ({"datacenter": "yes"}, "datacenter"),
        ({"transistor": "bipolar"}, "transistor"),
        ({"kind": "spoon"}, "kind"),
        ({"kind": 3}, "kind"),
        ({"destination": "China"}, "destination"),
        ({"speed": 3}, "speed"),
        ({"throughput": 600}, "throughput"),
        ({"throughput": [600]}, "throughput[0]"),
        ({"throughput": [{"tops": 1, "bit_length": 8, "colour": 1}]}, "throughput[0]"),
        ({"throughput": [{"tops": -1, "bit_length": 8}]}, "throughput[0].tops"),
        ({"throughput": [{"tops": 1, "bit_length": 0}]}, "throughput[0].bit_length"),
        ({"throughput": [{"tops": 1, "bit_length": 8.5}]}, "throughput[0].bit_length"),
        ({"throughput": [{"tops": "1 GB/s", "bit_length": 8}]}, "throughput[0].tops"),
        ({"throughput": [{"tops": 1, "bit_length": 8, "sparse": "no"}]}, "throughput[0].sparse"),
        ({"throughput": [{"tops": 600, "bit_length": 8}], "tpp": 5000}, "tpp"),
    ],
)
def test_a_bad_fact_is_refused_by_name(facts: dict[str, object], field: str) -> None:
    with pytest.raises(FactsError) as refused:
        read_facts(facts)

    assert refused.value.field == field
    assert refused.value.sentence.zh
    assert refused.value.sentence.en


def test_a_fact_that_is_null_is_not_told() -> None:
    assert read_facts({"node_nm": None, "throughput": None, "datacenter": None, "kind": None}) == read_facts(
        {}
    )


LENGTHS = ("nm", "um", "mm", "cm", "m")


@given(st.fractions(min_value=0, max_value=10**6), st.sampled_from(LENGTHS), st.sampled_from(LENGTHS))
def test_a_length_converted_there_and_back_is_itself(figure: Fraction, one: str, other: str) -> None:
    assert in_unit(in_unit(figure, one, other), other, one) == figure


@given(st.decimals(min_value=0, max_value=10**6, allow_nan=False, places=3), st.sampled_from(LENGTHS))
def test_a_text_says_what_its_figure_and_unit_say(figure: object, unit: str) -> None:
    assert measured(f"{figure} {unit}", "nm") == in_unit(Fraction(str(figure)), unit, "nm")


@given(st.text(max_size=30))
def test_any_text_is_a_quantity_or_refused(text: str) -> None:
    try:
        found = measured(text, "nm")
    except NoQuantityError:
        return
    assert isinstance(found, Fraction)
