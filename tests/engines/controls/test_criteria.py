"""Every criterion of every regime at each of its limits, the logic of three answers, and the data itself."""

import datetime as dt
import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.controls.deciding import decide
from coretech.engines.controls.evaluating import evaluate
from coretech.engines.controls.expression import Compared, comparisons_in, names_in, parse
from coretech.engines.controls.facts import Facts, read_facts
from coretech.engines.controls.known import Known
from coretech.engines.controls.loading import bundled, regime_from
from coretech.engines.controls.parameters import kinds, parameters
from coretech.engines.controls.problems import RegimeError
from coretech.engines.controls.regimes import Item, Vintage
from coretech.engines.controls.spans import Span, exactly
from coretech.engines.controls.truth import Answer

VINTAGES = [
    pytest.param(item, vintage, id=f"{regime.id} {item.id} {vintage.start}")
    for regime in bundled()
    for item in regime.items
    for vintage in item.vintages
]
STEP = Fraction(1, 1000)
HOLDS = {
    ">=": lambda figure, limit: figure >= limit,
    ">": lambda figure, limit: figure > limit,
    "<=": lambda figure, limit: figure <= limit,
    "<": lambda figure, limit: figure < limit,
    "==": lambda figure, limit: figure == limit,
}


@pytest.mark.parametrize(("item", "vintage"), VINTAGES)
def test_at_and_on_either_side_of_each_limit_the_comparison_says_what_it_is_written_to_say(
    item: Item, vintage: Vintage
) -> None:
    assert item.on(vintage.start) == vintage
    for each in comparisons_in(vintage.when):
        if isinstance(each.value, str):
            continue
        for figure in (each.value - STEP, each.value, each.value + STEP):
            found = decide(each, _knowing(each.name, figure))
            assert (found.answer is Answer.YES) == HOLDS[each.sign](figure, each.value)


def _knowing(name: str, figure: Fraction) -> Known:
    if name == "tpp":
        return Known(Facts(tpp=exactly(figure)))
    if name == "pd":
        return Known(Facts(tpp=exactly(figure), spans={"die_area_mm2": exactly(Fraction(1))}))
    return Known(Facts(spans={"half_pitch_nm" if name == "feature_nm" else name: exactly(figure)}))


@pytest.mark.parametrize(("item", "vintage"), VINTAGES)
def test_every_threshold_names_its_source(item: Item, vintage: Vintage) -> None:
    assert vintage.source.strip()
    assert item.citation.strip()
    assert item.kinds <= kinds().keys()


@pytest.mark.parametrize(
    ("facts", "controlled"),
    [
        ({"kind": "logic", "node_nm": 14}, {"logic-16-14nm", "kr-semi-5", "18"}),
        ({"kind": "logic", "node_nm": 16}, {"logic-16-14nm", "kr-semi-5"}),
        ({"kind": "foundry", "node_nm": 28}, {"kr-semi-5"}),
        ({"kind": "logic", "node_nm": 31}, set()),
        ({"kind": "dram", "half_pitch_nm": 18}, {"dram-18nm", "kr-semi-1"}),
        ({"kind": "dram", "half_pitch_nm": 30}, {"kr-semi-1"}),
        ({"kind": "nand", "layers": 128}, {"nand-128", "kr-semi-3"}),
        ({"kind": "nand", "layers": 64}, {"kr-semi-3"}),
        ({"kind": "crystal_growth", "wafer_mm": 300}, {"kr-semi-8"}),
        ({"kind": "crystal_growth", "wafer_mm": 299}, set()),
        ({"kind": "image_sensor", "pixel_um": 0.9}, {"kr-semi-9"}),
        ({"kind": "image_sensor", "pixel_um": 1.1}, set()),
        ({"kind": "eda", "transistor": "gaafet"}, {"3D006"}),
        ({"kind": "eda", "transistor": "finfet"}, set()),
        ({"kind": "lithography", "wavelength_nm": 193}, {"lithography-immersion", "jp-litho-1"}),
        ({"kind": "lithography", "wavelength_nm": 193, "dry": True}, set()),
        ({"kind": "lithography", "wavelength_nm": 365}, set()),
        ({"kind": "packaging"}, {"kr-semi-10", "19"}),
    ],
)
def test_the_briefings_items_hold_as_it_gives_them(facts: dict[str, object], controlled: set[str]) -> None:
    found = evaluate(read_facts(facts), bundled(), dt.date(2024, 4, 26))

    assert {each.item for each in found if each.outcome is Answer.YES} == controlled


def test_the_briefings_counts_are_there() -> None:
    counts = {regime.id: len(regime.items) for regime in bundled()}

    assert counts["kr-nct"] == 11
    assert counts["jp-fefta"] == 23
    assert sum(not each.incomplete for each in next(r for r in bundled() if r.id == "jp-fefta").items) == 9


def test_what_the_source_does_not_give_is_never_decided() -> None:
    found = evaluate(read_facts({"kind": "cleaning"}), bundled(), dt.date(2024, 4, 26))

    assert {each.outcome for each in found} == {Answer.UNDETERMINED}
    assert {each.missing for each in found} == {("criterion",)}


