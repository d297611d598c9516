"""Works in OpenAlex's shape, made up for tests."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from coretech.engines.indicators.tables import Snapshot
from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import Asked, Manifest

DAY = dt.date(2026, 3, 2)
COUNTRIES = ("TW", "US", "CN", "HK", "JP", "DE")
HOME = {number: COUNTRIES[number % 4] if number % 5 else None for number in range(1, 25)}
WORDS = ("quantum", "量子", "error", "correction", "晶片", "Sediment", "basin")
Work = dict[str, Any]


def institution(number: int) -> Work:
    return {
        "id": f"https://openalex.org/I{number}",
        "country_code": HOME[number],
        "display_name": f"Institute {number}",
    }


@st.composite
def authorships(draw: st.DrawFn) -> Work:
    at = [institution(number) for number in draw(st.lists(st.integers(1, 24), max_size=2, unique=True))]
    codes = [each["country_code"] for each in at if each["country_code"]]
    countries = draw(st.sampled_from([codes, [*codes, "JP"], [], None, ["DE"]]))
    author = f"https://openalex.org/A{draw(st.integers(1, 9))}"
    return {"author": {"id": author}, "countries": countries, "institutions": at}


@st.composite
def works(draw: st.DrawFn) -> Work:
    words = draw(st.lists(st.sampled_from(WORDS), max_size=4))
    return {
        "id": f"https://openalex.org/W{draw(st.integers(1, 40))}",
        "title": draw(st.none() | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)),
        "publication_year": draw(st.none() | st.integers(2018, 2024)),
        "updated_date": draw(st.none() | st.sampled_from(["2025-01-01", "2025-06-01"])),
        "cited_by_count": draw(st.none() | st.integers(-1, 12)),
        "citation_normalized_percentile": draw(
            st.none() | st.sampled_from([{"is_in_top_10_percent": True}, {"is_in_top_10_percent": False}])
        ),
        "primary_topic": draw(
            st.none() | st.sampled_from([{"id": "https://openalex.org/T10001"}, {"id": "T10002"}])
        ),
        "topics": draw(st.none() | st.just([{"id": "https://openalex.org/T10003"}])),
        "keywords": draw(st.none() | st.just([{"display_name": "Quantum error"}])),
        "abstract_inverted_index": {
            word: [at for at, each in enumerate(words) if each == word] for word in words
        },
        "authorships": draw(st.none() | st.lists(authorships(), max_size=4)),
    }


def written(folder: Path, given: Sequence[Mapping[str, Any]], name: str = "works.jsonl") -> Path:
    file = folder / name
    file.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in given), encoding="utf-8")
    return file


def read_in(folder: Path, *files: Path) -> tuple[Snapshot, Manifest]:
    manifest = ingest(files, folder / "snapshot", Asked(DAY))
    return Snapshot(folder / "snapshot", manifest.parts), manifest
