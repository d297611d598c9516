"""``coretech meeting tally``: recorded votes in, answers out, whatever the file holds."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.running import command

RECORDED = Path(__file__).resolve().parents[2] / "src/coretech/data/samples/recorded_votes.csv"
HOUSES = """id,title,date,for,against,abstain,present
EP-1,"Regulation on foreign investment screening, amended",2025-05-08,378,173,24,575
EP-2,A motion that hangs on the abstentions,2025-05-08,280,260,60,600
LY-1,預算案第三讀會,2025-01-21,59,50,0,109
LY-2,同數,2025-01-21,54,54,0,108
CH-1,Referendum motion,2024-12-10,98,96,3,
"""


def file(folder: Path, text: str, codec: str = "utf-8") -> str:
    path = folder / "votes.csv"
    path.write_bytes(text.encode(codec))
    return str(path)


def test_recorded_votes_of_parliaments_are_answered_under_both_readings(tmp_path: Path) -> None:
    ran = command("--lang", "en", "meeting", "tally", file(tmp_path, HOUSES), "--as-of", "2025-06-02")

    rows = list(csv.DictReader(io.StringIO(ran.stdout.decode())))
    assert ran.returncode == 0
    assert [(row["id"], row["majority-of-present"], row["votes-cast"], row["disputed"]) for row in rows] == [
        ("EP-1", "yes", "yes", "false"),
        ("EP-2", "no", "yes", "true"),
        ("LY-1", "yes", "yes", "false"),
        ("LY-2", "no", "no", "false"),
        ("CH-1", "no", "yes", "true"),
    ]
    assert [(row["needed"], row["base"], row["base-from"]) for row in rows[-2:]] == [
        ("55", "108", "file"),
        ("99", "197", "votes"),
    ]
    assert rows[0]["title"] == "Regulation on foreign investment screening, amended"
    assert "for + against + abstain was used: 1" in ran.stderr.decode()


def test_the_bundled_record_of_two_parliaments_comes_out_as_they_announced_it() -> None:
    ran = command("meeting", "tally", str(RECORDED))

    rows = list(csv.DictReader(io.StringIO(ran.stdout.decode())))
    lost = {row["subject"] for row in rows if row["votes-cast"] == "no"}
    disputed = [(row["subject"], row["needed"], row["base"]) for row in rows if row["disputed"] == "true"]
    assert (ran.returncode, len(rows)) == (0, 15)
    assert lost == {f"Withdrawal agreement ({which} vote)" for which in ("first", "second", "third")}
    assert disputed == [("Rejection of the regulation on plant protection products", "314", "627")]


def test_json_gives_a_line_a_row(tmp_path: Path) -> None:
    ran = command("meeting", "tally", file(tmp_path, HOUSES), "--json")

    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["line"] for row in rows] == [2, 3, 4, 5, 6]
    assert rows[1]["row"]["id"] == "EP-2"
    assert (rows[1]["majority-of-present"], rows[1]["votes-cast"]) == ("no", "yes")
    assert (rows[1]["needed"], rows[1]["disputed"]) == (301, True)


def test_bad_rows_end_with_status_2_and_the_good_ones_are_answered(tmp_path: Path) -> None:
    text = "id,for,against,abstain,entitled\na,7,5,2,14\nb,7,5,2,13\nc,x,5,2,14\nd,8,5,1,14\n"

    ran = command("--lang", "en", "meeting", "tally", file(tmp_path, text))

    assert ran.returncode == 2
    assert [line.split(",")[0] for line in ran.stdout.decode().splitlines()] == ["id", "a", "d"]
    told = ran.stderr.decode()
    assert "line 3, column “entitled”" in told
    assert "line 4, column “for”" in told
    assert "bad rows left out: 2" in told


@pytest.mark.parametrize("codec", ["cp950", "utf-16", "utf-8-sig"])
def test_a_file_in_another_encoding_is_read_and_the_encoding_said(tmp_path: Path, codec: str) -> None:
    ran = command("meeting", "tally", file(tmp_path, "案由,贊成,反對,棄權\n預算案,7,5,2\n", codec))

    assert ran.returncode == 0
    assert ran.stdout.decode().splitlines()[1] == "預算案,7,5,2,no,yes,8,14,votes,true"
    assert ("Big5" in ran.stderr.decode()) is (codec == "cp950")
    assert ("UTF-16" in ran.stderr.decode()) is (codec == "utf-16")


def test_standard_input_is_read() -> None:
    ran = command("meeting", "tally", "-", given=b"for,against,abstain\n1,0,0\n")

    assert ran.returncode == 0
    assert ran.stdout.decode().splitlines()[1] == "1,0,0,yes,yes,1,1,votes,false"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("a,b,c\n1,2,3\n", "lacks for, against, abstain"),
        ("for,against,abstain,base\n", "base"),
    ],
)
def test_a_file_without_votes_is_refused(tmp_path: Path, text: str, words: str) -> None:
    ran = command("--lang", "en", "meeting", "tally", file(tmp_path, text))

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert words in ran.stderr.decode()
    assert "votes.csv" in ran.stderr.decode()


def test_a_header_alone_is_answered_with_a_header(tmp_path: Path) -> None:
    ran = command("meeting", "tally", file(tmp_path, "for,against,abstain\n"))

    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 1)


@pytest.mark.parametrize("name", ["no-such.csv", ""])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str) -> None:
    ran = command("--lang", "en", "meeting", "tally", str(tmp_path / name))

    assert ran.returncode == 2
    assert "cannot be opened" in ran.stderr.decode()


def test_the_command_starts_without_django_and_makes_nothing(tmp_path: Path) -> None:
    home, script = (
        tmp_path / "home",
        (
            "import sys; from coretech.cli import main; status = main(sys.argv[1:]);"
            "sys.exit(status or any(name.partition('.')[0] in ('django', 'psycopg') for name in sys.modules))"
        ),
    )

    ran = subprocess.run(
        [sys.executable, "-c", script, "meeting", "tally", file(tmp_path, HOUSES)],
        env=os.environ | {"CORETECH_HOME": str(home)},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert ran.returncode == 0
    assert not home.exists()


def test_help_lists_it_with_the_other_commands_of_meetings(run: Run) -> None:
    assert "tally" in run("meeting", "--help").out
