"""The chip rules: vintages, boundaries, note 2, and the policy that stands apart."""

import datetime as dt

import pytest

from coretech.engines.controls.evaluating import Result, evaluate
from coretech.engines.controls.facts import read_facts
from coretech.engines.controls.loading import bundled

FIRST = dt.date(2022, 12, 1)
BETWEEN = dt.date(2023, 10, 30)
SECOND = dt.date(2023, 11, 17)
LATEST = dt.date(2026, 3, 1)


def asked(facts: dict[str, object], day: dt.date = SECOND) -> dict[str, Result]:
    return {each.item: each for each in evaluate(read_facts(facts), bundled(), day)}


def chip(tpp: float, area: float | None = None, **more: object) -> dict[str, object]:
    told = {"kind": "ai_chip", "throughput": [{"tops": tpp / 8, "bit_length": 8}], "datacenter": True, **more}
    return told if area is None else {**told, "die_area_mm2": area}


def outcome(facts: dict[str, object], item: str, day: dt.date = SECOND) -> str:
    return asked(facts, day)[item].outcome.value


def test_the_contracts_example_is_answered_as_printed() -> None:
    found = asked(
        {
            "kind": "ai_chip",
            "throughput": [{"tops": 624, "bit_length": 8}],
            "die_area_mm2": 826,
            "datacenter": True,
        }
    )["3A090.a"]

    assert found.outcome.value == "yes"
    assert found.values == {"tpp": 4992.0, "pd": 6.04}
    assert found.missing == ()
    assert found.citation == "15 CFR 774 Supp. 1, 3A090.a (88 FR 73458)"
    assert found.policy is None


@pytest.mark.parametrize(
    ("tpp", "area", "a", "b"),
    [
        (4800, 10_000, "yes", "no"),
        (4799.9, 10_000, "no", "no"),
        (4799.9, 4799.9 / 1.6, "no", "yes"),
        (4799.9, 4799.9 / 1.59, "no", "no"),
        (2400, 1500, "no", "yes"),
        (2399.9, 1500, "no", "no"),
        (2399.9, 2399.9 / 3.2, "no", "yes"),
        (1600, 500, "no", "yes"),
        (1599.9, 1599.9 / 3.2, "no", "no"),
        (1600, 250, "yes", "no"),
        (1599.9, 250, "no", "no"),
        (2960, 500, "yes", "no"),
        (2959.9, 500, "no", "yes"),
        (5000, 1000, "yes", "yes"),
    ],
)
def test_each_limit_of_the_second_rule_is_where_it_says(tpp: float, area: float, a: str, b: str) -> None:
    assert outcome(chip(tpp, area), "3A090.a") == a
    assert outcome(chip(tpp, area), "3A090.b") == b


def test_a_figure_just_below_a_limit_is_not_rounded_up_to_it() -> None:
    found = asked(chip(2959.9999, 500))["3A090.b"]

    assert found.outcome.value == "yes"
    assert found.values["pd"] < 5.92


@pytest.mark.parametrize(("tpp", "held"), [(4799.9, "no"), (4800, "yes")])
def test_note_2_frees_a_chip_not_for_data_centres_below_4800(tpp: float, held: str) -> None:
    assert outcome(chip(tpp, 400, datacenter=False), "3A090.a") == held


def test_what_note_2_turns_on_is_asked_for_where_it_is_not_told() -> None:
    found = asked(chip(2000, 250, datacenter=None))["3A090.a"]

    assert found.outcome.value == "undetermined"
    assert found.missing == ("datacenter",)


@pytest.mark.parametrize(
    ("io", "tpp", "held"),
    [(600, 4800, "yes"), (599, 4800, "no"), (600, 4799, "no"), ("0.6 TB/s", 4800, "yes")],
)
def test_the_first_rule_asks_for_bandwidth_and_throughput(io: object, tpp: float, held: str) -> None:
    assert outcome(chip(tpp, io_bandwidth_gb_s=io), "3A090", FIRST) == held


