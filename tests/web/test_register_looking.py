"""Looking about on the list: search, two days side by side, the list through time, the bare list for a frame."""

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from tests import factories
from tests.factories import kinds_factories
from tests.factories import register_factories as register
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

AFTER = dt.date(2025, 9, 2)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/register/?q=" + quote("天线"), ("找到2項。", "太空規格被動反射面天線技術", "看整份清單")),
        ("/en/register/?q=antenna", ("2 found.", "Space-grade passive reflector antenna technology")),
        ("/register/?q=antena", ("找不到「antena」，以下是「antenna」的結果。找到2項。",)),
        ("/en/register/?q=antena", ("Nothing has “antena”; these have “antenna”.", "2 found.")),
        ("/register/?sector=space", ("找到8項。",)),
        ("/register/?state=ended", ("找不到符合的項目。", "取消領域、主管機關、變更日期等篩選。")),
        ("/register/?q=" + quote("不存在"), ("找不到符合的項目。", "減少字詞", "狀態改為「全部」")),
        ("/en/register/?q=nonesuch", ("Nothing on the list matches.", "Use fewer words", "Set the state")),
        ("/register/", ("共22項。", "清單的時間軸", "比較兩天的清單")),
    ],
)
def test_the_list_is_searched_by_address_alone(client: Client, address: str, words: tuple[str, ...]) -> None:
    text = text_of(client, address)

    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/register/?sector=spaace", "清單上沒有「spaace」；可以填的是：defence"),
        ("/en/register/?authority=nobody", "Nothing on the list has “nobody”"),
        ("/register/?state=gone", "「狀態」請由列出的選項中選擇。"),
        ("/register/?changed_since=2025-02-30", "填的2025-02-30在曆法上沒有這一天"),
        (f"/register/?q={'x' * 101}", "最多100個字"),
    ],
)
def test_what_cannot_be_looked_for_is_said_at_its_field(client: Client, address: str, words: str) -> None:
    assert words in text_of(client, address, status=422)


def test_what_was_typed_stands_in_the_form_again_and_nowhere_as_code(client: Client) -> None:
    page = client.get("/register/", {"q": '"><script>alert(1)</script>', "sector": "space"}).content.decode()

    assert "<script>alert" not in page
    assert '<option value="space" selected>' in re.sub(r"\s+", " ", page)
    assert 'class="govuk-details" open' in page


def test_an_item_found_by_a_former_name_says_by_which(client: Client) -> None:
    register.renamed_on()
    text = text_of(client, f"/register/?as_of={register.LATER}&q={quote('陣列天線技術')}")

    assert "以前的名稱：太空規格主動式相位陣列天線技術（第1版）" in text


def test_an_item_that_left_the_list_is_marked(client: Client) -> None:
    kinds_factories.brought_to_the_list(kinds_factories.drafted(kinds_factories.change_of(12, "removal")))
    text = text_of(client, f"/register/?as_of={AFTER}&state=any&sector=space")

    assert "找到8項。" in text
    assert "已移出清單" in text


@pytest.fixture
def changed(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    """Item 12 renamed and item 13 split on the first of September."""
    renaming = factories.pre_announced_case(factories.renaming())
    removal = kinds_factories.pre_announced(
        kinds_factories.approved(kinds_factories.drafted(kinds_factories.change_of(13, "removal")))
    )
    kinds_factories.announced(renaming, removal)


@pytest.mark.usefixtures("changed")
def test_two_days_stand_side_by_side_with_what_changed(client: Client) -> None:
    text = text_of(client, "/register/compare/?from=114.8.31&to=114.9.1")

    assert "共2項不同：變更名稱1項、廢止1項。" in text
    assert re.search(rf"太空規格主動式相位陣列天線技術.*{factories.NEW_NAME}.*變更名稱", text)
    assert re.search("太空規格被動反射面天線技術.*不在清單上.*廢止", text)
    assert ("清單有22項" in text, "清單有21項" in text) == (True, True)


@pytest.mark.usefixtures("changed")
def test_the_comparison_is_told_in_english(client: Client) -> None:
    text = text_of(client, "/en/register/compare/?from=2025-08-31&to=2025-09-01")

    assert "2 items differ: Renamed 1, Removed 1." in text
    assert "Not on the list" in text


def test_a_day_before_the_first_list_is_said_to_be_that(client: Client) -> None:
    text = text_of(client, "/register/compare/?from=2020-01-01&to=2024-01-01")

    assert "尚無清單；第一份清單自民國112年12月5日（2023-12-05）起生效。" in text
    assert "共22項不同：新增22項。" in text


def test_two_days_with_the_same_list_are_said_to_be_the_same(client: Client) -> None:
    assert "兩天的清單相同。" in text_of(client, "/register/compare/?from=2024-01-01&to=2024-12-31")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/register/compare/?from=2025-13-01&to=2025-12-01", "在曆法上沒有這一天"),
        ("/en/register/compare/?from=2025-01-02&to=2025-01-01", "“To” cannot come before “From”"),
        ("/register/compare/?to=2025-01-01", "請填寫「從」"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(client: Client, address: str, words: str) -> None:
    assert words in text_of(client, address, status=422)


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("root", ["", "/en"])
def test_the_time_line_says_in_its_table_what_it_draws(client: Client, root: str) -> None:
    page = client.get(f"{root}/register/timeline/").content.decode()
    drawn = re.findall(r"<(?:rect|circle)[^>]*><title>\d+ ([^<]+)</title>", page)
    told = re.findall(r"<li>([^<]+)</li>", page.split("<svg")[0])

    assert len(drawn) == 24
    assert sorted(drawn) == sorted(step for step in told if step in drawn)
    assert (page.count("ct-drawing__end"), "style=" in page) == (1, False)
    assert page.index("<table") < page.index("<svg")


def test_the_bare_list_alone_may_be_framed(client: Client) -> None:
    bare, whole = client.get("/register/embed/"), client.get("/register/")

    assert "frame-ancestors *" in bare["Content-Security-Policy"]
    assert "X-Frame-Options" not in bare
    assert "default-src 'none'" in bare["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("root", "words"),
    [
        ("", ("，共22項（第1次公告）", "網路主動防禦技術")),
        ("/en", (": 22 items (announcement no. 1)", "Space (8)")),
    ],
)
def test_the_bare_list_has_every_item_and_no_menu(
    visit: Callable[[str], Client], root: str, words: tuple[str, ...]
) -> None:
    set_demo_day(factories.DAY)
    address = f"{root}/register/embed/"
    text = text_of(visit("public"), address)

    assert [word for word in words if word not in text] == []
    assert "govuk-service-navigation" not in visit("public").get(address).content.decode()


@pytest.mark.parametrize("root", ["", "/en"])
def test_an_items_page_leads_to_its_proof(client: Client, root: str) -> None:
    assert f'href="{root}/register/12/proof"' in client.get(f"{root}/register/12/").content.decode()
