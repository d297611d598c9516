"""The frame around every page: language, dates, menu, problem pages, content policy."""

import datetime as dt
import re

import pytest
from django.template import engines
from django.test import Client
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from pytest_django import Settings

from coretech.law.ruling import Article, Level
from coretech.web.shell import articles, dates

pytestmark = pytest.mark.urls("tests.web.shell_pages")

INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE)
PAGES = ["/", "/cases/", "/refused/", "/absent/", "/forbidden/", "/suspect/", "/broken/", "/none/"]


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False, headers={"Host": "testserver"})


def drawn(source: str, **context: object) -> str:
    return engines["pages"].from_string(source).render(context)


@pytest.mark.parametrize("accepted", ["en", "zh-CN", "fr"])
def test_an_address_keeps_its_language_whatever_the_browser_asks_for(reader: Client, accepted: str) -> None:
    chinese = reader.get("/cases/", headers={"Accept-Language": accepted}).text
    english = reader.get("/en/cases/", headers={"Accept-Language": accepted}).text
    assert '<html lang="zh-Hant-TW"' in chinese
    assert "這一頁" in chinese
    assert '<html lang="en"' in english
    assert "This page" in english


def test_the_other_language_is_the_same_page_with_its_query(reader: Client) -> None:
    asked = {"q": "雷達", "page": "2"}
    assert 'href="/en/cases/?q=%E9%9B%B7%E9%81%94&amp;page=2"' in reader.get("/cases/", asked).text
    assert 'href="/cases/?page=2"' in reader.get("/en/cases/?page=2").text
    assert 'href="/en/none/"' in reader.get("/none/").text


def test_the_menu_leaves_out_pages_that_do_not_exist_and_what_needs_an_account(reader: Client) -> None:
    text = reader.get("/").text
    assert "法規" in text
    assert "變更" not in text
    assert "案件" not in text


def test_the_menu_marks_where_the_reader_is(reader: Client) -> None:
    assert re.search(r'href="/en/law/"\s+aria-current="page"', reader.get("/en/law/").text)
    assert "aria-current" not in reader.get("/cases/1/").text


def test_a_day_is_shown_in_both_calendars() -> None:
    day = dt.date(2025, 11, 24)
    assert dates.both_dates(day) == '<time datetime="2025-11-24">民國114年11月24日（2025-11-24）</time>'
    with override("en"):
        assert dates.both_dates(day) == '<time datetime="2025-11-24">24 November 2025 (ROC 114)</time>'
        assert dates.words_of_date(dt.date(1911, 10, 10)) == "10 October 1911"


def test_a_moment_is_shown_as_taipei_has_it() -> None:
    late = dt.datetime(2025, 11, 23, 16, 5, tzinfo=dt.UTC)
    assert "民國114年11月24日（2025-11-24） 00:05" in dates.both_dates(late)
    assert 'datetime="2025-11-24T00:05+08:00"' in dates.both_dates(late)


def test_a_moment_without_its_time_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match="time zone"):
        dates.both_dates(dt.datetime(2025, 11, 24, 0, 5))  # noqa: DTZ001 - the mistake under test


@given(day=st.dates())
def test_every_day_can_be_shown_in_both_languages(day: dt.date) -> None:
    with override("en"):
        english = dates.words_of_date(day)
    assert day.isoformat() in dates.words_of_date(day)
    assert str(day.year) in english


def test_an_article_is_cited_by_its_parts_and_leads_to_the_law() -> None:
    assert articles.cite(Article("6")) == '<a class="govuk-link" href="/law/#article-6">第6條</a>'
    with override("en"):
        assert "art. 9(2) (explanation)" in articles.cite(Article("9.2", Level.EXPLANATION))


def test_a_refusal_becomes_a_page_with_its_status_sentence_and_article(reader: Client) -> None:
    chinese, english = reader.get("/refused/"), reader.get("/en/refused/")
    assert chinese.status_code == english.status_code == 409
    assert "須8票同意" in chinese.text
    assert "第5條第3項" in chinese.text
    assert "8 must be for it" in english.text
    assert 'href="/en/law/#article-5.3"' in english.text


@pytest.mark.parametrize(
    ("path", "status", "chinese", "english"),
    [
        ("absent/", 404, "沒有這個案件。", "There is no such case."),
        ("odd/", 410, "已不在此處。", "It is gone."),
        ("none/", 404, "找不到這一頁", "This page is not here"),
        ("forbidden/", 403, "您不能進行這一步", "You may not do this"),
        ("suspect/", 400, "這項請求無法處理", "This request cannot be handled"),
        ("broken/", 500, "系統發生錯誤", "Something broke on our side"),
    ],
)
def test_every_problem_is_told_in_the_language_of_the_reader(
    reader: Client, path: str, status: int, chinese: str, english: str
) -> None:
    here, there = reader.get(f"/{path}"), reader.get(f"/en/{path}")
    assert (here.status_code, there.status_code) == (status, status)
    assert chinese in here.text
    assert english in there.text


def test_a_broken_page_tells_nothing_of_the_inside(reader: Client) -> None:
    assert "secret detail" not in reader.get("/broken/").text


def test_a_form_without_its_token_is_not_taken() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/en/cases/")
    assert answer.status_code == 403
    assert "The form was not sent" in answer.text
    assert "表單沒有送出" in strict.post("/cases/").text


def test_a_problem_page_leads_back_to_this_site_only(reader: Client) -> None:
    ours = reader.get("/refused/", headers={"Referer": "http://testserver/cases/1/"}).text
    theirs = reader.get("/refused/", headers={"Referer": "https://elsewhere.example/"}).text
    assert 'href="http://testserver/cases/1/"' in ours
    assert "elsewhere" not in theirs


def test_a_live_part_of_a_page_gets_the_problem_alone(reader: Client) -> None:
    answer = reader.get("/refused/", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert "須8票同意" in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_script_or_style_inside(reader: Client, path: str) -> None:
    answer = reader.get(path)
    assert not INLINE.search(answer.text)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_the_demonstration_says_that_it_is_one(reader: Client, settings: Settings) -> None:
    settings.CORETECH_DEMO = False
    assert "示範系統" not in reader.get("/").text
    settings.CORETECH_DEMO = True
    assert "示範系統" in reader.get("/").text
    assert "This is a demonstration" in reader.get("/en/").text


def test_a_value_that_a_page_forgot_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        drawn("{{ forgotten }}")


def test_a_component_may_leave_values_out_but_escapes_those_it_gets() -> None:
    button = "{% from 'govuk_frontend_jinja/components/button/macro.html' import govukButton %}"
    assert "&lt;b&gt;" in drawn(button + "{{ govukButton({'text': words}) }}", words="<b>")
