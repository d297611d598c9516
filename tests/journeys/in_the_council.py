"""The council's part of the change: agreement, attendance, recusal, quorum, votes."""

from tests.journeys.reader import Reader, move_day


def prepare_meeting(reader: Reader, *references: str) -> str:
    """A meeting is called, the cases put on its agenda, and the last agreement signed."""
    reader.open("/meetings/new/")
    reader.meet("meeting-new")
    reader.fill(開會日期="114年3月20日", 開會地點="第一會議室")
    reader.tick("定期會議")
    reader.press("送出開會通知")
    meeting = reader.page.url.rstrip("/").split("/")[-1]
    for reference in references:
        reader.open(f"/cases/{reference}/agenda/")
        reader.meet("case-agenda")
        reader.page.locator('input[name="meeting"]').first.check()
        reader.press("排入議程")
    reader.open("/meetings/")
    reader.meet("meetings")
    reader.open(f"/meetings/{meeting}/attendance/")
    reader.told("保密協議")
    reader.meet("attendance")
    reader.become("member-07")
    reader.open("/agreement/")
    reader.meet("agreement")
    reader.page.locator('input[name="signed_name"]').fill("委員07（示範）")
    reader.press("簽署")
    return meeting


def hold_meeting(reader: Reader, meeting: str) -> None:
    """Attendance, declarations with one recusal, quorum, votes."""
    move_day(reader, "2025-03-20")
    reader.become("office")
    record_attendance(reader, meeting)
    reader.press("宣布開會")
    reader.told("會議已開始。")
    reader.meet("meeting-open")
    items = reader.page.locator('a[href^="/items/"]')
    first, second = sorted({items.nth(n).get_attribute("href") or "" for n in range(items.count())})[:2]
    recuse(reader, first)
    for item in (first, second):
        decide(reader, item)
    reader.open(f"/meetings/{meeting}/")
    reader.press("宣布散會")
    reader.told("會議已散會。")
    reader.meet("meeting-closed")


def record_attendance(reader: Reader, meeting: str) -> None:
    """Fifteen in person, ten absent."""
    reader.open(f"/meetings/{meeting}/attendance/")
    present = reader.page.locator('input[type="radio"][value="present"]')
    absent = reader.page.locator('input[type="radio"][value="absent"]')
    for seat in range(25):
        (present if seat < 15 else absent).nth(seat).check()
    reader.press("登錄出席")


def recuse(reader: Reader, item: str) -> None:
    """Member 09 has a brother-in-law in the business, and is recused."""
    reader.become("member-09")
    reader.open("/work/")
    reader.meet("work-member")
    reader.open(f"{item}declare/")
    reader.meet("declare")
    reader.page.get_by_label("有", exact=True).check()
    reader.press("繼續")
    reader.tick("配偶的兄弟姊妹")
    reader.press("送出申報")
    reader.told("您應迴避本案")
    reader.meet("declared-recused")
    reader.open(item)
    reader.meet("item-recused")


def decide(reader: Reader, item: str) -> None:
    """Paper declarations, the vote opened, one vote by its member, the others by hand, the vote closed."""
    reader.become("office")
    reader.open(item)
    reader.meet("item-before-the-vote")
    reader.page.get_by_text("登錄紙本申報").first.click()
    for box in reader.page.locator('input[name="appointments"]').all():
        box.check()
    reader.press("登錄紙本申報")
    reader.press("宣布表決")
    reader.become("member-07")
    reader.open(f"{item}vote/")
    reader.meet("vote")
    reader.press("贊成")
    reader.press("送出：贊成")
    reader.become("office")
    reader.open(item)
    reader.meet("item-voting")
    for hand in reader.page.locator('input[type="radio"][value="for"]').all():
        hand.check()
    reader.press("登錄舉手表決")
    reader.press("結束表決")
    reader.told("通過")
    reader.meet("item-decided")
