"""A snapshot made up for measuring: works, authorships and topics in the proportions of open data, always the same."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

PART, TOPICS, TECHNOLOGIES, COUNTRIES, INSTITUTIONS = 250_000, 500, 44, 120, 20_000
AUTHORSHIPS_A_WORK, TOPICS_A_WORK, FIRST_TOPIC = 3.2, 2, 10_001
SEED = 20231205


def technologies() -> str:
    """Definitions of technologies, each of three topics."""
    rows = (
        f"T{place:02d},Technology {place},"
        + " ".join(f"T{FIRST_TOPIC + place * 3 + each}" for each in range(3))
        for place in range(TECHNOLOGIES)
    )
    return "technology_id,name,query\n" + "\n".join(rows) + "\n"


def build(folder: Path, works: int) -> list[str]:
    """Write the snapshot's tables; the names of its parts."""
    random = np.random.default_rng(SEED)
    return [
        _part(folder, f"0000-{place:04d}", start, min(PART, works - start), random)
        for place, start in enumerate(range(0, works, PART))
    ]


def _part(folder: Path, part: str, start: int, count: int, random: np.random.Generator) -> str:
    numbers = np.arange(start, start + count, dtype=np.int32)
    tables = {
        "works": _works(numbers, random),
        "authorships": _authorships(numbers, random),
        "topics": _topics(numbers, random),
        "institutions": pl.DataFrame({"institution": np.arange(INSTITUTIONS), "name": "", "country": "TW"}),
    }
    for name, table in tables.items():
        path = folder / name / f"{part}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        table.write_parquet(path, compression="zstd")
    return part


def _works(numbers: np.ndarray, random: np.random.Generator) -> pl.DataFrame:
    count = len(numbers)
    return pl.DataFrame(
        {
            "work": numbers,
            "year": random.integers(2019, 2024, count, dtype=np.int16),
            "citations": np.floor(random.lognormal(1.5, 1.4, count)).astype(np.int32),
            "top10": random.random(count) < 0.1,  # noqa: PLR2004 - one in ten
            "counted": np.ones(count, dtype=bool),
            "language": "en",
        }
    )


def _authorships(numbers: np.ndarray, random: np.random.Generator) -> pl.DataFrame:
    signed = np.repeat(numbers, random.poisson(AUTHORSHIPS_A_WORK - 1, len(numbers)) + 1)
    home = np.minimum(random.zipf(1.6, len(numbers)), COUNTRIES)
    abroad = np.minimum(random.zipf(1.4, len(signed)), COUNTRIES)
    stays = random.random(len(signed)) < 0.8  # noqa: PLR2004 - four in five authors work where the paper is from
    country = np.where(stays, home[signed - numbers[0]], abroad)
    table = pl.DataFrame(
        {
            "work": signed,
            "author": random.integers(0, 10**7, len(signed)),
            "institution": country * (INSTITUTIONS // COUNTRIES) + random.integers(0, 150, len(signed)),
            "country": country.astype(np.int16),
        }
    )
    return table.with_columns(
        country=pl.when(pl.Series(random.random(len(signed)) > 0.1)).then("country")  # noqa: PLR2004 - one in ten unknown
    ).sort("work", "country", nulls_last=True)


def _topics(numbers: np.ndarray, random: np.random.Generator) -> pl.DataFrame:
    topics = random.integers(FIRST_TOPIC, FIRST_TOPIC + TOPICS, len(numbers) * TOPICS_A_WORK, dtype=np.int32)
    return pl.DataFrame({"work": np.repeat(numbers, TOPICS_A_WORK), "topic": topics}).unique(
        maintain_order=True
    )


def rows(folder: Path) -> Iterator[tuple[str, int]]:
    """How many rows each table has."""
    for name in ("works", "authorships", "topics"):
        yield name, int(pl.scan_parquet(folder / name / "*.parquet").select(pl.len()).collect().item())
