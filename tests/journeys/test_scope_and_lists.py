"""Lists, controls and scope in a browser: a company's self-check, two lists, a crosswalk, an agency's portfolio;
works taken in, up to a chart; and signals, up to the dossier.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories import watch_factories
from tests.factories.finds_factories import file_of
from tests.journeys.at_the_watch import patents_taken_in
from tests.journeys.behind import behind
from tests.journeys.reader import Reader
from tests.journeys.server import Server
from tests.journeys.staged import staged

pytestmark = pytest.mark.browser

FUNGI = "以液體培養大量繁殖香菇菌種，控制溶氧與攪拌"
A100 = {"tops16": "312 TFLOPS", "tops8": "624 TOPS", "die_area_mm2": "826 mm2", "on": "2024-01-01"}
TITLE = "113年度計畫"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One stage for all journeys of this module, each of which starts where it likes."""
    with staged() as served:
        yield served


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_a_company_checks_for_itself_and_goes_on_to_ask_officially(reader: Reader) -> None:
    reader.open("/")
    reader.page.get_by_role("link", name="我的技術在清單上嗎？自我檢查").click()
    reader.meet("scope-check")
    reader.page.get_by_label("描述您的技術").fill(FUNGI)
    reader.press("檢查")
    reader.told("自我檢查的結果")
    likely = reader.page.locator(".ct-hint").first
    expect(likely).to_contain_text("第15項")
    reader.page.get_by_text("看字詞在兩邊的位置").first.click()
    expect(likely.locator("details mark").filter(has_text="菌種").first).to_be_visible()
    reader.meet_answer("scope-checked", "zh")
    assert FUNGI not in reader.page.url

    with reader.context.expect_page() as beside:
        reader.page.get_by_role("link", name="如果在範圍內：第15項有哪些義務").click()
    expect(beside.value.get_by_role("heading", name="列入清單之後，有哪些義務")).to_be_visible()
    beside.value.close()
    reader.press("正式詢問主管機關")
    expect(reader.page.locator("main textarea").first).to_have_value(FUNGI)

    reader.open("/en/scope/")
    reader.page.get_by_label("Describe your technology").fill(
        "mass propagation of edible fungi in liquid culture"
    )
    reader.press("Check")
    expect(reader.page.locator(".ct-hint").first).to_contain_text("Item 15")
    reader.meet_answer("scope-checked", "en")
    assert reader.troubles == []


def test_a_chip_s_figures_are_reckoned_drawn_and_told_in_a_table(reader: Reader) -> None:
    reader.open("/controls/")
    reader.meet("controls")
    reader.open("/controls/matrix/")
    reader.meet("controls-matrix")
    reader.open("/controls/chip/")
    for name, figure in A100.items():
        reader.page.locator(f'[name="{name}"]').fill(figure)
    reader.page.locator('[name="datacenter"][value="yes"]').check()
    reader.page.locator("main form button").click()

    reader.told("624 TOPS × 8 = 4,992")
    drawn = reader.page.locator('main img[src*="chart.svg"]')
    expect(drawn).to_be_visible()
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    reader.page.get_by_text("圖的數字").click()
    expect(reader.page.locator("main details table").first).to_be_visible()
    reader.meet("controls-chip")
    assert reader.troubles == []


def test_two_versions_of_a_list_are_compared_without_knowing_their_codes(reader: Reader) -> None:
    reader.open("/lists/")
    reader.meet("lists")
    reader.page.get_by_role("link", name="比較兩份清單").click()
    reader.meet("list-compare-empty")
    reader.page.get_by_role("link", name="關鍵與新興技術清單（2022-02） → 2024-02-12").click()
    reader.told("更名 4、併入 1、新增 2、不再列 2、相同 12。")
    reader.meet("list-compare")
    reader.page.get_by_role("link", name="潔淨能源生產與儲存").click()
    reader.meet("list-item")
    assert reader.troubles == []


