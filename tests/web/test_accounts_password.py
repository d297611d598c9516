"""Choosing a password by the link of the mail: once, in time, and without a word on who has an account."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Act
from tests import factories
from tests.factories import accounts_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
GIVEN = {"password1": made.PASSWORD, "password2": made.PASSWORD}


@pytest.fixture(autouse=True)
def _no_memory_of_attempts() -> None:
    cache.clear()


@pytest.mark.parametrize(
    ("prefix", "heading", "said"),
    [
        ("", "設定密碼", "密碼已設定，請登入。"),
        ("/en", "Choose a password", "The password is set. Sign in with it."),
    ],
)
def test_a_password_is_chosen_once_and_signs_in(visit: Visit, prefix: str, heading: str, said: str) -> None:
    public, account = visit("public"), made.opened()
    where = f"{prefix}/accounts/password/{made.secret(account)}/"

    assert heading in text_of(public, where)
    assert said in words_of(public.post(where, GIVEN, follow=True).content)
    text_of(public, where, 404)
    signed_in = public.post("/account/login/", {"login": made.NAME, "password": made.PASSWORD})
    assert signed_in.headers["Location"] == "/work/"


@pytest.mark.parametrize(
    ("passwords", "said"),
    [
        (("short", "short"), "too short"),
        (("1q2w3e4r5t6y", "1q2w3e4r5t6y"), "too common"),
        ((f"{made.EMAIL}", f"{made.EMAIL}"), "too close"),
        ((made.PASSWORD, "something-else-here"), "differ"),
        (("", ""), "Fill in"),
    ],
)
def test_what_is_wrong_with_a_password_is_told_and_it_is_not_given_back(
    visit: Visit, passwords: tuple[str, str], said: str
) -> None:
    public, account = visit("public"), made.opened()
    where = f"/en/accounts/password/{made.secret(account)}/"

    answer = public.post(where, {"password1": passwords[0], "password2": passwords[1]})

    assert answer.status_code == 422
    assert said in words_of(answer.content)
    assert f'value="{passwords[0]}"' not in answer.text or not passwords[0]
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_used_late_and_invented_links_are_answered_alike(visit: Visit) -> None:
    public = visit("public")
    used, late = made.opened(), made.opened(username="late", email="late@a.example")
    addresses = [
        f"/accounts/password/{secret}/" for secret in (made.secret(used), made.secret(late), "A" * 43)
    ]
    public.post(addresses[0], GIVEN)
    set_demo_day(factories.DAY + dt.timedelta(days=8))

    assert len({text_of(Client(), address, 404) for address in addresses}) == 1


def test_looking_at_the_page_uses_the_link_up_no_more_than_a_mail_scanner_does(visit: Visit) -> None:
    public, account = visit("public"), made.opened()
    where = f"/accounts/password/{made.secret(account)}/"

    before = Act.objects.count()
    assert {public.get(where).status_code, public.head(where).status_code} == {200}

    assert Act.objects.count() == before
    assert "no-store" in public.get(where)["Cache-Control"]


def test_guessing_is_slowed_down_as_at_sign_in(visit: Visit) -> None:
    public = visit("public")

    answers = [public.post("/accounts/password/guess/", GIVEN).status_code for _ in range(21)]

    assert set(answers[:20]) == {404}
    assert answers[20] == 429


def test_a_forgotten_password_is_answered_alike_whether_the_address_is_known(visit: Visit) -> None:
    public = visit("public")
    made.opened()

    told = {
        words_of(public.post("/account/password/reset/", {"email": email}, follow=True).content)
        for email in (made.EMAIL, "nobody@a.example")
    }

    assert len(told) == 1
