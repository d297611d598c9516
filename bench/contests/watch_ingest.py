"""Works in JSON lines read into a snapshot; the peer only scans the same lines with the JSON reader underneath."""

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from bench.contest import Contest
from coretech.kit.sentence import Sentence
from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import Asked

COUNT, WORDS, AUTHORS = 50_000, 120, 5
WHAT = Sentence(
    "OpenAlex的JSON行讀入快照，逐行檢查並列出問題；對照為Polars只讀三個欄位",
    "works in OpenAlex's JSON lines into a snapshot, checked and listed; the peer only reads three columns, in Polars",
)


def contest(count: int = COUNT) -> Iterator[Contest]:
    """A file made up, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as name:
        file, out = Path(name) / "works.jsonl", Path(name) / "snapshot"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{json.dumps(_work(number))}\n" for number in range(count))

        def ours() -> None:
            shutil.rmtree(out, ignore_errors=True)
            ingest([file], out, Asked(dt.date(2026, 1, 1)))

        schema = {"id": pl.String, "publication_year": pl.Int64, "cited_by_count": pl.Int64}
        yield Contest("watch-ingest", WHAT, "works", count, ours, lambda: pl.read_ndjson(file, schema=schema))


def _work(number: int) -> dict[str, object]:
    """A work of about the size of a real one."""
    places = {f"word{number * 7 + place}": [place] for place in range(WORDS)}
    signed = [
        {
            "author": {
                "id": f"https://openalex.org/A{number * AUTHORS + place}",
                "display_name": "A. Author",
            },
            "countries": ["TW" if place % 2 else "US"],
            "institutions": [
                {"id": f"https://openalex.org/I{place}", "country_code": "TW", "display_name": "Institute"}
            ],
        }
        for place in range(AUTHORS)
    ]
    return {
        "id": f"https://openalex.org/W{number}",
        "title": f"On the matter of {number}",
        "publication_year": 2000 + number % 24,
        "cited_by_count": number % 97,
        "language": "en",
        "primary_topic": {"id": f"https://openalex.org/T{10_000 + number % 500}"},
        "authorships": signed,
        "abstract_inverted_index": places,
    }