def test_a_crosswalk_is_proposed_and_judged_by_keys_and_by_buttons(reader: Reader) -> None:
    reader.become("office")
    reader.open("/crosswalk/")
    reader.page.locator('[name="left"]').select_option("US-NSTC-2024")
    reader.page.locator('[name="right"]').select_option("register")
    reader.press("提議對應，接著逐筆判斷")
    reader.told("這兩項如何對應")
    reader.meet("mapping-in-its-queue")
    first = reader.page.url
    reader.page.keyboard.press("a")
    reader.told("上一筆已登錄。")
    assert reader.page.url != first
    reader.page.get_by_label("以標示的單鍵操作").uncheck()
    reader.page.locator("body").press("a")
    reader.page.get_by_role("button", name="不成立：只是用字相同").click()
    reader.page.get_by_role("link", name="回去改判").click()
    expect(reader.page.get_by_role("heading", name="改判")).to_be_visible()
    expect(reader.page.get_by_text("只是用字相同", exact=True)).to_be_visible()
    reader.meet("mapping-judged")

    reader.open("/crosswalk/US-NSTC-2024/register/")
    reader.told("成立1筆")
    reader.meet("crosswalk-matrix")
    reader.open("/crosswalk/US-NSTC-2024/register/coverage/")
    reader.meet("crosswalk-coverage")
    assert reader.troubles == []


def test_a_portfolio_is_screened_and_judged_by_keys_up_to_a_candidate(reader: Reader, server: Server) -> None:
    reader.become("agency-nstc")
    screened(reader, server)
    page = reader.page
    page.get_by_role("link", name="門檻以上，逐筆判斷").click()
    reader.meet("find")
    judged_by_keys(reader)

    reader.open("/inventory/portfolios/")
    page.get_by_role("link", name=TITLE).click()
    reader.meet("portfolio")
    screened_again(reader, server)
    page.get_by_role("link", name=re.compile("轉為候選項目")).first.click()
    reader.meet("find-candidate")
    reader.press("登錄候選項目")
    reader.told("候選項目已登錄於今年的盤點。")
    assert reader.troubles == []


def test_a_file_of_works_is_taken_in_counted_and_drawn(reader: Reader, server: Server) -> None:
    reader.become("office")
    reader.open("/watch/snapshots/new/")
    reader.meet("watch-upload")
    works = watch_factories.works([("US", 30), ("CN", 12), ("TW", 4)], "Machine learning")
    reader.page.locator('input[type="file"]').set_input_files(
        {"name": "works.jsonl.gz", "mimeType": "application/gzip", "buffer": works}
    )
    reader.page.get_by_label("資料來源", exact=True).fill("OpenAlex API")
    reader.press("收錄並計算")
    reader.told("快照已收錄，正在計算。")
    reader.told("不是完整的 JSON 物件，略過")
    behind(server, "count")
    reader.page.reload()
    reader.page.get_by_role("link", name="看這次計算的結果").click()
    reader.meet("watch")
    reader.page.get_by_role("link", name="人工智慧", exact=True).click()
    reader.told("次位的2.5倍")
    drawn = reader.page.locator("main img.ct-chart").first
    expect(drawn).to_be_visible()
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    reader.meet("watch-technology")
    for name, path in (("compare", "compare/"), ("definition", "AREA-AI/definition/"), ("alerts", "alerts/")):
        reader.open(f"/watch/{path}")
        reader.meet(f"watch-{name}")
    reader.open("/watch/AREA-AI/sample/")
    reader.meet("watch-sample")
    patents_taken_in(reader)
    assert reader.troubles == []


