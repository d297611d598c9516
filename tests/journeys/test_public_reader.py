"""A public reader: searches in Simplified characters, reads an item, compares, looks at the time-line, prints."""

import gzip
import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.factories.plans_factories import programme
from tests.journeys.in_public import sign_out
from tests.journeys.reader import WIDTHS, Reader
from tests.journeys.server import PATIENCE, Server
from tests.journeys.staged import staged

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A running server on the demonstration's stage."""
    with staged() as served:
        yield served


def fetched(server: Server, path: str, **headers: str) -> tuple[int, bytes, HTTPMessage]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers
    connection.close()
    return found


def test_a_public_reader_finds_compares_and_prints(browser: Browser, server: Server) -> None:
    reader = Reader(browser, server.address)
    search(reader)
    compare(reader)
    look_at_the_time_line(reader)
    print_the_list(reader)
    look_at_the_frame(reader)
    assert reader.troubles == []


def search(reader: Reader) -> None:
    """In Simplified characters, then something that is not there; from the results to an item."""
    reader.open("/register/")
    reader.fill(搜尋技術項目="不存在的技术")
    reader.press("查詢")
    reader.told("找不到符合的項目。")
    reader.meet("register-nothing-found")
    reader.fill(搜尋技術項目="天线")
    reader.press("查詢")
    reader.told("找到2項。")
    reader.meet("register-found")
    reader.page.get_by_role("link", name="太空規格被動反射面天線技術").click()
    expect(reader.page.get_by_role("link", name="下載這一項的證明（JSON）")).to_be_visible()
    reader.meet("item-public")


def compare(reader: Reader) -> None:
    """Today with a day before the first list."""
    reader.open("/register/")
    reader.page.get_by_role("link", name="比較兩天的清單").click()
    reader.fill(從="109.1.1", 到="113.1.1")
    reader.press("比較")
    reader.told("尚無清單")
    reader.meet("register-compare")


def look_at_the_time_line(reader: Reader) -> None:
    """The table first, the drawing beneath."""
    reader.open("/register/timeline/")
    expect(reader.page.locator("svg circle").first).to_be_visible()
    reader.meet("register-timeline")


def print_the_list(reader: Reader) -> None:
    """On paper there is the list and nothing to click or fill in."""
    reader.open("/register/")
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_role("link", name="網路主動防禦技術")).to_be_visible()
    for gone in ("查詢", "選單"):
        expect(reader.page.get_by_role("button", name=gone)).to_have_count(0)
    assert reader.page.pdf(format="A4").startswith(b"%PDF")
    reader.page.emulate_media(media="screen")


def look_at_the_frame(reader: Reader) -> None:
    """The bare list in both widths; it has no menu to switch the language by."""
    reader.open("/register/embed/")
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_correction_made_by_another_process_is_shown_at_once(server: Server) -> None:
    address = "/en/register/?q=ramjet"
    for number in range(5):
        name = f"Ramjet engine technology, form {number}"
        before = fetched(server, address)[2]["ETag"]
        correct(server, number, name)
        _, page, headers = fetched(server, address)
        assert name in page.decode()
        assert headers["ETag"] != before


def correct(server: Server, number: int, name: str) -> None:
    """By the command line, in a process of its own."""
    version = str(number + 1)
    ran = server.run(
        *("register", "correct", "6", version, "--name-en", name, "--why", "entered wrongly"),
        *("--source", "page 2", "--as", "office"),
    )
    assert ran.returncode == 0, ran.stderr


def test_the_list_is_sent_packed_once_and_not_again_while_it_is_the_same(server: Server) -> None:
    _, packed, headers = fetched(server, "/register/", Accept_Encoding="gzip")
    status, nothing, kept = fetched(
        server, "/register/", Accept_Encoding="gzip", If_None_Match=headers["ETag"]
    )

    assert "國家核心關鍵技術" in gzip.decompress(packed).decode()
    assert (status, nothing, kept["ETag"]) == (304, b"", headers["ETag"])
    assert "frame-ancestors 'none'" in kept["Content-Security-Policy"]


def test_the_data_are_those_of_the_command(server: Server) -> None:
    _, content, _ = fetched(server, "/api/v1/register?q=%E5%A4%A9%E7%BA%BF")
    ran = server.run("register", "list", "--search", "天线", "--json")

    assert json.loads(content) == json.loads(ran.stdout)


def test_an_officer_imports_a_plan_and_the_public_finds_its_words(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    reader, file = Reader(browser, server.address), tmp_path / "方案.txt"
    reader.become("agency-nstc")
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    hand_in(reader, file)
    reader.told("這是圖片")
    reader.meet("plan-import-refused")
    file.write_bytes(programme())
    hand_in(reader, file)
    reader.told("新計畫")
    reader.meet("plan-import-check")
    hand_in(reader, file)
    reader.press("確認匯入")
    reader.told("計畫已匯入為新版本。")

    sign_out(reader)
    reader.open("/plans/")
    reader.page.get_by_label("搜尋措施、工作項目與指標").fill("共用平台及资料库")
    reader.press("搜尋")
    reader.told("建置共用平台及資料庫")
    reader.meet("plan-search")
    assert reader.troubles == []


def hand_in(reader: Reader, file: Path) -> None:
    reader.open("/plans/import/")
    reader.page.get_by_label("計畫檔案").set_input_files(file)
    reader.press("檢視讀到的內容")
