"""The demonstration's page on the duties that stand all the year."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.players import players
from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.web.demo.duties import standing_duties
from coretech.web.demo.hints import Hint
from tests import factories
from tests.factories import inventory_factories, requests_factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]


def hints() -> dict[str, tuple[str | None, str, tuple[object, ...]]]:
    """Of each duty, who does what next: the account, the page and its arguments."""
    found = standing_duties(players(factories.acting("public").at))
    return {scene.title.en: (_account(scene.hint), scene.hint.page, scene.hint.arguments) for scene in found}


def _account(hint: Hint) -> str | None:
    return None if hint.player is None else hint.player.account.username


def test_at_first_the_inventory_is_opened_a_request_may_come_and_an_item_is_reviewed() -> None:
    assert hints() == {
        "The yearly inventory": ("agency-mnd", "round_open", ("mnd",)),
        "Requests and notices": (None, "request_new", ()),
        "The yearly review": ("agency-mnd", "review", (1,)),
    }


def test_an_inventory_that_is_open_is_carried_on() -> None:
    opened = inventory_factories.opened()

    assert hints()["The yearly inventory"] == ("agency-nstc", "round", (opened.pk,))


def test_a_report_waits_for_the_office_and_then_another_agency_begins() -> None:
    reported = inventory_factories.reported()
    assert hints()["The yearly inventory"] == ("office", "round", (reported.pk,))

    acknowledge_round(factories.acting("office"), reported.pk)
    account, page, _ = hints()["The yearly inventory"]
    assert (account, page) == ("agency-mnd", "round_open")


def test_a_request_goes_to_the_officer_of_its_authority_until_it_is_decided() -> None:
    request = requests_factories.received()
    assert hints()["Requests and notices"] == ("agency-nstc", "request_shown", (request.number,))

    requests_factories.taken_up(request)
    assert hints()["Requests and notices"] == (None, "request_new", ())


def test_the_next_item_is_reviewed_when_one_is_done() -> None:
    review_item(factories.acting("agency-mnd"), 1, Finding("fits", "Nothing has changed."))

    assert hints()["The yearly review"] == ("agency-mnd", "review", (2,))


def test_the_page_shows_them_in_both_languages(visit: Visit) -> None:
    client = visit("public")

    assert "經常的職責 每年盤點" in text_of(client, "/demo/")
    assert "Standing duties The yearly inventory" in text_of(client, "/en/demo/")
    for address in ("/inventory/agencies/mnd/round/", "/reviews/1/"):
        assert address in client.get("/demo/").content.decode()
