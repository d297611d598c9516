"""The matcher's version: scores that people have judged by do not change under the same one."""

import csv
import json
from importlib.resources import files
from pathlib import Path

import pytest

from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import VERSION, Matcher

KEPT = Path(__file__).parents[2] / "golden" / "matching_scores.json"


def best() -> dict[str, list[object]]:
    """The best item of each title of the labelled set's half for tuning, with its score."""
    rows = {name: _rows(name) for name in ("catalogue", "queries", "judgements")}
    tuning = {row["query_id"] for row in rows["judgements"] if row["half"] == "tuning"}
    asked = [row for row in rows["queries"] if row["id"] in tuning]
    matcher = Matcher([row["text"] for row in rows["catalogue"]], lexicon())
    found = matcher.matched([row["text"] for row in asked], 1)
    return {
        row["id"]: [rows["catalogue"][hits[0].item]["id"], round(hits[0].score, 4)]
        for row, hits in zip(asked, found, strict=True)
    }


def test_scores_are_those_of_the_version() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    hint = (
        "scores changed: raise matcher.VERSION, and keep them: python -m tests.engines.matching.test_version"
    )

    now = best()

    assert kept["version"] == VERSION, hint
    assert {key: item for key, (item, _) in now.items()} == {
        key: item for key, (item, _) in kept["best"].items()
    }, hint
    assert [score for _, score in now.values()] == pytest.approx(
        [score for _, score in kept["best"].values()], abs=1e-3
    ), hint


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("coretech.data") / "eval" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


if __name__ == "__main__":
    told = json.dumps({"version": VERSION, "best": best()}, ensure_ascii=False, indent=1)
    KEPT.write_text(f"{told}\n", encoding="utf-8")
