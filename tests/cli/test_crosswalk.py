"""``coretech crosswalk``: proposing, judging, the matrix, coverage and files."""

from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.cli.conftest import Run
from tests.factories import crosswalk_factories
from tests.factories.crosswalk_factories import LEFT, RIGHT

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


def test_a_file_of_mappings_is_taken_in_to_be_judged_and_each_fault_is_told_by_its_line(
    run: Run, tmp_path: Path
) -> None:
    assert run("crosswalk", "propose", LEFT, "register", *OFFICE).status == 0
    there = len(run("crosswalk", "queue", "--json").data)
    out = tmp_path / "found.sssom.tsv"
    assert run("crosswalk", "export", LEFT, "register", "--out", str(out)).status == 0
    text = out.read_text("utf-8")
    again = run("crosswalk", "import", str(out), *OFFICE)
    header, _, _ = text.partition("subject_id")
    columns = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tcomment\n"
    more = "left:2\tskos:relatedMatch\t\tright:16\tbiochips\nleft:2\tskos:exactMatch\tNot\tright:1\t\n"
    out.write_text(f"{header}{columns}{more}", "utf-8")
    taken = run("crosswalk", "import", str(out), *OFFICE)
    wrong = "left:none\tskos:exactMatch\t\tright:1\t\nleft:2\towl:sameAs\t\tright:1\t\n"
    out.write_text(f"{header}{columns}{wrong}", "utf-8")
    refused = run("crosswalk", "import", str(out), *OFFICE, "--json")
    out.write_text(f"{columns}{more}", "utf-8")
    nameless = run("crosswalk", "import", str(out), *OFFICE)

    assert "has them all already" in again.err
    assert taken.status == 0
    waiting = run("crosswalk", "queue", "--json").data
    assert len(waiting) == there + 1
    first = header.count("\n") + 2
    assert refused.status != 0
    assert [(each["line"], each["column"]) for each in refused.data["faults"]] == [
        (first, "subject_id"),
        (first + 1, "predicate_id"),
    ]
    assert "name it by --left" in nameless.err


def test_a_mapping_is_added_by_hand_and_a_refusal_says_why(run: Run) -> None:
    ends = (LEFT, "2", RIGHT, "w")
    assert run("crosswalk", "add", *ends, "--relation", "relatedMatch", "--why", "綠能", *OFFICE).status == 0

    again = run("crosswalk", "add", *ends, "--relation", "closeMatch", "--why", "x", *OFFICE)
    assert again.status != 0
    assert "mapped already" in again.err
    assert run("crosswalk", "matrix", "no-such", "register").status != 0
