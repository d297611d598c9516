"""Patents and trade over the API: figures with their table and what to beware of; codes written by officers."""

import pytest

from coretech.apps.watch.bundled import load_watch
from tests.api.caller import Caller, problem_of
from tests.factories import watch_factories, watch_table_factories
from tests.factories.watch_table_factories import CHIPS

ONE = f"/watch/{CHIPS}"


@pytest.fixture(autouse=True)
def _taken(public: Caller) -> None:
    """Both tables of everything, in the folder of the caller's installation."""
    assert public.headers == {}
    load_watch()
    watch_table_factories.patents()
    watch_table_factories.trade()


def test_patents_are_told_with_their_table_and_warnings(public: Caller) -> None:
    told = public.read(f"{ONE}/patents")

    assert (told["patents"], told["with_country"], told["counted_by"]) == (4, 2, ["H01L", "H10B", "H10D"])
    assert told["countries"][0] == {
        "key": "TW",
        "patents": 2,
        "patents_fractional": 1.5,
        "years": {"2020": 1, "2022": 1},
    }
    assert told["table"] == public.read(f"/watch/tables/{told['table']['table']}")
    assert told["warnings"]


def test_trade_is_told_by_the_reporter_that_is_asked_for(public: Caller) -> None:
    told = public.read(f"{ONE}/trade?reporter=US")

    assert (told["reporter"], told["goods"], told["year"]) == ("US", ["854231", "854232"], 2023)
    assert told["partners"] == [{"partner": "TW", "values": {"import": 12.0}}]
    assert [each["kind"] for each in public.read("/watch/tables")] == ["trade", "patents"]


def test_codes_are_written_and_count_at_once(public: Caller) -> None:
    office = Caller.named(watch_factories.OFFICE)

    office.done(f"{ONE}/codes", {"classes": ["A61K"], "why": "to try", "seen": 0})

    assert public.read(f"{ONE}/patents")["patents"] == 1
    assert problem_of(public.get(f"{ONE}/trade"), 404)
    assert problem_of(office.post(f"{ONE}/codes", {"classes": ["x"], "why": "y", "seen": 1}), 422)
