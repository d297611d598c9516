"""Changes of every kind in a browser: a split and a removal to the register, the others to where they differ."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.behind import behind
from tests.journeys.in_public import sign_out
from tests.journeys.reader import Reader, day_of, move_day
from tests.journeys.server import Server
from tests.journeys.staged import staged

pytestmark = pytest.mark.browser

PERIOD = "7"
OVER = dt.timedelta(days=8)
LATER = dt.timedelta(days=9)
HALVES = ("太空規格抗輻射感測器技術", "太空規格高速讀出電路技術")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One stage for all journeys of this module, each of which starts from the day it finds."""
    with staged() as served:
        yield served


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_an_item_is_split_into_two_which_lead_back_to_it(reader: Reader, server: Server) -> None:
    reader.become("agency-nstc")
    case = open_case(reader, 10, "分拆為數項")
    open_technologies(reader, case)
    reader.meet("case-technologies-split")
    for place, name in enumerate(HALVES, start=1):
        reader.page.locator(f'[name="name_zh_{place}"]').fill(name)
        reader.page.locator(f'[name="name_en_{place}"]').fill(f"Half {place} of the image sensor")
        reader.page.locator(f'[name="authority_{place}"]').select_option("nstc")
        reader.page.locator(f'[name="sector_{place}"]').select_option("space")
    reader.press("儲存")
    reader.told("已指明涉及的項目。")
    reader.meet("case-split")

    behind(server, "pre_announced", case, PERIOD)
    announce(reader, case)

    sign_out(reader)
    reader.open("/register/10/")
    reader.told("不在現行清單上")
    reader.meet("item-split")
    reader.page.get_by_role("link", name=HALVES[0]).first.click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(HALVES[0])
    reader.told("現行有效")
    expect(reader.page.locator('main a[href="/register/10/"]').first).to_be_visible()
    reader.meet("item-from-a-split")
    assert reader.troubles == []


def test_an_item_that_is_removed_stays_until_its_day_and_its_page_tells_of_it(
    reader: Reader, server: Server
) -> None:
    reader.become("agency-nstc")
    case = open_case(reader, 14, "廢止，自清單移除")
    reader.open(f"/cases/{case}/technologies/")
    reader.told("廢止案只涉及原項目，無須另行指明。")
    reader.open(f"/cases/{case}/")
    reader.meet("case-removal")
    name = "太空規格雷達影像處理技術"

    draft = behind(server, "pre_announced", case, PERIOD)
    sign_out(reader)
    reader.open(draft)
    reader.told("廢止")
    reader.meet("draft-removal")
    in_force = announce(reader, case, after=LATER)

    sign_out(reader)
    reader.open("/register/")
    expect(reader.page.get_by_role("link", name=name)).to_be_visible()
    move_day(reader, in_force.isoformat())
    reader.open("/register/")
    expect(reader.page.get_by_role("link", name="太空規格被動反射面天線技術")).to_be_visible()
    expect(reader.page.get_by_role("link", name=name)).to_have_count(0)
    reader.open("/register/14/")
    reader.told("不在現行清單上")
    reader.told(f"示範字第{case}號")
    reader.meet("item-removed")
    reader.open(f"/register/?as_of={in_force - dt.timedelta(days=1)}")
    expect(reader.page.get_by_role("link", name=name)).to_be_visible()
    assert reader.troubles == []


def test_scope_authority_and_merger_ask_for_what_each_of_them_needs(reader: Reader) -> None:
    reader.become("agency-nstc")
    case = open_case(reader, 8, "變更範疇")
    open_technologies(reader, case)
    reader.meet("case-technologies-scope")
    reader.page.locator('[name="scope_zh"]').fill("下行速率每秒300百萬位元以上者。")
    reader.press("儲存")
    reader.told("下行速率每秒300百萬位元以上者。")

    case = open_case(reader, 9, "變更主管機關", authority="moda")
    reader.told("數位發展部")
    reader.meet("case-authority")

    case = open_case(
        reader, 13, "與其他項目合併", name=("太空規格天線技術", "Space-grade antenna technology")
    )
    open_technologies(reader, case)
    reader.meet("case-technologies-merge")
    reader.page.get_by_role("checkbox", name="12. 太空規格主動式相位陣列天線技術").check()
    reader.press("儲存")
    reader.told("太空規格主動式相位陣列天線技術")
    reader.meet("case-merge")
    assert reader.troubles == []


def open_case(
    reader: Reader, item: int, aspect: str, *, authority: str = "", name: tuple[str, str] | None = None
) -> str:
    """A candidate for a change of one item, question by question, and the case opened on it."""
    reader.open("/inventory/new/")
    reader.tick("變更清單項目")
    reader.press("下一步")
    reader.page.get_by_label("擬變更清單第幾項？").select_option(str(item))
    reader.press("下一步")
    reader.tick(aspect)
    reader.press("下一步")
    if authority:
        reader.page.get_by_label("擬任技術主管機關").select_option(authority)
    if name is not None:
        reader.fill(中文名稱=name[0], 英文名稱=name[1])
    reader.fill(盤點所見及理由="技術發展已有變化。")
    reader.tick("產業環境或技術發展已有變化")
    reader.press("列入盤點")
    again = reader.page.get_by_role("button", name="仍要列入盤點")  # an earlier candidate has a like name
    if again.count():
        again.click()
    reader.page.get_by_role("button", name="成案").first.click()
    reader.told("目前狀態")
    return reader.page.url.rstrip("/").split("/")[-1]


def open_technologies(reader: Reader, case: str) -> None:
    """Where the case names what would be on the list."""
    reader.page.locator(f'a[href="/cases/{case}/technologies/"]').first.click()
    reader.told("公告後的項目")


def announce(reader: Reader, case: str, after: dt.timedelta = dt.timedelta()) -> dt.date:
    """The announcer's part, once the days for comments are over; gives back the day it takes effect on."""
    today = day_of(reader) + OVER
    effective = today + after
    move_day(reader, today.isoformat())
    reader.become("announcer")
    reader.open("/cases/announcement/")
    reader.page.locator('input[name="references"]').first.check()
    reader.fill(公告文號=f"示範字第{case}號", 公告日期=today.isoformat(), 生效日期=effective.isoformat())
    reader.press("下一步：確認")
    reader.press("公告")
    reader.told("已公告")
    return effective
