"""Reading and signing the non-disclosure agreement."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.models import Agreement

Visit = Callable[[str], Client]
SIGN = {"signed_name": "委員07（示範）", "once": "k"}


def signatures() -> int:
    return Agreement.objects.filter(person__account__username="member-07").count()


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_text_stands_there_in_both_languages(visit: Visit, language: str) -> None:
    page = visit("member-07").get(f"{language}/agreement/").content.decode()

    assert "不洩漏、不交付" in page
    assert "keep no copies after the meeting" in page
    assert "signed_name" in page


def test_it_is_signed_once_with_ones_own_name(visit: Visit) -> None:
    client = visit("member-07")

    assert [client.post("/agreement/", SIGN).status_code for _ in range(2)] == [302, 302]

    page = client.get("/en/agreement/").content.decode()
    assert signatures() == 1
    assert "You signed version 1 on" in page
    assert "signed_name" not in page
    assert client.post("/agreement/", SIGN | {"once": "other"}).status_code == 409


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("Somebody else", "請輸入您的姓名", "Type your own name"),
        ("", "請填寫「您的姓名」", "Fill in “Your name”"),
        ("x" * 81, "最多80個字", "80 characters at most"),
    ],
)
def test_another_name_is_refused_in_both_languages(visit: Visit, name: str, zh: str, en: str) -> None:
    for language, words in (("", zh), ("/en", en)):
        answer = visit("member-07").post(f"{language}/agreement/", {"signed_name": name})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert signatures() == 0


def test_the_public_has_nothing_to_sign(visit: Visit) -> None:
    assert visit("public").get("/agreement/").status_code == 403
    assert visit("public").post("/agreement/", SIGN).status_code == 403


def test_an_account_with_nobody_behind_it_is_told_so(visit: Visit) -> None:
    client = visit("administrator")

    assert "Nobody stands behind this account" in client.get("/en/agreement/").content.decode()
    assert client.post("/agreement/", SIGN).status_code == 403
