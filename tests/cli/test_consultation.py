"""``coretech consultation``: asking, who has answered, and the comments as a file."""

from pathlib import Path

import pytest

from coretech.apps.cases.models import Case
from tests import factories
from tests.cli.conftest import Run
from tests.factories import consultation_factories as made


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return factories.draft_case(factories.renaming())


def test_somebody_is_asked_reminded_and_listed(run: Run, case: Case) -> None:
    asked = run(
        *("consultation", "ask", case.reference, "--as", "agency-nstc", "--json"),
        *("--group", "research", "--name", "吳示範", "--email", "wu@example.org"),
        *("--answer-by", "114.6.20", "--text", "現有替代技術？"),
    )
    assert asked.subject == f"consultation/{case.reference}-C1"

    (told,) = run("consultation", "list", case.reference, "--as", "office", "--json").data
    assert (told["stage"], told["answer_by"], told["answer"]) == ("asked", "2025-06-20", None)
    assert "email" not in told
    number = str(told["id"])
    assert run("consultation", "remind", number, "--as", "office").status == 0
    assert run("consultation", "remind", number, "--as", "office").status == 1
    assert run("consultation", "close", number, "--as", "office").status == 2
    assert run("consultation", "close", number, "--as", "office", "--why", "asked twice").status == 0
    assert "withdrawn" in run("consultation", "list", case.reference, "--as", "office").out


def test_the_answer_is_told_to_whom_it_opens(run: Run, case: Case) -> None:
    found = made.asked_in(case)
    made.answered(found)

    shown = run("consultation", "show", str(found.pk), "--as", "agency-nstc")
    assert made.ANSWER.text in shown.out
    refused = run("consultation", "show", str(found.pk), "--as", "member-01")
    assert refused.status != 0
    assert made.ANSWER.text not in refused.out + refused.err


@pytest.mark.parametrize("ending", ["csv", "ods"])
def test_comments_are_written_into_a_new_file_only(run: Run, tmp_path: Path, ending: str) -> None:
    made.commented("請說明適用範圍。", "王大明")
    file = tmp_path / f"comments.{ending}"

    assert run("consultation", "comments", str(file), "--as", "office").status == 0
    assert file.stat().st_mode & 0o077 == 0
    assert run("consultation", "comments", str(file), "--as", "office").status == 2
    assert run("consultation", "comments", str(tmp_path / "a.pdf"), "--as", "office").status == 2
    other = tmp_path / f"other.{ending}"
    assert run("consultation", "comments", str(other), "--as", "member-01").status == 1
    assert not other.exists()
