"""The watch over the API: what was counted with what it rests on, and definitions written."""

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.caller import Caller, problem_of
from tests.factories import watch_factories

pytestmark = pytest.mark.usefixtures("stage", "_twice")
ONE = f"/watch/{watch_factories.CODE}"


@pytest.fixture(scope="module")
def _twice(shared_stage: DjangoDbBlocker) -> None:
    """Graphene in two snapshots, counted once for all tests of the file."""
    with shared_stage.unblock():
        watch_factories.counted_twice()


def test_a_technology_is_told_with_intervals_coverage_and_its_snapshot(public: Caller) -> None:
    told = public.read(ONE)

    assert (told["leader"], told["runner_up"], told["works"]) == ("CN", "US", 76)
    assert told["run"]["query"] == "title.search:graphene"
    assert told["query"] == "石墨烯, graphene, -review"
    taiwan = next(each for each in told["countries"] if each["country"] == "TW")
    assert taiwan["interval"]["low"] < taiwan["top10_share"] < taiwan["interval"]["high"]
    assert told["coverage"]["top10"] == 56


def test_an_older_run_is_told_where_it_is_asked_for(public: Caller) -> None:
    *_, oldest = public.read("/watch/runs")

    assert public.read(f"{ONE}?run={oldest['run']}")["leader"] == "US"
    assert public.read(f"/watch/alerts?run={oldest['run']}") == []
    assert problem_of(public.get(f"{ONE}?run=999999"), 404)


def test_what_moved_is_told(public: Caller) -> None:
    moved = [(each["kind"], each["country"]) for each in public.read("/watch/alerts")]

    assert moved == [("leader", "CN"), ("share", "CN"), ("share", "US")]


def test_a_definition_is_written_and_leads_to_itself(public: Caller) -> None:
    office = Caller.named(watch_factories.OFFICE)
    given = {"words_en": ["microLED*"], "why": "asked for", "seen": 0, "zh": "微發光二極體", "en": "MicroLED"}

    assert public.read(office.done("/watch/OWN-MICROLED/definitions", given))["query"] == "microLED*"
    assert problem_of(office.post("/watch/OWN-MICROLED/definitions", {"why": "x", "seen": 1}), 422)
    assert problem_of(public.get("/watch/OWN-MICROLED"), 404)


def test_a_run_that_is_done_cannot_be_held(public: Caller) -> None:
    office = Caller.named(watch_factories.OFFICE)
    number = public.read("/watch/runs")[0]["run"]

    assert problem_of(office.post(f"/watch/runs/{number}/hold", {"hold": True}), 409)
