"""What the public sees and says, and the announcement."""

from playwright.sync_api import expect

from tests.factories import NEW_NAME, NEW_TECHNOLOGY
from tests.journeys.reader import Reader, move_day


def look_around(reader: Reader) -> None:
    """The public pages, before anything has changed."""
    reader.open("/")
    expect(reader.page.get_by_role("link", name="太空規格主動式相位陣列天線技術")).to_be_visible()
    reader.meet("register-home")
    reader.open("/register/11/")
    reader.meet("item-damaged-name")
    reader.open("/register/?as_of=2023-01-01")
    reader.meet("register-before-the-first-list")
    reader.open("/register/?as_of=114.02.30")
    reader.meet("register-impossible-date")
    reader.open("/demo/")
    reader.meet("demonstration")
    reader.open("/account/login/")
    reader.meet("sign-in")


def pre_announce(reader: Reader) -> None:
    """The draft is published, commented on by the public, and the comment answered."""
    move_day(reader, "2025-11-24")
    reader.become("office")
    reader.open("/cases/pre-announcement/")
    reader.meet("pre-announce")
    for box in reader.page.locator('input[name="references"]').all():
        box.check()
    reader.fill(預告文號="示範字第1140000001號", 預告日期="114.11.24", 意見截止日="115.1.23")
    reader.press("預告")
    sign_out(reader)
    reader.open("/pre-announcements/")
    reader.meet("drafts")
    reader.page.locator('main a[href^="/pre-announcements/"]').first.click()
    reader.meet("draft")
    reader.page.locator('textarea[name="text"]').fill("請說明與原名稱的範圍差異。")
    reader.press("送出意見")
    reader.meet("draft-thanks")
    answer_comment(reader)


def answer_comment(reader: Reader) -> None:
    """The Office says what became of it."""
    reader.become("office")
    reader.open("/comments/")
    reader.meet("comments")
    reader.page.locator('main a[href^="/comments/"]:not([href*="?"])').first.click()
    reader.meet("comment-answer")
    reader.tick("納入參考")
    reader.page.locator('textarea[name="reply"]').fill("範圍說明將隨公告公布。")
    reader.press("登錄處理結果")


def announce(reader: Reader) -> None:
    """The announcement waits for the end of the comment period; then it is checked and made."""
    reader.become("announcer")
    reader.open("/cases/announcement/")
    reader.told("意見徵求期間")
    reader.meet("announce-closed")
    move_day(reader, "2026-01-26")
    reader.become("announcer")
    reader.open("/cases/announcement/")
    for box in reader.page.locator('input[name="references"]').all():
        box.check()
    reader.fill(公告文號="示範字第1150000001號", 公告日期="115年1月26日", 生效日期="115年1月26日")
    reader.meet("announce")
    for box in reader.page.locator('input[name="references"]').all():
        box.check()
    reader.fill(公告文號="示範字第1150000001號", 公告日期="115年1月26日", 生效日期="115年1月26日")
    reader.press("下一步：確認")
    reader.press("公告")
    reader.open("/cases/")
    reader.page.locator('main a[href^="/cases/20"]').first.click()
    reader.meet("case-announced")


def read_the_register(reader: Reader) -> None:
    """Anybody sees the new version and the old one."""
    sign_out(reader)
    reader.open("/register/")
    expect(reader.page.get_by_role("link", name=NEW_NAME)).to_be_visible()
    expect(reader.page.get_by_role("link", name=NEW_TECHNOLOGY)).to_be_visible()
    reader.meet("register")
    reader.open("/register/12/")
    reader.meet("item-history")
    reader.open("/register/12/versions/1/")
    expect(reader.page.get_by_text("太空規格主動式相位陣列天線技術").first).to_be_visible()
    reader.meet("item-version")
    reader.open("/register/?as_of=2026-01-25")
    expect(reader.page.get_by_role("link", name="太空規格主動式相位陣列天線技術")).to_be_visible()
    reader.open("/changes/")
    expect(reader.page.get_by_text(NEW_TECHNOLOGY).first).to_be_visible()
    reader.meet("changes")
    reader.open("/agencies/")
    reader.meet("agencies")


def sign_out(reader: Reader) -> None:
    """Leave."""
    reader.page.context.clear_cookies()