def test_a_vintage_is_answered_on_its_own_days_alone() -> None:
    facts = chip(4992, 826, io_bandwidth_gb_s=600)

    held = {
        day: {item: each.outcome.value for item, each in asked(facts, day).items()}
        for day in (FIRST, BETWEEN, SECOND)
    }

    assert held == {
        FIRST: {"3A090": "yes", "3A090.a": "no", "3A090.b": "no"},
        BETWEEN: {"3A090": "yes", "3A090.a": "yes", "3A090.b": "no"},
        SECOND: {"3A090": "no", "3A090.a": "yes", "3A090.b": "no"},
    }
    assert "尚未施行" in asked(facts, FIRST)["3A090.a"].reason.zh
    assert "no longer in force" in asked(facts, SECOND)["3A090"].reason.en.lower()


def test_before_november_2023_the_second_rule_holds_only_for_data_centres() -> None:
    assert outcome(chip(4992, 826, datacenter=False), "3A090.a", BETWEEN) == "no"
    assert outcome(chip(4000, 400), "3A090.a", BETWEEN) == "no"


@pytest.mark.parametrize(
    ("tpp", "dram", "policy"),
    [
        (20_999, 6_499, "case_by_case"),
        (21_000, 6_499, "presumption_of_denial"),
        (20_999, 6_500, "presumption_of_denial"),
        (21_000, None, "presumption_of_denial"),
    ],
)
@pytest.mark.parametrize("destination", ["CN", "mo"])
def test_the_policy_for_china_turns_on_throughput_and_memory(
    tpp: float, dram: float | None, policy: str, destination: str
) -> None:
    found = asked(chip(tpp, dram_bandwidth_gb_s=dram, destination=destination), LATEST)["3A090.a"]

    assert found.policy is not None
    assert found.policy.as_json()["outcome"] == policy


def test_a_policy_that_the_facts_do_not_settle_is_null_and_says_what_is_missing() -> None:
    found = asked(chip(5000, 400, destination="CN"), LATEST)["3A090.a"]

    assert found.policy is None
    assert "dram_bandwidth_gb_s" in found.reason.en


@pytest.mark.parametrize(
    "facts", [chip(5000, 400, destination="JP"), chip(5000, 400), chip(1000, 400, destination="CN")]
)
def test_there_is_no_policy_for_others_without_a_destination_or_for_what_is_not_controlled(
    facts: dict[str, object],
) -> None:
    assert asked(facts, LATEST)["3A090.a"].policy is None


def test_a_policy_is_dated_too() -> None:
    facts = chip(5000, 400, destination="CN", dram_bandwidth_gb_s=100)

    assert asked(facts, dt.date(2026, 1, 14))["3A090.a"].policy is None
    assert asked(facts, dt.date(2026, 1, 15))["3A090.a"].policy is not None


def test_the_largest_product_over_the_precisions_counts() -> None:
    facts = {
        "kind": "ai_chip",
        "throughput": [{"tops": 312, "bit_length": 16}, {"tops": 624, "bit_length": 8}],
    }

    assert read_facts(facts).tpp.low == 4992


def test_an_unknown_precision_leaves_what_is_known_as_the_least() -> None:
    facts = {**chip(4800), "throughput": [{"tops": 600, "bit_length": 8}, {"tops": None, "bit_length": 16}]}

    assert outcome(facts, "3A090.a") == "yes"


def test_sparse_throughput_does_not_count_and_that_is_said() -> None:
    facts = {
        "kind": "ai_chip",
        "throughput": [{"tops": 1248, "bit_length": 8, "sparse": True}],
        "datacenter": True,
    }

    found = asked(facts)["3A090.a"]

    assert found.outcome.value == "undetermined"
    assert "throughput" in found.missing
    assert "Figures of sparse computing do not count" in found.reason.en


def test_a_planar_chip_has_no_applicable_area_and_so_no_density() -> None:
    facts = {**chip(2000), "transistor": "planar"}

    assert outcome(facts, "3A090.a") == "no"
    assert asked(facts)["3A090.a"].values["pd"] == 0
