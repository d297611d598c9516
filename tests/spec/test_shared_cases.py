"""The worked cases that stand beside a checkout, where they do: each is answered as it says."""

import json
from pathlib import Path

import pytest

from coretech.law import BadFacts, ask
from tests.spec.asking import DAY

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "law.jsonl"

LINES = CASES.read_text(encoding="utf-8").splitlines() if CASES.exists() else []


def test_the_worked_cases_are_there_to_be_run() -> None:
    if not CASES.exists():
        pytest.skip("no folder of worked cases lies beside this checkout")
    assert len(LINES) >= 95


@pytest.mark.parametrize("line", LINES, ids=[str(json.loads(line)["id"]) for line in LINES])
def test_a_worked_case_is_answered_as_it_says(line: str) -> None:
    case = json.loads(line)
    expect = case["expect"]
    try:
        ruling = ask(case["question"], case["facts"], as_of=DAY).as_dict()
    except BadFacts:
        assert expect["outcome"] == "invalid"
        return
    assert (ruling["outcome"], ruling["disputed"]) == (expect["outcome"], expect["disputed"])
    assert ruling["values"] == ruling["values"] | expect.get("values", {})
    assert ruling["readings"] == ruling["readings"] | expect.get("readings", {})
    assert bool(ruling["warnings"]) is expect.get("warned", bool(ruling["warnings"]))
    assert ruling["articles"] == case["articles"]
