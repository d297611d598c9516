"""``coretech snapshot``: a folder that was ingested is taken in, held, counted and counted again."""

import datetime as dt
from pathlib import Path

import pytest

from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import Asked
from tests.cli.conftest import Run
from tests.factories import watch_factories

pytestmark = pytest.mark.usefixtures("stage")
AS = ("--as", watch_factories.OFFICE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    works = tmp_path / "works.jsonl.gz"
    works.write_bytes(watch_factories.BEFORE)
    ingest([works], tmp_path / "snapshot", Asked(dt.date(2026, 1, 5), "OpenAlex"))
    return tmp_path / "snapshot"


def test_a_snapshot_is_taken_in_held_counted_and_counted_again(run: Run, folder: Path) -> None:
    watch_factories.graphene()

    kept = run("snapshot", "keep", str(folder), "--series", "openalex", "--first", "2020", *AS, "--json")
    number = kept.subject.partition("/")[2]
    assert run("snapshot", "hold", number, *AS).status == 0
    assert run("snapshot", "count", number, *AS).status == 1
    assert run("snapshot", "resume", number, *AS).status == 0
    assert run("snapshot", "count", number, *AS).status == 0
    assert run("snapshot", "recount", number, "--percentile", "recompute", *AS).status == 0

    newest, first = run("snapshot", "list", "--json").data
    assert (first["state"], first["first"], first["done"]) == ("done", 2020, 1)
    assert (newest["state"], newest["percentile"]) == ("waiting", "recompute")
    assert "openalex" in run("snapshot", "list").out


def test_what_is_no_snapshot_or_was_taken_in_before_is_refused(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    assert run("snapshot", "keep", str(tmp_path), "--series", "openalex", *AS).status == 2
    assert run("snapshot", "keep", str(folder), "--series", "sample", *AS).status == 2
    assert run("snapshot", "keep", str(folder), "--series", "openalex", *AS).status == 0

    assert "taken in before" in run("snapshot", "keep", str(folder), "--series", "openalex", *AS).err
