"""``coretech crosswalk``: proposing, judging, the matrix, coverage and files."""

from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests import crosswalk_factories
from tests.cli.conftest import Run
from tests.crosswalk_factories import LEFT, RIGHT

OFFICE = ("--as", "office")


@pytest.fixture(autouse=True, scope="module")
def _lists(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        crosswalk_factories.lists()


def test_two_lists_are_compared_judged_and_taken_away_as_a_file(run: Run, tmp_path: Path) -> None:
    assert run("crosswalk", "propose", LEFT, "register", *OFFICE).status == 0
    waiting = run("crosswalk", "queue", "--json").data
    number = str(waiting[0]["mapping"])
    assert "E exact" in run("crosswalk", "show", number).out

    assert run("crosswalk", "judge", number, "accepted", *OFFICE).status == 0
    assert run("crosswalk", "judge", number, "other", "--relation", "closeMatch", *OFFICE).status == 0

    cells = run("crosswalk", "matrix", LEFT, "register", "--json").data
    assert ("closeMatch", "other") in {(each["relation"], each["judgement"]) for each in cells}
    (pair,) = run("crosswalk", "list", "--json").data
    assert (pair["holds"], pair["waiting"]) == (1, len(waiting) - 1)
    areas = run("crosswalk", "coverage", LEFT, "register", "--json").data
    assert sum(each["mapped"] for each in areas) == 1
    out = tmp_path / "found.sssom.tsv"
    assert run("crosswalk", "export", LEFT, "register", "--out", str(out)).status == 0
    assert out.read_text("utf-8").startswith("#curie_map:\n")


def test_a_mapping_is_added_by_hand_and_a_refusal_says_why(run: Run) -> None:
    ends = (LEFT, "2", RIGHT, "w")
    assert run("crosswalk", "add", *ends, "--relation", "relatedMatch", "--why", "綠能", *OFFICE).status == 0

    again = run("crosswalk", "add", *ends, "--relation", "closeMatch", "--why", "x", *OFFICE)
    assert again.status != 0
    assert "mapped already" in again.err
    assert run("crosswalk", "matrix", "no-such", "register").status != 0
