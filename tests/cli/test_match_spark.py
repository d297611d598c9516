"""``coretech match --engine spark`` and ``--model``: the same answers and the same words, and what is missing said."""

import csv
import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from coretech.cli import main
from tests.cli.conftest import Ran
from tests.engines.matching.tiny_model import model_in

CATALOGUE = "id,text\nchip,14 奈米以下製程之 IC 製造技術\npqc,後量子密碼保護技術\nsat,Satellite operation and control\n"
PARTS = {
    "part-1.csv": (
        "id,title,text\nq1,衛星,操控系統之研製\nq2,x,post-quantum cryptography\n,x,y\nq3,,\nq4,a,b,c\nq1,x,x\n"
    ),
    "part-2.jsonl": '{"id": "q5", "title": "先進", "text": "半導体製造"}\n{"id": "q2", "title": "b"}\nno\n',
    "part-3.csv": f"id,title,text\nq6,long,{'satellite ' * 2_001}\nq5,again,x\n",
}
MATCH = ("match", "part-*", "catalogue.csv", "--text-columns", "title,text", "--top", "2", "--explain")
NEEDS_JAVA = "Spark needs Java 17; CI has it, and does not skip this"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a portfolio lies in several files, with a catalogue."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"catalogue.csv": CATALOGUE, **PARTS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    capsys.readouterr()
    status = main(["--lang", "en", *words])
    printed = capsys.readouterr()
    return Ran(status, printed.out, printed.err)


@pytest.mark.usefixtures("folder")
def test_files_that_fit_a_pattern_are_one_portfolio(capsys: pytest.CaptureFixture[str]) -> None:
    done = told(capsys, *MATCH)

    assert done.status == 0
    assert done.err.splitlines() == [
        "part-1.csv line 4: has no id; left out.",
        "part-1.csv line 5: its text is empty; left out.",
        "part-1.csv line 6: has 4 columns where the header has 3; left out.",
        "part-1.csv line 7: its id q1 is already on line 2; left out.",
        "part-2.jsonl line 2: its id q2 is already on line 3 of part-1.csv; left out.",
        "part-2.jsonl line 3: is no valid JSON object; left out.",
        "part-3.csv line 2: of 20,014 characters the first 20,000 are matched.",
        "part-3.csv line 3: its id q5 is already on line 1 of part-2.jsonl; left out.",
        "4 queries matched with 3 items; bad rows left out: 7.",
    ]
    assert [row["query_id"] for row in csv.DictReader(io.StringIO(done.out))] == [
        query for query in ("q1", "q2", "q5", "q6") for _ in range(2)
    ]


def test_a_folder_is_all_its_files_and_one_that_fits_nothing_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = told(capsys, *MATCH).out
    (folder / "parts").mkdir()
    for name in PARTS:
        (folder / name).rename(folder / "parts" / name)
    (folder / "parts" / "_SUCCESS").touch()

    assert told(capsys, "match", "parts", *MATCH[2:]).out == whole
    nothing = told(capsys, *MATCH)
    assert (nothing.status, nothing.err) == (2, "part-*: there is no such file.\n")


@pytest.mark.skipif(not (os.environ.get("CI") or shutil.which("java")), reason=NEEDS_JAVA)
def test_spark_writes_and_says_what_one_process_does(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = model_in(folder / "model")
    here = told(capsys, *MATCH, "--model", str(model))

    there = told(capsys, *MATCH, "--model", str(model), "--engine", "spark", "--out", "there.csv")

    assert there == Ran(0, "", here.err)
    assert (folder / "there.csv").read_text(encoding="utf-8") == here.out
    assert not list(folder.glob(".*"))


def test_without_spark_or_java_it_is_said_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    without_java = told(capsys, *MATCH, "--engine", "spark", "--out", "o.csv")
    for name in [name for name in sys.modules if name.startswith("coretech.engines.spark")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    without_spark = told(capsys, *MATCH, "--engine", "spark", "--out", "o.csv")

    assert (without_java.status, without_spark.status) == (2, 2)
    assert without_java.err == "--engine spark needs Java 17 or newer\n"
    assert without_spark.err == "--engine spark needs more to be installed: pip install 'coretech[spark]'\n"
    assert not (folder / "o.csv").exists()


@pytest.mark.usefixtures("folder")
def test_spark_reads_no_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    done = told(capsys, "match", "-", "catalogue.csv", "--engine", "spark")

    assert done.status == 2
    assert "name a file, a folder or a pattern" in done.err


def test_a_model_has_its_share_and_one_that_is_not_there_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.csv").write_text("id,text\nq,cipher\n", encoding="utf-8")
    (folder / "two.csv").write_text("id,text\na,衛星\nb,密碼\n", encoding="utf-8")
    words = ("match", "one.csv", "two.csv", "--model")

    alone = told(capsys, *words, str(model_in(folder / "model")), "--model-weight", "1")
    nowhere = told(capsys, *words, "nowhere", "--out", "o.csv")

    assert [line.split(",")[2:4] for line in alone.out.splitlines()[1:]] == [["b", "1.0000"], ["a", "0.0000"]]
    assert nowhere.status == 2
    assert "nowhere: there is no such folder; name the one that holds model.onnx" in nowhere.err
    assert not (folder / "o.csv").exists()
