"""The law's pages in a browser: read, ask, and find out who somebody is, step by step."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.reader import Reader
from tests.journeys.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, server: Server) -> Reader:
    """Somebody at a browser."""
    return Reader(browser, server.address)


def test_anybody_reads_the_law_and_asks_it(reader: Reader) -> None:
    read(reader)
    ask_for_a_quorum(reader)
    ask_for_a_term(reader)
    find_out_about_a_wifes_brother(reader)
    assert reader.troubles == []


def read(reader: Reader) -> None:
    """From the menu to the articles and their readings."""
    reader.open("/")
    reader.page.get_by_role("link", name="法規", exact=True).click()
    reader.meet("law")
    reader.page.get_by_role("link", name="條文的解讀，以及不同解讀的差別").click()
    reader.meet("law-readings")
    reader.page.get_by_role("link", name="看這個例子").first.click()
    reader.told("在這些事實上答案不同")


def ask_for_a_quorum(reader: Reader) -> None:
    """Too many people first, then as many as there can be."""
    reader.open("/law/calculators/")
    reader.meet("law-calculators")
    reader.page.get_by_role("link", name="出席人數", exact=True).click()
    reader.meet("law-calculator-quorum")
    for present in ("30", "11"):
        reader.fill(在職委員人數="22")
        reader.page.locator('input[name="present"]').fill(present)
        reader.press("請法規回答")
        reader.meet("law-question-refused" if present == "30" else "law-question-answered")
    reader.told("應有11人出席")
    reader.page.get_by_role("link", name="這個答案的固定網址").click()
    reader.told("應有11人出席")


def ask_for_a_term(reader: Reader) -> None:
    """A day in the Republic's calendar."""
    reader.open("/law/calculators/terms/")
    reader.meet("law-calculator-terms")
    reader.page.get_by_role("link", name="任期到哪一天為止？").click()
    reader.meet("law-question")
    reader.tick("審議會委員")
    reader.page.locator('input[name="start"]').fill("114.3.3")
    reader.press("請法規回答")
    reader.told("民國116年3月2日")


def find_out_about_a_wifes_brother(reader: Reader) -> None:
    """Three steps, and the ruling with its article, which leads back to the law."""
    reader.open("/law/calculators/recusal/")
    reader.meet("law-calculator-recusal")
    reader.page.get_by_role("button", name="說明是誰的利益").click()
    reader.meet("law-kinship-start")
    for step in ("配偶", "父母", "子女"):
        reader.press(step)
    reader.told("姻親2親等")
    reader.meet("law-kinship")
    reader.press("請法規回答")
    reader.told("應迴避")
    reader.meet("law-question-recusal")
    reader.page.get_by_role("link", name="第12條").first.click()
    expect(reader.page).to_have_url(f"{reader.address}/law/#article-12")
