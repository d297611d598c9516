"""``coretech watch fetch``: off by default, and from the API to a snapshot that says what it lacks."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from coretech.cli import main
from tests.openalex_server import OpenAlex, serving

QUERY = ("--query", "primary_topic.id:T10682")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAlex]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving(OpenAlex([{"id": f"https://openalex.org/W{each}"} for each in range(5)], 2)) as stage:
        monkeypatch.setenv("CORETECH_OPENALEX", stage.address)
        monkeypatch.setenv("CORETECH_OPENALEX_KEY", "secret")
        yield stage


def fetched(out: Path, *more: str) -> int:
    return main(["--lang", "en", "watch", "fetch", *QUERY, "--out", str(out), *more])


def test_without_the_setting_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CORETECH_OPENALEX", raising=False)

    assert fetched(tmp_path / "out") == 1
    assert "switched off" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["http://openalex.example", "ftp://127.0.0.1", "api.openalex.org"])
def test_a_key_does_not_travel_in_the_open(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CORETECH_OPENALEX", address)

    assert fetched(tmp_path) == 2
    assert "https://" in capsys.readouterr().err


def test_a_snapshot_of_part_of_the_works_says_so_until_the_rest_is_fetched(
    stage: OpenAlex, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    assert fetched(out, "--budget", "2") == 0
    told = capsys.readouterr()
    assert "4 / 5 works fetched; 2 credits spent this time; the budget is spent" in told.err
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["works"], manifest["problems"]) == (4, {"unfinished": 1})

    assert fetched(out) == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["works"], manifest["problems"]) == (5, {})
    assert manifest["query"] == "filter=primary_topic.id:T10682（5 / 5）"
    assert manifest["source"] == f"OpenAlex API {stage.address}"
    assert all(b"secret" not in file.read_bytes() for file in out.rglob("*") if file.is_file())

    times = len(stage.asked)
    assert fetched(out) == 0
    assert len(stage.asked) == times
    assert fetched(out, "--again") == 0
    assert len(stage.asked) == 2 * times


def test_a_question_the_service_refuses_is_bad_input(
    stage: OpenAlex, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.faults = [(400, {})]

    assert fetched(tmp_path) == 2
    assert "fault 400" in capsys.readouterr().err


def test_a_folder_with_another_query_is_left_alone(
    stage: OpenAlex, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched(tmp_path)
    times = len(stage.asked)

    assert main(["--lang", "en", "watch", "fetch", "--search", "chip", "--out", str(tmp_path)]) == 2
    assert "keeps another query" in capsys.readouterr().err
    assert len(stage.asked) == times