def test_signals_are_scanned_assessed_and_proposed_up_to_the_dossier(reader: Reader) -> None:
    reader.become("office")
    reader.open("/signals/")
    reader.meet("signals")
    reader.page.get_by_role("link", name="量子科技", exact=True).click()
    reader.told("更名：")
    reader.meet("signals-of")
    reader.page.get_by_role("link", name="登錄一次掃描").click()
    expect(reader.page.locator('[name="topic"]')).to_have_value("AREA-QUANTUM")
    reader.meet("scan-new")
    reader.tick("國外")
    reader.fill(查看了哪些來源="arXiv\nIEEE Xplore", 發現了什麼="容錯量子運算的新成果")
    reader.press("登錄")
    reader.told("掃描紀錄已登錄。")
    reader.meet("scans")

    reader.become("agency-nstc")
    reader.open("/signals/AREA-QUANTUM/")
    reader.page.get_by_role("button", name="評估這項技術的訊號").click()
    reader.meet("signals-assess")
    reader.tick("更名：", "建議提報")
    reader.fill(理由="外國清單改列量子資訊與賦能技術，國內已有實作。")
    reader.press("登錄評估")
    reader.told("評估已登錄。")
    reader.meet("signal-assessment")
    reader.page.get_by_role("button", name="列為候選項目").click()
    reader.meet("assessment-propose")
    reader.page.get_by_label("領域").select_option("cyber-security")
    reader.press("列入盤點")
    if reader.page.get_by_role("heading", name="先前已有相近的提案").is_visible():
        reader.press("仍要列入盤點")
    reader.told("已列入盤點，可以成案")
    reader.page.get_by_role("row", name="量子科技").get_by_role("button", name="成案").click()
    reader.open(f"{reader.page.url}dossier/definition/")
    expect(reader.page.locator("#offers")).to_contain_text("科技觀測評估「量子科技」")

    reader.open("/signals/report/?year=2025&quarter=1")
    reader.told("評估1則")
    reader.meet("scan-report")
    assert reader.troubles == []


def screened(reader: Reader, server: Server) -> None:
    """Uploaded, its columns confirmed, and screened; ends on its page."""
    reader.open("/inventory/portfolios/")
    reader.meet("portfolios")
    reader.page.get_by_role("button", name="上傳計畫組合").click()
    reader.fill(名稱=TITLE)
    reader.page.locator('input[type="file"]').set_input_files(
        {"name": "projects.csv", "mimeType": "text/csv", "buffer": file_of()}
    )
    reader.press("上傳")
    reader.meet("portfolio-columns")
    reader.press("檢視結果")
    reader.told("將讀入5件計畫")
    reader.press("讀入並開始比對")
    reader.told("已比對")
    behind(server, "screen")
    reader.page.reload()
    reader.told("比對完成")


def judged_by_keys(reader: Reader) -> None:
    """Accepted, taken back, accepted again, set aside for a reason by its number, unsure; all by keys that are told."""
    page = reader.page
    title = page.locator("h1").inner_text()
    page.keyboard.press("?")
    expect(page.get_by_text("不列入，依所標的理由")).to_be_visible()
    page.keyboard.press("y")
    reader.told("前一筆：列入")
    assert page.locator("h1").inner_text() != title
    page.keyboard.press("z")
    reader.told("已取消判斷。")
    assert title_of(page) in title
    page.keyboard.press("y")
    reader.told("前一筆：列入")
    page.keyboard.press("n")
    expect(page.locator("#aside")).to_be_focused()
    before = page.url
    for key in ("2", "u"):
        expect(page.locator(f'[data-key="{key}"]')).to_be_visible()
        page.keyboard.press(key)
        expect(page).not_to_have_url(before)
        before = page.url


def screened_again(reader: Reader, server: Server) -> None:
    """Terms are learned from what was judged, and the portfolio is screened again; ends on the new screening."""
    page = reader.page
    portfolio = page.url
    page.get_by_role("link", name="從判斷學習詞彙").click()
    reader.press("學習新版")
    reader.meet("terms")
    page.goto(portfolio)
    page.get_by_role("link", name="重新比對").click()
    reader.told("未學習 → 第1版")
    reader.meet("portfolio-again")
    reader.press("重新比對")
    behind(server, "screen")
    page.reload()
    reader.told("歷次比對")
    reader.meet("portfolio-screened-again")


def title_of(page: Page) -> str:
    """The project's own name, without the words of its queue."""
    return page.locator("h1").inner_text().splitlines()[-1]
