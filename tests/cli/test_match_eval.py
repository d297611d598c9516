"""``coretech match eval``: a run held against judgements, and the labelled set that comes with the program."""

import csv
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from coretech.cli import main
from coretech.readers.lists.bundled import bundled_versions

EVAL = files("coretech.data") / "eval"
RUN = "query_id,rank,item_id,score,why\nq1,2,b,0.5,\nq1,1,a,0.9,x\nq2,1,c,0.2,\nq4,1,a,0.9,\n"
QRELS = "query_id,item_id,relevance,half\nq1,b,2,x\nq1,z,1,x\nq2,,0,y\nq3,a,1,x\n"


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("run.csv").write_text(RUN, encoding="utf-8")
    Path("qrels.csv").write_text(QRELS, encoding="utf-8")


def eval_(*options: str) -> int:
    return main(["--lang", "en", "match", "eval", "run.csv", "qrels.csv", *options])


@pytest.mark.usefixtures("both")
def test_the_figures_are_those_worked_out_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert eval_("--json", "--per-query", "--k", "2") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["queries"], told["not_answered"], told["without_partner"], told["not_judged"]) == (
        2,
        1,
        1,
        1,
    )
    assert told["refusal_auc"] == 0.5
    assert told["means"]["hit@5"] == 0.5
    assert told["means"]["precision@1 answered"] == 0
    assert told["per_query"][0] == {
        "query_id": "q1",
        "answered": True,
        "hit@1": 0,
        "hit@5": 1,
        "recall@2": 0.5,
        "nDCG@2": pytest.approx((2 / 1.584962500721156) / (2 + 1 / 1.584962500721156)),
        "MRR": 0.5,
        "WSS@95": pytest.approx(-0.05),
    }


@pytest.mark.usefixtures("both")
def test_people_are_told_the_means_and_each_query(capsys: pytest.CaptureFixture[str]) -> None:
    assert eval_("--per-query", "--where", "half=x", "--items", "10") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("query_id,answered,hit@1,hit@5,recall@5")
    assert [line.split(",")[:2] for line in lines[1:3]] == [["q1", "true"], ["q3", "false"]]
    assert lines[4].split() == ["hit@1", "0.0000"]
    assert lines[-1].startswith("queries with a partner: 2, of which not answered: 1; without one: 0")


@pytest.mark.usefixtures("both")
def test_bad_rows_of_either_file_are_told_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    Path("run.csv").write_text(f"{RUN}q1,3,a,0.1,\nq1,x,d,0.1,\n,1,a,1,\nq1,4,,1,\n", encoding="utf-8")
    Path("qrels.csv").write_text(f"{QRELS}q1,b,1,x\nq1,y,nan,x\n", encoding="utf-8")

    assert eval_() == 0

    assert capsys.readouterr().err.splitlines() == [
        "run.csv line 6: this pair has been met before; left out.",
        "run.csv line 7: its rank, score or relevance is no number; left out.",
        "run.csv line 8: has no query_id; left out.",
        "run.csv line 9: has no item_id; left out.",
        "qrels.csv line 6: this pair has been met before; left out.",
        "qrels.csv line 7: its rank, score or relevance is no number; left out.",
    ]


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--k", "0"], "--k wants whole numbers"),
        (["--where", "half"], "--where wants COLUMN=VALUE"),
        (["--where", "part=x"], "qrels.csv: There is no column “part”; the file's columns: query_id"),
        (["--where", "half=z"], "not one judgement can be used"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert eval_(*options) == 2
    assert words in capsys.readouterr().err


@pytest.mark.usefixtures("both")
def test_a_run_without_ranks_is_ordered_by_score_or_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    Path("qrels.csv").write_text("query_id,item_id\nq1,b\n", encoding="utf-8")
    for run in ("query_id,item_id,score\nq1,a,0.1\nq1,b,0.7\n", "query_id,item_id\nq1,b\nq1,a\n"):
        Path("run.csv").write_text(run, encoding="utf-8")
        assert eval_("--json") == 0
        assert json.loads(capsys.readouterr().out)["means"]["hit@1"] == 1


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((EVAL / name).read_text(encoding="utf-8").splitlines()))


def test_the_labelled_set_names_only_what_is_there() -> None:
    queries, items, judged = table("queries.csv"), table("catalogue.csv"), table("judgements.csv")
    pairs = [(row["query_id"], row["item_id"]) for row in judged]

    assert len({row["id"] for row in queries}) == len({row["text"] for row in queries}) == len(queries)
    assert {query for query, _ in pairs} == {row["id"] for row in queries}
    assert {item for _, item in pairs if item} <= {row["id"] for row in items}
    assert len(set(pairs)) == len(pairs)
    assert sum(bool(item) for _, item in pairs) >= 150
    assert {row["relevance"] for row in judged if row["item_id"]} == {"1", "2"}
    assert all(row["relevance"] == "0" for row in judged if not row["item_id"])


def test_the_items_of_the_labelled_set_are_those_of_the_bundled_lists() -> None:
    names = {
        f"{version.head.code}/{entry.code}": entry.names.values()
        for version in bundled_versions()
        for entry in version.file().entries
    }
    for row in table("catalogue.csv"):
        there = names[row["id"].replace("TW/", "TW-2023-12-05/")]
        assert row["text"].casefold() in {name.casefold() for name in there}, row


def test_the_halves_are_told_by_the_hash_of_the_measure() -> None:
    halves = {row["id"]: row["half"] for row in table("queries.csv")}
    for query, half in halves.items():
        group = re.sub(r"^(six/\d[^/]*)/.*|^(st/\d+\.\d+\.\d+).*", r"\1\2", query)
        even = hashlib.sha256(group.encode()).digest()[0] % 2 == 0
        assert half == ("tuning" if even else "held_out"), query

    assert {row["half"] for row in table("judgements.csv")} == {"tuning", "held_out"}
    assert all(halves[row["query_id"]] == row["half"] for row in table("judgements.csv"))
