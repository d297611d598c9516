"""The pages of technology profiles: read by anybody, written section by section by the authority's officers."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from coretech.apps.profiles.models import Profile, ProfileVersion
from tests.factories import profiles_factories as profiles
from tests.web.page_text import words_of

HIDDEN = re.compile(r'<input type="hidden" name="(seen|once)" value="([^"]*)">')
Visit = Callable[[str], Client]


@pytest.fixture
def profile(stage: None) -> Profile:  # noqa: ARG001 - asked for, not read
    return profiles.staged()


@pytest.fixture
def officer(profile: Profile, visit: Visit) -> Client:  # noqa: ARG001 - staged first
    return visit(profiles.OFFICER)


def shown(by: Client, address: str) -> str:
    answer = by.get(address)
    assert answer.status_code == 200
    return words_of(answer.content)


def hidden(by: Client, address: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in HIDDEN.findall(by.get(address).content.decode())}


@pytest.mark.usefixtures("profile")
def test_anybody_reads_what_defines_the_technology_in_both_languages(client: Client) -> None:
    zh, en = (shown(client, f"{way}/profiles/ic-14nm/") for way in ("", "/en"))

    assert "≤ 14 nm" in zh
    assert "英特爾（企業，US） 9 2012" in zh
    assert "來源未載" in zh
    assert "briefing of 2024-04-26, line 499" in en
    assert "Samsung (company, KR) 9 2021" in en
    assert "about 1980" in en
    assert "第18項" in zh
    assert "修訂這份" not in zh


@pytest.mark.usefixtures("profile")
def test_the_chart_of_readiness_is_drawn_with_what_is_not_known(client: Client) -> None:
    drawn = client.get("/profiles/ic-14nm/readiness.svg").content.decode()

    assert drawn.startswith("<svg")
    assert "未知" in drawn


def test_a_version_is_written_checked_and_published(officer: Client, client: Client) -> None:
    assert "還沒有草稿" in shown(officer, "/profiles/ic-14nm/draft/")
    address = "/profiles/ic-14nm/draft/functions/"
    row = {"zh-1": "製造先進邏輯晶片。", "en-1": "It makes advanced logic chips.", "source-1": "briefing"}
    more = {"zh-2": "試", "en-2": "try", "source-2": "test"}
    written = officer.post(address, {**hidden(officer, address), **row, **more}, follow=True)
    assert "已寫入草稿" in words_of(written.content)
    check = "/profiles/ic-14nm/draft/check/"
    assert "試" in shown(officer, check)
    told = officer.post(check, {**hidden(officer, check), "why": "加一項功能"}, follow=True)

    assert "新版已發布" in words_of(told.content)
    assert ProfileVersion.objects.latest("pk").number == 2
    assert "Came, or as it is now" in shown(client, "/en/profiles/ic-14nm/compare/")
    assert "這是較早的版本" in shown(client, "/profiles/ic-14nm/versions/1/")


def test_a_wrong_cell_is_said_at_its_row(officer: Client) -> None:
    address = "/profiles/ic-14nm/draft/readiness/"
    wrong = {"of_zh-1": "某", "of_en-1": "some", "level-1": "12", "source-1": "x"}
    answer = officer.post(address, {**hidden(officer, address), **wrong})

    assert answer.status_code == 422
    assert "第1列「等級（1–9）」：應為1到9" in words_of(answer.content)
    assert 'value="12"' in answer.content.decode()


def test_a_draft_is_begun_for_a_new_profile_and_given_up(officer: Client, client: Client) -> None:
    new = {
        "slug": "gan",
        "zh": "氮化鎵",
        "en": "gallium nitride",
        "authority": "moea",
        **hidden(officer, "/profiles/new/"),
    }
    begun = officer.post("/profiles/new/", new, follow=True)
    assert "下一版的草稿" in words_of(begun.content)
    assert "氮化鎵" in shown(officer, "/profiles/")
    assert client.get("/profiles/gan/").status_code == 404
    gone = officer.post("/profiles/gan/draft/discard/", hidden(officer, "/profiles/gan/draft/"), follow=True)

    assert "草稿已刪除" in words_of(gone.content)


@pytest.mark.usefixtures("profile")
def test_an_officer_of_another_agency_writes_nothing(visit: Visit) -> None:
    stranger = visit(profiles.ELSEWHERE)

    assert stranger.get("/profiles/ic-14nm/draft/").status_code == 403
    assert stranger.post("/profiles/ic-14nm/draft/functions/", {"zh-1": "x"}).status_code == 403
    assert stranger.get("/profiles/ic-14nm/versions/9/").status_code == 404
