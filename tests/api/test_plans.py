"""The state's plans by the API: public, and whole."""

import json

import pytest

from coretech.readers.plan_files.contract import read_json
from tests.api.caller import Caller
from tests.factories import plans_factories

ANNUAL = "annual-109"


@pytest.fixture
def kept(public: Caller) -> Caller:
    plans_factories.taken_over(plans_factories.facts(plans_factories.FILES[2]), "most.json")
    plans_factories.taken_over(plans_factories.programme())
    return public


def test_plans_are_listed_with_the_document_they_come_from(kept: Caller) -> None:
    annual, programme = kept.get("/plans").json()

    assert (annual["plan"], annual["version"], annual["source_name"]) == (ANNUAL, 1, "most.json")
    assert (programme["kind"], programme["start"], programme["end"]) == ("programme", 111, 112)


def test_a_plan_is_told_whole_and_reads_back(kept: Caller) -> None:
    told = kept.get(f"/plans/{ANNUAL}").json()

    assert told == json.loads(plans_factories.facts(plans_factories.FILES[2]))
    assert read_json(json.dumps(told).encode()).title == told["title"]


def test_an_earlier_version_stays(kept: Caller) -> None:
    plans_factories.taken_over(plans_factories.corrected())
    texts = [
        kept.get(f"/plans/programme-111-112{asked}").json()["work_items"][0]["text"]
        for asked in ("", "?version=1")
    ]

    assert texts[0] == plans_factories.CORRECTED != texts[1]


@pytest.mark.parametrize("address", ["/plans/none", f"/plans/{ANNUAL}?version=7"])
def test_what_is_not_there_is_told(address: str, kept: Caller) -> None:
    assert kept.get(address).status_code == 404
