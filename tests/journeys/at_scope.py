"""An official question in a browser: asked with a secret, handled, answered, and told to everybody as a digest."""

from playwright.sync_api import expect

from tests.journeys.in_public import sign_out
from tests.journeys.reader import Reader

SECRET = "以特殊摻雜之磷化銦製程將雜訊指數降至零點四分貝。"  # noqa: S105 - a text, not a password


def ask_officially(reader: Reader) -> None:
    """From the asker's first page to the digest that everybody reads."""
    number, followed = ask(reader)
    reader.become("agency-nstc")
    answer(reader, number)
    draft(reader)
    sign_out(reader)
    agree(reader, followed)
    reader.become("agency-nstc")
    reader.open(f"/scope/questions/{number}/")
    reader.page.get_by_role("link", name="公開摘要：").click()
    reader.press("公開")
    reader.told("摘要已公開。")
    sign_out(reader)
    reader.open("/scope/answers/")
    reader.meet("scope-answers")
    reader.page.get_by_role("link", name="衛星用天線次系統").click()
    reader.told("用於衛星，屬項目範疇。")


def ask(reader: Reader) -> tuple[str, str]:
    """Asked from outside; gives back its number, and where it is followed."""
    reader.open("/scope/questions/new/")
    reader.meet("scope-start")
    reader.press("開始填寫")
    reader.page.locator('[name="t1-name"]').fill("甲公司天線次系統")
    reader.page.locator('[name="t1-description"]').fill("供衛星使用的相位陣列天線。")
    reader.page.locator('[name="t1-item"]').select_option("12")
    reader.page.locator('[name="t1-secret"]').fill(SECRET)
    reader.press("下一步")
    reader.tick("公司")
    reader.page.locator('[name="sender"]').fill("林示範")
    reader.page.locator('[name="organisation"]').fill("甲公司")
    reader.page.locator('[name="contact"]').fill("asker@example.org")
    reader.press("下一步")
    reader.told(f"加密說明：{len(SECRET)}字")
    reader.press("送出")
    reader.told("請保存這個網址")
    reader.meet("scope-followed")
    return reader.page.locator(".govuk-panel strong").inner_text(), reader.page.url


def answer(reader: Reader, number: str) -> None:
    """Taken in hand, declared, read on the record, answered."""
    reader.open("/scope/questions/")
    reader.meet("scope-queue")
    reader.page.get_by_role("link", name=number).click()
    reader.press("受理")
    reader.page.get_by_role("button", name="申報有無利益關係").click()
    reader.page.locator('[name="interest"][value="none"]').check()
    reader.press("申報有無利益關係")
    reader.told("已申報。")
    reader.meet("scope-question")
    reader.press("開啟（會留下紀錄）")
    reader.told(SECRET)
    reader.page.get_by_role("link", name="回這件詢問").click()
    reader.page.get_by_role("button", name="答覆", exact=True).click()
    reader.page.locator('[name="a1-verdict"][value="in"]').check()
    reader.page.locator('[name="a1-reasons"]').fill("用於衛星通訊，屬項目範疇。")
    reader.press("答覆並通知詢問人")
    reader.told("已答覆，並通知詢問人。")


def draft(reader: Reader) -> None:
    """A digest that repeats a secret is warned of; put differently it goes to the asker."""
    reader.page.get_by_role("link", name="公開摘要：").click()
    fields = {
        "name_zh": "衛星用天線次系統",
        "name_en": "An antenna subsystem for satellites",
        "reasons_zh": "以特殊摻雜之磷化銦製程製作。",
        "reasons_en": "It is for satellites, so within.",
    }
    for name, words in fields.items():
        reader.page.locator(f'[name="{name}"]').fill(words)
    reader.press("送詢問人表示意見")
    reader.told("這些字句與加密內容相同")
    reader.page.locator('[name="reasons_zh"]').fill("用於衛星，屬項目範疇。")
    reader.press("送詢問人表示意見")
    expect(reader.page.get_by_role("button", name="公開", exact=True)).to_have_attribute(
        "aria-disabled", "true"
    )


def agree(reader: Reader, followed: str) -> None:
    """The asker reads the answer and agrees to the digest."""
    reader.open(followed)
    reader.told("用於衛星通訊，屬項目範疇。")
    reader.meet("scope-answered")
    reader.page.locator('[name="agrees"][value="yes"]').check()
    reader.press("送出意見")
    reader.told("詢問人同意公開")
