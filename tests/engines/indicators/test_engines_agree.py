"""Polars, DuckDB and Spark give what the slow reference gives, on works that Hypothesis makes up and on real ones."""

import gzip
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.engines.indicators import reference
from coretech.engines.indicators.definitions import Technology, read_technologies
from coretech.engines.indicators.duckdb_plan import duckdb_counter
from coretech.engines.indicators.histograms import Counter, Percentile, Years
from coretech.engines.indicators.polars_plan import PolarsCounter
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.tracker import Tracked, track
from coretech.readers.works.manifest import read_manifest
from tests.factories.works_factories import read_in, works, written

TECHNOLOGIES = read_technologies(
    "technology_id,name,query\n"
    "all,Everything,\n"
    "topic,One topic,T10001\n"
    'either,Two topics,"https://openalex.org/T10002; T10003"\n'
    'word,A word,"量子 -basin"\n'
    'both,A phrase and a topic,"""quantum error"" AND T10003"\n'
    "none,Nothing at all,T99999\n"
)
SAMPLE = Path(os.environ.get("CORETECH_PUBLISHED", Path(__file__).resolve().parents[4] / "shared")) / (
    "data/openalex_works_sample.jsonl.gz"
)
REAL = read_technologies(
    'technology_id,name,query\nall,,\nbasins,,T10399\ngrain,,"T10965 AND ""grain size"""\nsand,,"sand* -clay"\n'
)
NEEDS_JAVA = "Spark needs Java 17; CI has it, and does not skip this"
LIGHT = {
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
}
"""Compiling plans takes Spark longer than counting a few thousand works."""
LEADING = (
    "technology_id",
    "works",
    "leader",
    "runner_up",
    "lead_ratio",
    "hhi",
    "institutions_in_leader",
    "monopoly_risk",
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    if not SAMPLE.is_file():
        pytest.skip(f"the shared sample is not beside the project: {SAMPLE.name}")
    return read_in(tmp_path_factory.mktemp("real"), SAMPLE)[0]


@pytest.fixture(scope="module")
def spark() -> Iterator[Counter]:
    if not (os.environ.get("CI") or shutil.which("java")):
        pytest.skip(NEEDS_JAVA)
    from coretech.engines.indicators.ibis_plan import IbisCounter  # noqa: PLC0415 - imported where Java is
    from coretech.engines.indicators.spark_plan import SparkRunner  # noqa: PLC0415 - as above
    from coretech.engines.spark.session import spark_session  # noqa: PLC0415 - as above

    with spark_session("local[2]") as session:
        for name, value in LIGHT.items():
            session.conf.set(name, value)
        yield IbisCounter(SparkRunner(session))


def agrees(
    tracked: Tracked, made: list[dict[str, Any]], technologies: list[Technology], *, recompute: bool
) -> None:
    found = sorted(tracked.countries.to_dicts(), key=lambda row: (row["technology_id"], row["country"]))
    wanted = [row for each in technologies for row in reference.country_rows(made, each, recompute=recompute)]
    assert found == sorted(wanted, key=lambda row: (row["technology_id"], row["country"]))
    assert tracked.technologies.select(LEADING).to_dicts() == [
        reference.leading(made, each, recompute=recompute) for each in technologies
    ]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), max_size=40), percentile=st.sampled_from(Percentile))
def test_polars_and_duckdb_agree_with_the_reference_to_the_last_digit(
    made: list[dict[str, Any]], percentile: Percentile
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot, _ = read_in(Path(folder), written(Path(folder), made))
        fast = track(snapshot, TECHNOLOGIES, PolarsCounter(), Years(), percentile)
        other = track(snapshot, TECHNOLOGIES, duckdb_counter(), Years(), percentile)

    agrees(fast, made, TECHNOLOGIES, recompute=percentile is Percentile.RECOMPUTE)
    assert fast.countries.equals(other.countries)
    assert fast.technologies.equals(other.technologies)
    assert fast.works == other.works


@pytest.mark.parametrize(
    ("percentile", "technologies"), [(Percentile.OPENALEX, REAL), (Percentile.RECOMPUTE, REAL[:2])]
)
def test_the_shared_sample_is_reckoned_as_an_independent_slow_script_does(
    real: Snapshot, percentile: Percentile, technologies: list[Technology]
) -> None:
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        made = [json.loads(line) for line in lines]

    agrees(
        track(real, technologies, PolarsCounter(), Years(), percentile),
        made,
        technologies,
        recompute=percentile is Percentile.RECOMPUTE,
    )


def test_spark_agrees_on_the_shared_sample(real: Snapshot, spark: Counter) -> None:
    years = Years(2019, 2023)

    fast = track(real, REAL, PolarsCounter(), years, Percentile.RECOMPUTE)
    there = track(real, REAL, spark, years, Percentile.RECOMPUTE)

    assert fast.countries.equals(there.countries)
    assert fast.technologies.equals(there.technologies)
    assert fast.works == there.works == 780


def test_parts_counted_apart_add_up(real: Snapshot, tmp_path: Path) -> None:
    lines = gzip.decompress(SAMPLE.read_bytes()).splitlines(keepends=True)
    halves = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for half, part in zip(halves, (lines[:1000], lines[1000:]), strict=True):
        half.write_bytes(b"".join(part))
    apart, manifest = read_in(tmp_path, *halves)

    assert len(manifest.parts) == 2
    assert len(read_manifest(real.folder).parts) == 1
    one, two = (track(each, REAL, PolarsCounter(), Years()) for each in (real, apart))
    assert one.countries.equals(two.countries)
    assert one.technologies.equals(two.technologies)
