"""My work and the pages of standing work lead to each other, each reader to what that reader may open."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from tests import factories
from tests.factories import kinds_factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
PAGES = {
    "inventory": "/inventory/",
    "rounds": "/inventory/rounds/",
    "requests": "/requests/",
    "reviews": "/reviews/",
    "templates": "/templates/",
}
OPEN_TO = {
    "office": {"inventory", "rounds", "requests", "reviews", "templates"},
    "agency-nstc": {"inventory", "rounds", "requests", "reviews"},
    "member-02": set(),
    "announcer": set(),
}


def linked(client: Client, page: str) -> set[str]:
    """The areas a page lists at its end."""
    told = client.get(page).text
    listed = told.partition('aria-labelledby="areas"')[2].partition("</nav>")[0]
    return {name for name, address in PAGES.items() if f'href="{address}"' in listed}


@pytest.mark.parametrize("username", OPEN_TO)
def test_my_work_leads_to_the_areas_the_reader_may_open_and_to_no_other(visit: Visit, username: str) -> None:
    client = visit(username)

    assert linked(client, "/work/") == OPEN_TO[username]
    for name, address in PAGES.items():
        assert (client.get(address).status_code == 200) is (name in OPEN_TO[username])


@pytest.mark.parametrize("name", PAGES)
def test_each_area_leads_to_the_others(visit: Visit, name: str) -> None:
    client = visit("office")

    assert linked(client, PAGES[name]) == OPEN_TO["office"] - {name}
    assert "Standing work" in text_of(client, f"/en{PAGES[name]}")


def test_a_report_to_the_legislature_is_offered_only_where_one_is_due(visit: Visit) -> None:
    """The bundled list came by no case: nothing of it waits to be reported."""
    visit("public")
    edition = kinds_factories.brought_to_the_list(factories.draft_case(factories.renaming()))
    set_demo_day(kinds_factories.LATER)

    page = visit_later("announcer").get("/changes/").text

    assert f"/changes/{edition}/legislature/" in visit_later("announcer").get("/work/").text
    assert f"/changes/{edition}/legislature/" in page
    assert f"/changes/{edition - 1}/legislature/" not in page


def visit_later(username: str) -> Client:
    client = Client()
    account = Account.objects.get(username=username)
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client
