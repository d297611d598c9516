"""Controls through the API: the contract's answer, many at once, and bad figures named."""

import pytest

from tests.api.caller import Caller, json_of, problem_of

A100 = {
    "kind": "ai_chip",
    "throughput": [{"tops": 624, "bit_length": 8}],
    "die_area_mm2": {"value": 826, "unit": "mm2"},
    "datacenter": True,
}


def test_the_answer_is_the_contract_s(public: Caller) -> None:
    told = json_of(public.post("/controls/evaluate?as_of=2023-11-17&regime=us-ear", A100))
    found = {each["item"]: each for each in told["results"]}

    assert told["as_of"] == "2023-11-17"
    assert found["3A090.a"]["outcome"] == "yes"
    assert found["3A090.a"]["values"] == {"tpp": 4992.0, "pd": 6.04}
    assert found["3A090.a"]["policy"] is None
    assert found["3A090"]["outcome"] == "no"


def test_each_case_of_many_is_answered_for_itself(public: Caller) -> None:
    cases = [
        {"id": "a", "facts": A100, "as_of": "2024-01-01"},
        {"id": "b", "facts": A100 | {"die_area_mm2": "1 nm"}},
    ]
    told = json_of(public.post("/controls/evaluate-many", {"cases": cases}))["answers"]

    assert [each["id"] for each in told] == ["a", "b"]
    assert told[0]["results"][1]["outcome"] == "yes"
    assert (told[1]["results"], told[1]["error"]["field"]) == (None, "die_area_mm2")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"die_area_mm2": -1}, "die_area_mm2"),
        ({"tpp": 1e200}, "tpp"),
        ({"tpp": "1e400"}, "tpp"),
        ({"teapot": 1}, "teapot"),
    ],
)
def test_a_bad_figure_is_refused_by_name(public: Caller, wrong: dict[str, object], field: str) -> None:
    problem = problem_of(public.post("/controls/evaluate", A100 | wrong), 422)

    assert problem["field"] == field


def test_regimes_are_laid_side_by_side(public: Caller) -> None:
    laid = public.read("/controls/matrix?kind=logic&as_of=2024-01-01")

    assert laid["parameters"] == ["node_nm"]
    assert {each["limits"]["node_nm"] for each in laid["rows"]} == {"≤ 16 nm", "≤ 30 nm", "≤ 14 nm"}
    problem_of(public.get("/controls/matrix?kind=teapot"), 422)