def test_without_a_kind_a_figure_can_rule_out_but_never_in() -> None:
    out = evaluate(read_facts({"node_nm": 40}), bundled(), dt.date(2024, 4, 26))
    maybe = evaluate(read_facts({"node_nm": 5}), bundled(), dt.date(2024, 4, 26))

    assert {each.outcome for each in out} == {Answer.NO}
    assert {each.outcome for each in maybe if each.item == "18"} == {Answer.UNDETERMINED}
    assert next(each for each in maybe if each.item == "18").missing == ("kind",)


CRITERIA = st.recursive(
    st.builds(
        lambda name, sign, value: f"{name} {sign} {value}",
        st.sampled_from(["node_nm", "layers", "wafer_mm"]),
        st.sampled_from([">=", ">", "<=", "<", "=="]),
        st.integers(0, 4),
    )
    | st.just("datacenter"),
    lambda inner: (
        st.builds(lambda a, how, b: f"({a} {how} {b})", inner, st.sampled_from(["and", "or"]), inner)
        | st.builds(lambda a: f"not ({a})", inner)
    ),
    max_leaves=5,
)
FIGURES = (0, 1, 2, 3, 4, 5)


@given(
    CRITERIA,
    st.fixed_dictionaries({}, optional=dict.fromkeys(("node_nm", "layers"), st.sampled_from(FIGURES))),
)
def test_yes_and_no_hold_for_every_way_the_unknown_could_be(written: str, known: dict[str, int]) -> None:
    criterion = parse(written)
    answer = decide(criterion, Known(read_facts(known))).answer
    open_names = [name for name in ("node_nm", "layers", "wafer_mm") if name not in known]

    ways = {
        decide(
            criterion,
            Known(read_facts({**known, **dict(zip(open_names, figures, strict=True)), "datacenter": flag})),
        ).answer
        for figures in itertools.product(FIGURES, repeat=len(open_names))
        for flag in (True, False)
    }

    assert Answer.UNDETERMINED not in ways
    if answer is not Answer.UNDETERMINED:
        assert ways == {answer}


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 60))
def test_a_span_says_yes_only_where_all_of_it_does(one: int, other: int, limit: int) -> None:
    span = Span(Fraction(min(one, other)), Fraction(max(one, other)))
    inside = range(min(one, other), max(one, other) + 1)

    assert (span.at_least(Fraction(limit)) is Answer.YES) == all(each >= limit for each in inside)
    assert (span.at_least(Fraction(limit)) is Answer.NO) == all(each < limit for each in inside)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tpp >",
        "__import__('os')",
        "tpp + 1 > 2",
        "tpp > pd",
        "1 < 2",
        "tpp in (1, 2)",
        "f(tpp)",
        "tpp > True",
    ],
)
def test_a_criterion_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


def test_a_chain_is_both_of_its_halves() -> None:
    assert comparisons_in(parse("1600 <= tpp < 4800")) == (
        Compared("tpp", ">=", Fraction(1600)),
        Compared("tpp", "<", Fraction(4800)),
    )
    assert names_in(parse("1600 <= tpp < 4800 and datacenter")) == ("tpp", "datacenter")


def a_regime(**changes: object) -> dict[str, object]:
    item = {
        "id": "x",
        "zh": "項",
        "en": "item",
        "kinds": ["logic"],
        "citation": "a law",
        "vintage": [{"from": dt.date(2020, 1, 1), "when": "node_nm <= 5", "source": "a page"}],
        **changes,
    }
    head = {
        "id": "r",
        "zh": "管",
        "en": "r",
        "issuer_zh": "署",
        "issuer_en": "o",
        "effect": "fund",
        "source": "s",
    }
    return {"regime": head, "item": [item]}


def test_a_regime_is_a_file_of_its_own() -> None:
    assert regime_from(a_regime(), "r.toml").items[0].id == "x"


@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": []},
        {"kinds": ["spoon"]},
        {"citation": ""},
        {"vintage": []},
        {"vintage": [{"from": dt.date(2020, 1, 1), "when": "spoons <= 5", "source": "a page"}]},
        {"vintage": [{"from": dt.date(2020, 1, 1), "when": "transistor == 'spoon'", "source": "a page"}]},
        {"vintage": [{"from": dt.date(2020, 1, 1), "when": "node_nm == 'gaafet'", "source": "a page"}]},
        {"vintage": [{"from": dt.date(2020, 1, 1), "when": "node_nm <= 5"}]},
        {"vintage": [{"from": "2020", "when": "node_nm <= 5", "source": "a page"}]},
        {
            "vintage": [
                {"from": dt.date(2020, 1, 1), "when": "node_nm <= 5", "source": "a page"},
                {"from": dt.date(2021, 1, 1), "when": "node_nm <= 7", "source": "a page"},
            ]
        },
    ],
)
def test_a_regimes_fault_is_told_with_its_place(changes: dict[str, object]) -> None:
    with pytest.raises(RegimeError, match=r"r\.toml item 1"):
        regime_from(a_regime(**changes), "r.toml")


def test_every_parameter_is_labelled_in_both_languages_and_asked_for_somewhere() -> None:
    asked = {
        name
        for regime in bundled()
        for item in regime.items
        for v in item.vintages
        for name in names_in(v.when)
    }
    asked |= {name for r in bundled() for p in r.policies for rule in p.rules for name in names_in(rule.when)}
    needed = {fact for name in asked for fact in parameters()[name].needs}

    assert parameters().keys() - asked - needed == set()
