"""Whole rulings, word for word: one line of ``rulings.jsonl`` for each case a rule tells apart.

A line gives the facts and everything that is to be read: outcome, articles and their level, values, the other
readings, both languages of the reason and of every warning; what is empty is left out. Whoever changes a sentence
changes its line, so that no figure and no choice between two sentences can change unseen.
"""

import json
from pathlib import Path

import pytest

from coretech.law import questions
from tests.spec.asking import DAY, ruling

LINES = (Path(__file__).parent / "rulings.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES, ids=[str(json.loads(line)["question"]) for line in LINES])
def test_a_ruling_says_which_case_it_is_and_by_which_figures(line: str) -> None:
    case = json.loads(line)
    found = ruling(case["question"], **case["facts"])
    said = {
        **found.as_dict(),
        "warnings": {warning.code: warning.text.as_dict() for warning in found.warnings},
    }
    assert (said.pop("question"), said.pop("as_of")) == (case["question"], DAY.isoformat())
    assert {name: value for name, value in said.items() if value not in ({}, [])} == case["ruling"]


def test_every_question_has_its_rulings() -> None:
    assert {json.loads(line)["question"] for line in LINES} == {each.question.id for each in questions()}
