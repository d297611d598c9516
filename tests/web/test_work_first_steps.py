"""What an administrator of a new installation is shown, and whoever comes to a page without signing in."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from tests.factories import accounts_factories as made
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NOBODY_IS_LEFT = dt.date(2039, 1, 4)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "設立關鍵技術辦公室，聘（派）主任"),
        ("/en", "Set up the Office, and appoint its director"),
    ],
)
def test_while_nobody_sits_in_the_office_the_administrator_is_led_to_the_first_steps(
    visit: Visit, language: str, words: str
) -> None:
    client = visit(made.ADMIN)
    assert words not in text_of(client, f"{language}/work/")

    set_demo_day(NOBODY_IS_LEFT)

    answer = client.get(f"{language}/work/").text
    assert words in answer
    assert f'href="{language}/bodies/"' in answer
    assert f'href="{language}/accounts/"' in answer


def test_nobody_else_is_led_to_the_first_steps(visit: Visit) -> None:
    client = visit("agency-nstc")
    set_demo_day(NOBODY_IS_LEFT)

    assert "設立關鍵技術辦公室" not in text_of(client, "/work/")


def test_a_page_that_is_closed_leads_whoever_has_not_signed_in_to_the_sign_in(visit: Visit) -> None:
    assert 'href="/account/login/?next=/cases/"' in visit("public").get("/cases/").text
    assert "/account/login/?next=" not in visit("announcer").get("/accounts/").text
