"""A year's cycle of the programme by clicking: who controls, who reports, who signs, who evaluates."""

import re

from playwright.sync_api import expect

from tests.journeys.reader import Reader

PROGRAMME = "/plans/programme-110-113"
QUARTER = "110-q2"
CONTROLLER, OFFICER, HEAD = "controller-ndc-1", "agency-moda", "head-moda"
PROGRESS = "攻防平台上線，已有3家機構簽約使用。"
REASON = "請說明簽約機構的家數如何計算。"
CORRECTED = "攻防平台上線；簽約3家，以完成用印者計。"
LATE = "本季另有1家於季末簽約，原未計入。"


def steer(reader: Reader) -> None:
    """The Office names who controls the programme, and how often it is reported."""
    reader.become("office")
    reader.open(f"{PROGRAMME}/steering/")
    reader.meet("plan-steering")


def open_quarter(reader: Reader) -> None:
    """The controller opens the next quarter; every agency gets its sheet."""
    reader.become(CONTROLLER)
    reader.open(f"{PROGRAMME}/reports/new/")
    reader.meet("period-open")
    reader.page.locator('[name="period"]').fill(QUARTER)
    reader.press("開始填報")
    reader.told("第二季")


def fill_in(reader: Reader) -> str:
    """The officer changes one measure and confirms what last quarter's words still say of the rest."""
    reader.become(OFFICER)
    reader.open("/sheets/")
    reader.meet("sheets")
    reader.page.get_by_role("link", name=re.compile("第二季")).first.click()
    sheet = reader.page.url
    reader.meet("sheet")
    reader.page.get_by_role("link", name=re.compile("^2-4")).click()
    reader.told("第1項")
    reader.meet("sheet-measure")
    reader.page.locator('[name="progress"]').fill(PROGRESS)
    confirm(reader)
    reader.press("儲存，填下一項")
    reader.told("第2項")
    confirm(reader)
    reader.press("儲存")
    reader.told("2項中2項已填妥")
    return sheet


def confirm(reader: Reader) -> None:
    """Tick whatever asks whether last quarter's words still hold, and judge the measure anew."""
    reader.page.locator('[name="own_light"][value="green"]').check()
    for box in reader.page.locator('input[name^="confirm-"]').all():
        box.check()


def submit(reader: Reader, sheet: str) -> None:
    """Check the answers and hand them to the head."""
    reader.open(sheet)
    reader.page.get_by_role("button", name="檢查答案並送核").click()
    reader.meet("sheet-answers")
    reader.press("送機關核章")
    reader.told("待機關核章")


def sign(reader: Reader, sheet: str) -> None:
    """The head of the agency, somebody else than who submitted, signs."""
    reader.become(HEAD)
    reader.open(f"{sheet}signature/")
    reader.meet("sheet-signature")
    reader.press("核章，送管考機關")
    reader.told("待管考檢核")


def return_and_correct(reader: Reader, sheet: str) -> None:
    """The controller asks about one measure, the officer answers in the sheet, and it goes the same way again."""
    reader.become(CONTROLLER)
    reader.open(f"{sheet}check/")
    reader.meet("sheet-check")
    reader.page.locator('[name="reason-measure-2-4"]').fill(REASON)
    reader.press("退回補正")
    reader.become(OFFICER)
    reader.open(sheet)
    reader.told(REASON)
    reader.page.get_by_role("link", name=re.compile("^2-4")).first.click()
    reader.page.locator('[name="progress"]').fill(CORRECTED)
    reader.press("儲存，填下一項")
    reader.told("第2項")
    submit(reader, sheet)
    sign(reader, sheet)


def accept_and_publish(reader: Reader, sheet: str) -> str:
    """The controller accepts, and publishes with a reason for the agencies that are not done."""
    reader.become(CONTROLLER)
    reader.open(f"{sheet}check/")
    reader.press("檢核無誤，接受")
    reader.open(f"{PROGRAMME}/reports/{QUARTER}/board/")
    reader.meet("period-board")
    reader.page.locator('[name="without"]').fill("其餘機關在示範中不填報。")
    reader.press("發布並鎖定")
    reader.open(f"{PROGRAMME}/reports/{QUARTER}/")
    reader.told(CORRECTED)
    reader.meet("period-published")
    return reader.page.url


def amend(reader: Reader, report: str) -> None:
    """A late fact: filed by the officer, accepted by the controller, beside the entry from then on."""
    reader.become(OFFICER)
    reader.open(report)
    reader.page.get_by_role("link", name=re.compile("提出修正說明.*2-4")).click()
    reader.meet("entry-amend")
    reader.page.locator('[name="text"]').fill(LATE)
    reader.page.locator('[name="why"]').fill("簽約公文在發布後送達。")
    reader.press("送管考機關審核")
    amendment = reader.page.url
    reader.become(CONTROLLER)
    reader.open(amendment)
    reader.page.locator('[name="accepted"][value="yes"]').check()
    reader.press("登錄決定")
    reader.meet("amendment")


def evaluate(reader: Reader) -> str:
    """The controller prepares the final evaluation, an expert declares and scores, and the report goes up."""
    reader.become(CONTROLLER)
    reader.open(f"{PROGRAMME}/evaluations/new/")
    reader.page.locator('[name="kind"][value="final"]').check()
    reader.page.locator('[name="due_on"]').fill("2025-04-30")
    reader.meet("evaluation-new")
    reader.page.locator('[name="kind"][value="final"]').check()
    reader.page.locator('[name="due_on"]').fill("2025-04-30")
    reader.press("建立評估")
    evaluation = reader.page.url
    reader.page.locator('[name="username"]').fill("expert-1")
    reader.press("聘請並通知")
    score(reader, evaluation)
    reader.become(CONTROLLER)
    reader.open(evaluation)
    reader.page.locator('[name="why"]').fill("示範只評一項措施。")
    reader.press("彙整")
    reader.page.locator('[name="document_no"]').fill("示範字第1140000002號")
    reader.page.locator('[name="reported_on"]').fill("2025-03-03")
    reader.press("登錄並公開")
    return evaluation


def score(reader: Reader, evaluation: str) -> None:
    """The expert declares no interest, and scores one measure."""
    reader.become("expert-1")
    reader.open(f"{evaluation}interests/")
    reader.meet("evaluation-interests")
    reader.page.locator('[name="none"]').check()
    reader.press("申報")
    reader.open(f"{evaluation}scores/measure-2-4/")
    reader.meet("evaluation-score")
    for box in reader.page.locator('input[name^="score-"]').all():
        box.fill("4")
    reader.press("儲存，回清單")


def read_as_a_citizen(reader: Reader, report: str, evaluation: str) -> None:
    """Whoever has no account reads what was published, the late fact beside it, the year and the evaluation."""
    reader.context.clear_cookies()
    reader.open(report)
    for words in (CORRECTED, LATE):
        reader.told(words)
    expect(reader.page.get_by_text(REASON)).to_have_count(0)
    for name, path in (
        ("plan-year", f"{PROGRAMME}/years/110/"),
        ("evaluation", evaluation),
        ("measure", f"{PROGRAMME}/entries/measure-2-4/"),
        ("dashboard", "/dashboard/"),
        ("supplies", "/supplies/"),
    ):
        reader.open(path)
        reader.meet(name)
