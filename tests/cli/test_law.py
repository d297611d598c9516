"""``coretech law``: one JSON ruling or one answer a line, a sentence and status 2 for bad input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coretech.cli import main
from coretech.law.catalogue import ENTRIES
from tests.cli.running import RUN, command
from tests.law.given import amend

QUORUM = {"members_in_office": 25, "present": 13}


def written(folder: Path, data: object) -> str:
    file = folder / "facts.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(file)


def test_facts_in_a_file_are_answered_by_one_ruling(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["law", "ask", "meeting.quorum", written(tmp_path, QUORUM)]) == 0
    printed = capsys.readouterr()
    ruling = json.loads(printed.out)
    assert list(ruling) == [
        "question",
        "outcome",
        "articles",
        "level",
        "reason",
        "values",
        "warnings",
        "readings",
        "disputed",
        "as_of",
    ]
    assert (ruling["outcome"], ruling["level"], printed.err) == ("yes", {"5.3": "text"}, "")


@pytest.mark.parametrize("place", [[], ["-"]])
def test_facts_may_come_by_standard_input(place: list[str]) -> None:
    ran = command("law", "ask", "meeting.quorum", *place, given=json.dumps(QUORUM).encode())
    assert (ran.returncode, json.loads(ran.stdout)["outcome"]) == (0, "yes")


def test_the_day_of_the_law_is_kept_in_the_ruling(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "ask", "meeting.quorum", written(tmp_path, QUORUM), "--as-of", "2024-02-29"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2024-02-29"


def test_an_amended_law_rules_from_its_day_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "law").mkdir()
    amend(
        tmp_path / "law",
        "meeting.quorum_share",
        '"2/3"\nfrom = 2027-01-01\n[[quorum_share.values]]\nvalue = "1/2"',
    )
    ask = ["law", "ask", "meeting.quorum", written(tmp_path, QUORUM), "--parameters", str(tmp_path / "law")]
    assert main([*ask, "--as-of", "2026-12-31"]) == 0
    assert main([*ask, "--as-of", "2027-01-01"]) == 0
    before, after = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (before["outcome"], after["outcome"]) == ("yes", "no")


@pytest.mark.parametrize(
    ("arguments", "given", "named"),
    [
        (["ask", "meeting.quorum"], b'{"present": 13}', "members_in_office"),
        (["ask", "meeting.quorum"], b'{"members_in_office": 25, "present": "13"}', "present"),
        (["ask", "meeting.quorum"], b'{"members_in_office": 25, "present": 13, "seat": 1}', "seat"),
        (["ask", "meeting.quorum"], b'{"members_in_office": 25, "present": 26}', "present"),
        (
            ["ask", "meeting.quorum"],
            b'{"members_in_office": 25, "members_in_office": 26}',
            "members_in_office",
        ),
        (["ask", "meeting.quorum"], b"", "JSON"),
        (["ask", "meeting.quorum"], b"[1]", "JSON"),
        (["ask", "meeting.quorum"], b"\xff\xfe{}", "UTF-8"),
        (["ask", "meeting.quorum"], b'{"present": ' + b"9" * 5000 + b"}", "JSON"),
        (["ask", "meeting.quorum"], b"[" * 100_000, "JSON"),
        (["ask", "meeting.quorom"], b"{}", "meeting.quorum"),
        (["ask", "meeting.quorum", "nowhere.json"], b"", "nowhere.json"),
        (["ask", "meeting.quorum", "."], b"", "."),
        (["ask", "meeting.quorum", "--as-of", "2025-02-30"], b"{}", "--as-of"),
        (["ask", "meeting.quorum", "--as-of", "114.3.3"], b"{}", "--as-of"),
        (["ask", "meeting.quorum", "--parameters", "nowhere"], b"{}", "nowhere"),
        (["ask", "meeting.quorum", "--batch", "-"], b"{}", "--batch"),
        (["ask", "--batch", "nowhere.jsonl"], b"", "nowhere.jsonl"),
        (["ask"], b"", "questions"),
        (["ask", "--no-such-option"], b"", "--no-such-option"),
        (["explain", "99"], b"", "99"),
        (["duties"], b'{"bodies": [{}]}', "bodies[1].id"),
        (["nothing"], b"", "nothing"),
        ([], b"", "--help"),
    ],
)
def test_bad_input_gets_a_sentence_that_names_it_and_status_2(
    arguments: list[str], given: bytes, named: str
) -> None:
    ran = command("law", *arguments, given=given)
    said = ran.stderr.decode()
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert named in said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1


def test_the_questions_are_listed_with_their_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "questions"]) == 0
    listed = capsys.readouterr().out
    assert all(f"{name}  [" in listed for name in ENTRIES)
    assert "stand_ins (零或正整數) = 0" in listed


def test_the_questions_are_listed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "questions", "--json"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["question"] for each in listed] == list(ENTRIES)


@pytest.mark.parametrize("what", ["meeting.quorum", "5.3"])
def test_a_question_or_an_article_is_explained(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "law", "explain", what]) == 0
    explained = capsys.readouterr().out
    assert "more-than-half: more than half must attend" in explained
    assert "5.3 (explanation)" in explained
    assert "1/2  [meeting.quorum_share]" in explained


def test_an_explanation_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "explain", "8.2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"][0]["value"] == 5


def test_the_duties_of_a_year_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    books = written(tmp_path, {"meetings": [{"body": "council", "on": "2025-03-01"}]})
    assert main(["law", "duties", books, "--as-of", "2025-06-01"]) == 0
    assert main(["law", "duties", books, "--as-of", "2027-01-01", "--year", "2026", "--json"]) == 0
    words, data = capsys.readouterr().out.splitlines()
    assert words.startswith("已履行  council  審議會每年開會  ≤ 2025-12-31  [5.1]")
    assert (json.loads(data)["status"], json.loads(data)["due_on"]) == ("missed", "2026-12-31")


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        ([], {}, "缺少這項事實"),
        ([], {"LANG": "zh_TW.UTF-8"}, "缺少這項事實"),
        ([], {"LANG": "C"}, "缺少這項事實"),
        ([], {"LANG": "en_US.UTF-8"}, "this fact is missing"),
        ([], {"LANG": "en_US.UTF-8", "CORETECH_LANG": "zh"}, "缺少這項事實"),
        (["--lang", "en"], {"CORETECH_LANG": "zh"}, "this fact is missing"),
        (["--lang=en"], {}, "this fact is missing"),
    ],
)
def test_the_command_speaks_the_language_asked_for(
    arguments: list[str], environment: dict[str, str], words: str
) -> None:
    ran = command(*arguments, "law", "ask", "office.director", given=b"{}", environment=environment)
    assert words in ran.stderr.decode()
    after = command("law", "ask", "office.director", *arguments, given=b"{}", environment=environment)
    assert after.stderr == ran.stderr


@pytest.mark.parametrize("arguments", [["--lang", "fr", "law"], ["--lang"], ["lwa"], ["--nothing"]])
def test_a_command_that_is_not_understood_gets_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_the_law_starts_without_django_or_rich_and_help_without_any_subcommand() -> None:
    asked = (
        "from coretech.cli import main; import sys; main({});"
        "print(sorted({{'django', 'rich', 'typer'}} & set(sys.modules)))"
    )
    for arguments, loaded in ((["--help"], []), (["law", "questions"], ["typer"])):
        ran = subprocess.run(
            [sys.executable, "-c", asked.format(arguments)],
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        )
        assert ran.stdout.splitlines()[-1] == str(loaded)


def test_a_reader_that_stops_early_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "law", "questions", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
