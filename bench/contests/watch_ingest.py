"""Works read into a snapshot; the peer only scans the same lines with the JSON reader underneath.

JSON lines are the contest; the same works in Parquet, with nested columns and with columns of JSON, are told beside it.
"""

import datetime as dt
import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
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

ABSTRACT = frozenset({"abstract_inverted_index"})
KINDS = (
    (Sentence("巢狀欄位", "nested columns"), ABSTRACT),
    (Sentence("JSON 欄位", "columns of JSON"), ABSTRACT | {"authorships", "primary_topic"}),
)
"""How Parquet may hold works: which of the columns are texts of JSON; abstracts are in either."""


def contest(count: int = COUNT) -> Iterator[Contest]:
    """Files made up, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as name:
        folder = Path(name)
        file = _lines(folder, count)
        schema = {"id": pl.String, "publication_year": pl.Int64, "cited_by_count": pl.Int64}
        yield Contest(
            "watch-ingest",
            WHAT,
            "works",
            count,
            lambda: _read(file, folder),
            lambda: pl.read_ndjson(file, schema=schema),
            lambda: list(_in_parquet(folder, count)),
        )


def _read(file: Path, folder: Path) -> None:
    out = folder / "snapshot"
    shutil.rmtree(out, ignore_errors=True)
    ingest([file], out, Asked(dt.date(2026, 1, 1)))


def _in_parquet(folder: Path, count: int) -> Iterator[Sentence]:
    for said, texts in KINDS:
        file = _parquet(folder, count, texts)
        start = time.perf_counter()
        _read(file, folder)
        rate = count / (time.perf_counter() - start)
        yield Sentence(
            f"同樣的著作，Parquet（{said.zh}）：每秒 {rate:,.0f} 篇",
            f"the same works in Parquet, {said.en}: {rate:,.0f} a second",
        )


def _lines(folder: Path, count: int) -> Path:
    file = folder / "works.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(_work(number))}\n" for number in range(count))
    return file


def _parquet(folder: Path, count: int, texts: frozenset[str]) -> Path:
    file = folder / "works.parquet"
    pl.DataFrame([_with_texts(_work(number), texts) for number in range(count)]).write_parquet(file)
    return file


def _with_texts(work: Mapping[str, object], names: frozenset[str]) -> dict[str, object]:
    return {name: json.dumps(value) if name in names else value for name, value in work.items()}


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
