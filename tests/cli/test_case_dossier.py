"""The dossier's forms, versions and remarks by command."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factories.consultation_factories import answered, asked_in
from tests.factories.dossier_factories import CHARACTERISTICS, OFFICER, draft, write

AS_OFFICER = ("--as", OFFICER)


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


def test_a_form_is_written_from_json_and_told_with_its_warnings(run: Run, folder: Path) -> None:
    case, file = draft().reference, folder / "form.json"
    file.write_text(json.dumps(CHARACTERISTICS))

    done = run("case", "form", case, "characteristics", str(file), *AS_OFFICER, "--level", "internal")

    assert done.status == 0
    (part,) = run("case", "dossier", case, *AS_OFFICER, "--json").data
    assert part["content"]["parameters"][0]["value"] == "0.5"
    assert (part["level"], part["warnings"]) == ("internal", [])
    assert "解析度" in run("case", "dossier", case, *AS_OFFICER).out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ('{"rumours": ""}', "no question of this form"),
        ('{"parameters": [{"value": "many"}]}', "Write a figure"),
        ("{}", "Answer at least one question"),
    ],
)
def test_a_file_that_is_no_form_is_bad_input(run: Run, folder: Path, text: str, words: str) -> None:
    file = folder / "form.json"
    file.write_text(text)

    done = run("case", "form", draft().reference, "characteristics", str(file), *AS_OFFICER)

    assert done.status == 2
    assert words in done.err


def test_versions_are_told_and_restored(run: Run) -> None:
    case = draft()
    write(case, "functions", {"does": "one"})
    write(case, "functions", {"does": "two"})

    assert run("case", "restore", case.reference, "functions", "1", *AS_OFFICER).status == 0

    versions = run("case", "versions", case.reference, "functions", *AS_OFFICER, "--json").data
    assert [each["content"]["does"] for each in versions] == ["one", "two", "one"]
    assert len(run("case", "versions", case.reference, "functions", *AS_OFFICER).out.splitlines()) == 3
    assert run("case", "restore", case.reference, "functions", "9", *AS_OFFICER).status == 2


def test_remarks_are_made_and_answered(run: Run) -> None:
    case = draft()
    write(case, "functions", {"does": "one"})
    part = (case.reference, "functions")

    run("case", "remark", *part, "--text", "why?", "--as", "office")
    (made,) = run("case", "remarks", *part, *AS_OFFICER, "--json").data
    answer = run("case", "answer-remark", *part, str(made["id"]), "--reply", "so", *AS_OFFICER)

    assert answer.status == 0
    assert "why?" in run("case", "remarks", *part, "--as", "office").out
    assert run("case", "remarks", *part, "--as", "agency-moea").status == 2
    assert run("case", "remarks", case.reference, "rumours", *AS_OFFICER).status == 2


def test_answers_of_stakeholders_are_told_as_rows(run: Run) -> None:
    case = draft()
    receipt = answered(asked_in(case))

    told = run("case", "answers", case.reference, *AS_OFFICER)
    (row,) = run("case", "answers", case.reference, *AS_OFFICER, "--json").data

    assert f"徵詢{receipt}" in told.out
    assert (row["taken"], row["level"]) == (False, "internal")
    assert run("case", "answers", draft().reference, *AS_OFFICER).out == ""
