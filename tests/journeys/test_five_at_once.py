"""A secret vote with five browsers open: office, chair, two members and the screen in the hall."""

import pytest
from playwright.sync_api import Browser, expect

from tests.factories import NEW_NAME
from tests.journeys.caller import Caller
from tests.journeys.reader import Reader
from tests.journeys.script import renaming
from tests.journeys.server import Server

pytestmark = pytest.mark.browser

CHAIR, VOTER, RECUSED = "member-01", "member-03", "member-04"
SEATS = (1, 3, 4)


@pytest.fixture
def meeting(server: Server) -> str:
    """An open meeting with one item, on which everybody there has declared but the chair and two members."""
    for step in renaming(server, NEW_NAME):
        if step == "the meeting is open":
            break
    office = Caller.named(server, "office")
    found: int = office.read("/meetings")["items"][0]["id"]
    told = office.read(f"/meetings/{found}")
    here = [
        seat["appointment"]
        for seat in told["seats"]
        if seat["mark"] is not None and seat["seat"] not in SEATS
    ]
    office.do(f"/items/{told['items'][0]['id']}/paper-declarations", {"appointments": here})
    return f"/meetings/{found}/"


class Room:
    """Five browsers looking at one meeting."""

    def __init__(self, browser: Browser, server: Server, meeting: str) -> None:
        """Let everybody in; the screen shows the address that the office's page gives."""
        self.meeting = meeting
        self.office, self.chair, self.voter, self.recused, self.screen = (
            Reader(browser, server.address) for _ in range(5)
        )
        for reader, account in (
            (self.office, "office"),
            (self.chair, CHAIR),
            (self.voter, VOTER),
            (self.recused, RECUSED),
        ):
            reader.become(account)
            reader.open(meeting)
        self.screen.open(self.office.page.locator('a[href^="/screen/"]').get_attribute("href") or "")

    def declare(self) -> None:
        """The chair and a member have no interest; the other member's spouse has."""
        for reader in (self.chair, self.voter, self.recused):
            reader.page.get_by_role("link", name="申報", exact=True).click()
            reader.page.get_by_label("有" if reader is self.recused else "沒有", exact=True).check()
            reader.press("繼續")
            if reader is self.recused:
                reader.tick("配偶")
                reader.press("送出申報")
            elif reader.page.get_by_role("button", name="送出申報").count():
                reader.press("送出申報")
            reader.open(self.meeting)

    def troubles(self) -> list[str]:
        """Whatever went wrong in any of the browsers."""
        everybody = (self.office, self.chair, self.voter, self.recused, self.screen)
        return [trouble for reader in everybody for trouble in reader.troubles]


def test_a_secret_vote_is_seen_by_everybody_as_it_happens_and_by_nobody_before_it_ends(
    browser: Browser, server: Server, meeting: str
) -> None:
    room = Room(browser, server, meeting)
    room.declare()

    room.chair.press("進行第1案")
    expect(room.recused.page.get_by_text("請離席")).to_be_visible()
    room.chair.meet("room-chair")

    room.chair.page.get_by_role("link", name="第1案：表決與決議").click()
    room.chair.tick("無記名投票")
    room.chair.press("宣布表決")
    item = room.chair.page.url

    expect(room.voter.page.get_by_role("link", name="現在投票")).to_be_visible()
    expect(room.screen.page.get_by_text("表決中").first).to_be_visible()
    room.voter.meet("room-voter")
    room.screen.meet("room-screen")
    room.recused.meet("room-recused")

    for reader in (room.voter, room.chair):
        reader.open(f"{item}vote/")
        reader.press("贊成")
        reader.press("送出：贊成")
    room.voter.open(f"{item}vote/")
    room.voter.told("您已投票，每人一票。")
    for reader in (room.office, room.chair, room.voter):
        reader.open(item)
        expect(reader.page.get_by_text("表決結果")).to_have_count(0)
    room.recused.open(f"{item}vote/")
    expect(room.recused.page.get_by_role("button", name="贊成")).to_have_count(0)

    room.chair.press("結束表決")
    room.chair.told("主席認定")
    room.chair.meet("item-counted")
    room.chair.page.locator('input[name="reading"]').first.check()
    room.chair.page.get_by_label("採此解讀的理由").fill("條文以出席者計，含未投票者。")
    room.chair.press("認定採用的解讀")
    room.chair.meet("item-settled")

    expect(
        room.screen.page.get_by_text("未通過").or_(room.screen.page.get_by_text("已決議")).first
    ).to_be_visible()
    assert room.troubles() == []
