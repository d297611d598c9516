"""Works asked of OpenAlex: pages by cursor, patience, a budget that ends cleanly, and no page asked for twice."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from coretech.kit.refusal import Refused
from coretech.readers.openalex.client import Client, NeverError
from coretech.readers.openalex.fetching import ATTEMPTS, End, Fetched, Terms, fetch
from coretech.readers.openalex.kept import NAME, kept_in
from coretech.readers.openalex.query import Query
from tests.factories.works_factories import DAY
from tests.openalex_server import OpenAlex, serving

QUERY = Query("primary_topic.id:T10682,publication_year:2019-2023,institutions.country_code:tw")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAlex]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving(
        OpenAlex([{"id": f"https://openalex.org/W{each}", "title": "晶片"} for each in range(7)], 3)
    ) as it:
        yield it


def asked(stage: OpenAlex, folder: Path, budget: int = 100, waited: list[float] | None = None) -> Fetched:
    waits: list[float] = [] if waited is None else waited
    kept = kept_in(folder, QUERY, stage.address)
    return fetch(Client(stage.address, "secret"), QUERY, kept, Terms(DAY, budget, waits.append))


def ids(folder: Path) -> list[str]:
    lines = [
        line
        for file in sorted(folder.glob("*.gz"))
        for line in gzip.decompress(file.read_bytes()).splitlines()
    ]
    return [json.loads(line)["id"].removeprefix("https://openalex.org/") for line in lines]


def test_all_pages_are_asked_for_once_with_the_key_in_a_header_and_only_the_fields_we_read(
    stage: OpenAlex, tmp_path: Path
) -> None:
    assert asked(stage, tmp_path).end is End.WHOLE

    assert ids(tmp_path) == [f"W{each}" for each in range(7)]
    assert stage.cursors == ["*", "at3", "at6", "at9"]
    assert set(stage.keys) == {"Bearer secret"}
    assert stage.asked[0]["filter"] == QUERY.filter
    assert {"authorships", "primary_topic", "cited_by_count"} < set(stage.asked[0]["select"].split(","))
    assert "secret" not in (tmp_path / NAME).read_text(encoding="utf-8")


def test_what_is_kept_whole_is_not_asked_for_again(stage: OpenAlex, tmp_path: Path) -> None:
    asked(stage, tmp_path)
    times = len(stage.asked)

    assert asked(stage, tmp_path) == Fetched(End.WHOLE)
    assert len(stage.asked) == times


def test_the_budget_stops_it_before_a_page_too_many_and_the_next_run_goes_on(
    stage: OpenAlex, tmp_path: Path
) -> None:
    assert asked(stage, tmp_path, budget=2) == Fetched(End.BUDGET, 2)
    assert ids(tmp_path) == [f"W{each}" for each in range(6)]

    assert asked(stage, tmp_path, budget=2) == Fetched(End.WHOLE, 2)
    assert stage.cursors == ["*", "at3", "at6", "at9"]
    assert ids(tmp_path) == [f"W{each}" for each in range(7)]


def test_no_budget_asks_nothing(stage: OpenAlex, tmp_path: Path) -> None:
    assert asked(stage, tmp_path, budget=0) == Fetched(End.BUDGET)
    assert stage.asked == []


def test_the_days_allowance_is_not_overdrawn(stage: OpenAlex, tmp_path: Path) -> None:
    stage.remaining = 2

    assert asked(stage, tmp_path) == Fetched(End.ALLOWANCE, 2)
    assert len(stage.asked) == 2


def test_it_waits_as_long_as_the_service_says_and_longer_each_time_where_it_says_nothing(
    stage: OpenAlex, tmp_path: Path
) -> None:
    moment = {"Retry-After": "Thu, 01 Jan 2015 00:00:09 GMT"}
    stage.faults = [(429, {"Retry-After": "7"}), (500, {}), (503, {}), (0, {}), (429, moment)]
    waited: list[float] = []

    assert asked(stage, tmp_path, waited=waited).end is End.WHOLE

    assert waited == [7.0, 2.0, 4.0, 8.0, 0.0]
    assert stage.cursors == ["*"] * 6 + ["at3", "at6", "at9"]
    assert ids(tmp_path) == [f"W{each}" for each in range(7)]


def test_a_service_that_stays_away_is_left_and_the_pages_are_kept(stage: OpenAlex, tmp_path: Path) -> None:
    asked(stage, tmp_path, budget=1)
    stage.faults = [(500, {})] * ATTEMPTS

    ended = asked(stage, tmp_path)

    assert (ended.end, ended.spent, ended.said) == (End.NO_ANSWER, 0, "HTTP 500: fault 500")
    assert ids(tmp_path) == ["W0", "W1", "W2"]


def test_a_service_that_sends_away_until_tomorrow_is_not_waited_for(stage: OpenAlex, tmp_path: Path) -> None:
    stage.faults = [(429, {"Retry-After": "40000"})]
    waited: list[float] = []

    assert asked(stage, tmp_path, waited=waited).end is End.NO_ANSWER
    assert waited == []


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_question_that_is_refused_is_not_asked_again(status: int, stage: OpenAlex, tmp_path: Path) -> None:
    stage.faults = [(status, {})]

    with pytest.raises(NeverError, match=f"fault {status}"):
        asked(stage, tmp_path)
    assert len(stage.asked) == 1


def test_a_page_that_was_being_written_when_all_ended_is_cut_off_and_asked_for_again(
    stage: OpenAlex, tmp_path: Path
) -> None:
    asked(stage, tmp_path, budget=1)
    with (tmp_path / "works-0000.jsonl.gz").open("ab") as file:
        file.write(b"half a page")

    asked(stage, tmp_path)

    assert ids(tmp_path) == [f"W{each}" for each in range(7)]


def test_pages_that_are_not_there_any_more_are_asked_for_anew(stage: OpenAlex, tmp_path: Path) -> None:
    asked(stage, tmp_path)
    (tmp_path / "works-0000.jsonl.gz").unlink()

    asked(stage, tmp_path)

    assert stage.cursors.count("*") == 2
    assert ids(tmp_path) == [f"W{each}" for each in range(7)]


def test_a_folder_keeps_the_answer_to_one_question(stage: OpenAlex, tmp_path: Path) -> None:
    asked(stage, tmp_path)

    with pytest.raises(ValueError, match="T10682"):
        kept_in(tmp_path, Query(search="晶片"), stage.address)


def test_words_and_names_given_twice_reach_the_service(stage: OpenAlex) -> None:
    query = Query("institutions.country_code:tw,institutions.country_code:us", "晶片 AND chip")

    page = Client(stage.address).page(query, "*")

    assert (page.count, page.after) == (7, "at3")
    assert stage.asked[0]["search"] == "晶片 AND chip"
    assert stage.asked[0]["filter"].split() == ["institutions.country_code:tw", "us"]
    assert stage.keys == [None]


@pytest.mark.parametrize("wrong", ["", "T10682", "publication_year:", "a:1,,b:2", "Title: x"])
def test_a_filter_openalex_would_not_understand_is_refused_before_anything_is_asked(wrong: str) -> None:
    with pytest.raises(Refused):
        Query(wrong)
