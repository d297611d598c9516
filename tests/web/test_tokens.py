"""Tokens of one's own."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.accounts.models import ApiToken
from coretech.apps.accounts.queries import account_of_token
from tests import factories

Visit = Callable[[str], Client]
PAGE = "/account/tokens/"
MAKE = {"step": "create", "label": "reports", "days": "90", "once": "k"}
SECRET = re.compile(r"coretech_[\w-]{43}")


@pytest.mark.parametrize(("language", "words"), [("", "存取權杖"), ("/en", "Access tokens")])
def test_the_page_is_there_for_whoever_is_signed_in(visit: Visit, language: str, words: str) -> None:
    assert words in visit("agency-nstc").get(language + PAGE).content.decode()


def test_the_public_has_no_tokens(visit: Visit) -> None:
    assert visit("public").get(PAGE).status_code == 403
    assert visit("public").post(PAGE, MAKE).status_code == 403


def test_the_secret_is_shown_once_and_acts_for_the_account(visit: Visit) -> None:
    client = visit("office")

    answer = client.post(PAGE, MAKE)

    found = SECRET.search(answer.content.decode())
    assert found is not None
    account = account_of_token(found[0], factories.acting("office").at)
    assert account is not None
    assert account.username == "office"
    assert "no-store" in answer.headers["Cache-Control"]
    assert SECRET.search(client.get(PAGE).content.decode()) is None


def test_the_same_form_sent_twice_makes_one_token_and_shows_no_dead_secret(visit: Visit) -> None:
    client = visit("office")
    client.post(PAGE, MAKE)

    again = client.post(PAGE, MAKE, follow=True)

    assert ApiToken.objects.count() == 1
    assert SECRET.search(again.content.decode()) is None
    assert "先前已建立" in again.content.decode()


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        ({"label": ""}, "請填寫「名稱」", "Fill in “Name”"),
        ({"label": "x" * 81}, "最多80個字", "80 characters at most"),
        ({"days": "4000"}, "請由列出的選項中選擇", "from the options listed"),
        ({"days": ""}, "請選擇「效期」", "Choose “Valid for”"),
    ],
)
def test_a_bad_form_makes_no_token(visit: Visit, data: dict[str, str], zh: str, en: str) -> None:
    for language, words in (("", zh), ("/en", en)):
        answer = visit("office").post(language + PAGE, MAKE | data)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not ApiToken.objects.exists()


def test_a_token_is_revoked_at_once_and_once(visit: Visit) -> None:
    client = visit("office")
    client.post(PAGE, MAKE)
    revoke = {"step": "revoke", "token": ApiToken.objects.get().pk, "once": "r"}

    assert [client.post(PAGE, revoke).status_code for _ in range(2)] == [302, 302]

    assert ApiToken.objects.get().revoked_at is not None
    assert "已撤銷" in client.get(PAGE).content.decode()


def test_nobody_revokes_or_sees_anothers_token(visit: Visit) -> None:
    visit("office").post(PAGE, MAKE)
    token = ApiToken.objects.get()
    other = visit("member-03")

    assert "reports" not in other.get(PAGE).content.decode()
    assert other.post(PAGE, {"step": "revoke", "token": token.pk}).status_code == 404
    assert ApiToken.objects.get().revoked_at is None


@pytest.mark.parametrize("data", [{"step": "revoke", "token": "x"}, {"step": "revoke"}, {"step": "eat"}, {}])
def test_a_form_that_is_not_ours_is_a_bad_request(visit: Visit, data: dict[str, str]) -> None:
    assert visit("office").post(PAGE, data).status_code == 400


def test_a_token_number_beyond_all_numbers_is_a_bad_request(visit: Visit) -> None:
    assert visit("office").post(PAGE, {"step": "revoke", "token": "9" * 30}).status_code == 400
