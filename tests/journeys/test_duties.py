"""Standing duties in a browser: an inventory that finds nothing, a holder's request, an official question."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from coretech.kit.roc import roc_date
from tests.journeys.at_scope import ask_officially
from tests.journeys.behind import behind
from tests.journeys.in_public import sign_out
from tests.journeys.reader import Reader, day_of
from tests.journeys.server import Server
from tests.journeys.staged import staged

pytestmark = pytest.mark.browser

SOON = dt.timedelta(days=20)
SCOPE = "補助的菌種與養殖計畫"
HOLDER, WISH, REASON = (
    "holder@example.org",
    "請在範疇中寫明適用的頻段。",
    "頻段可以區分民用與太空規格，列入盤點。",
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One stage for all journeys of this module, each of which starts from the day it finds."""
    with staged() as served:
        yield served


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_an_inventory_that_finds_nothing_is_reviewed_reported_and_shown_as_done(
    reader: Reader, server: Server
) -> None:
    today = day_of(reader)
    due = (today + SOON).isoformat()
    reader.become("agency-moa")
    begin(reader, due)
    assert due in reminded(server)

    reader.page.get_by_role("link", name="專家審查會審查全部結果").click()
    reader.meet("round-review")
    reader.fill(審查會日期=today.isoformat(), 贊成人數="9", 審查意見="逐案看過，沒有可能項目。")
    reader.page.locator('[name="present"]').fill("9")
    reader.press("登錄審查結果")
    reader.told("審查結果已登錄，可以提報。")
    reader.page.get_by_role("link", name="經辦公室提報").click()
    reader.told("將提報盤點結果為無")
    reader.press("提報")
    reader.told("盤點結果為無時，請說明如何盤點、查過哪些範圍。")
    reader.meet("round-report")
    reader.fill(說明="查過全部補助計畫的成果報告。")
    reader.press("提報")
    reader.told("盤點結果已提報辦公室。")
    reader.meet("round-nil")
    round_page = reader.page.url

    reader.become("office")
    reader.open("/inventory/rounds/")
    reader.told("待辦公室收悉")
    reader.open(round_page)
    reader.press("確認收悉")
    reader.open("/inventory/rounds/")
    expect(reader.page.get_by_role("row", name="農業部").get_by_text("完成")).to_be_visible()
    reader.meet("rounds-board")

    sent = server.run("inventory", "remind", "--as", "office")
    assert sent.returncode == 0, sent.stderr
    written = [letter["subject"] + letter["text"] for letter in behind(server, "letters")]
    assert [words for words in written if roc_date(today + SOON) in words or SCOPE in words] == []
    assert reader.troubles == []


def test_a_holder_asks_from_outside_and_reads_why_it_was_taken_up(reader: Reader, server: Server) -> None:
    number, followed = ask(reader)
    to_holder = [letter for letter in behind(server, "letters") if letter["to"] == HOLDER]
    assert [number in letter["subject"] + letter["text"] for letter in to_holder] == [True]
    assert all(WISH not in letter["subject"] + letter["text"] for letter in to_holder)

    reader.become("agency-nstc")
    reader.open("/requests/")
    reader.meet("requests")
    reader.page.get_by_role("link", name=number).click()
    reader.told(WISH)
    reader.meet("request")
    reader.page.get_by_role("button", name="辦理", exact=True).click()
    reader.fill(理由=REASON)
    reader.meet("request-take-up")
    reader.fill(理由=REASON)
    reader.press("辦理，並列為候選項目")
    reader.told("已決定辦理，並列為候選項目。")
    reader.press("成案")
    reader.told("檢具資料中")
    reader.told("變更範疇")

    sign_out(reader)
    reader.open(followed)
    reader.told("主管機關已有決定")
    reader.told(REASON)
    expect(reader.page.get_by_text(HOLDER)).to_have_count(0)
    reader.meet("request-answered")
    assert reader.troubles == []


def test_a_question_goes_from_its_asker_to_a_digest_that_everybody_reads(reader: Reader) -> None:
    ask_officially(reader)
    assert reader.troubles == []


def begin(reader: Reader, due: str) -> None:
    """The agency names its unit and opens the round of the year."""
    reader.open("/inventory/rounds/")
    reader.page.get_by_role("link", name="指定").first.click()
    reader.tick("專責單位")
    reader.fill(單位或人員名稱="農業科技司")
    reader.press("指定")
    reader.told("已指定。")
    reader.page.get_by_role("link", name="開始盤點").first.click()
    reader.meet("round-open")
    reader.fill(提報期限=due, 盤點範圍=SCOPE)
    reader.press("開始盤點")
    reader.told("盤點已開始。")


def reminded(server: Server) -> list[str | None]:
    """The days on which something of an inventory is due, as today's reminders would say."""
    listed = server.run("inventory", "remind", "--dry-run", "--as", "office", "--json")
    assert listed.returncode == 0, listed.stderr
    return [
        each["due_on"] for each in json.loads(listed.stdout) if each["path"].startswith("/inventory/rounds/")
    ]


def ask(reader: Reader) -> tuple[str, str]:
    """A request put together question by question without an account; its number, and where to follow it."""
    reader.open("/register/13/")
    reader.page.get_by_role("link", name="請求變更這一項，或通知環境變化").click()
    reader.meet("request-start")
    reader.press("開始填寫")
    reader.tick("我（或我代表的機構）持有這項技術，提出請求")
    reader.press("下一步")
    reader.tick("清單項目的範疇應變更")
    reader.press("下一步")
    reader.page.get_by_label("清單第幾項？").select_option("13")
    reader.press("下一步")
    reader.fill(請說明技術與理由=WISH)
    reader.tick("以上內容沒有營業秘密或國家機密")
    reader.press("下一步")
    reader.fill(姓名="林持有", 電子郵件=HOLDER)
    reader.press("下一步")
    reader.told("送出前確認")
    reader.press("送出")
    reader.told("已收到")
    reader.meet("request-received")
    return reader.page.locator("main strong").first.inner_text(), reader.page.url
