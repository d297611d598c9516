"""What is published of a comment holds no personal data; the Office takes it out, and what came stays with it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.cases.models import Comment
from coretech.apps.cases.operations.comment import MOST_A_MINUTE, comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.queries import answered_comments
from coretech.apps.cases.redaction import Kind, find_personal_data, told
from tests import factories
from tests.apps.refusing import refused
from tests.factories import consultation_factories as made

TEXT = "請說明適用範圍。聯絡：王大明 0912-345-678"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("寄到 a.b+c@example.org 即可", Kind.EMAIL, "a.b+c@example.org"),
        ("ａ＠ｅｘａｍｐｌｅ．ｏｒｇ", Kind.EMAIL, "a@example.org"),
        ("身分證A123456789。", Kind.IDENTITY, "A123456789"),
        ("居留證 AB12345678", Kind.IDENTITY, "AB12345678"),
        ("新式 a812345678", Kind.IDENTITY, "a812345678"),
        ("電話０９１２－３４５－６７８", Kind.TELEPHONE, "0912-345-678"),
        ("(02) 2345-6789 分機3", Kind.TELEPHONE, "(02) 2345-6789"),
        ("037-123456", Kind.TELEPHONE, "037-123456"),
        ("+886 912 345 678", Kind.TELEPHONE, "+886 912 345 678"),
        ("+886-2-2345-6789", Kind.TELEPHONE, "+886-2-2345-6789"),
    ],
)
def test_addresses_and_numbers_of_people_are_found(text: str, kind: Kind, words: str) -> None:
    assert [(found.kind, found.words) for found in find_personal_data(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "民國114年11月24日（2025-11-24）預告，文號科會科辦字第1140080123號",
        "頻寬 0.35 GHz，解析度 0.5 m，ISO 9001:2015、2024-06-02 10:30:45",
        "專利 US10234567B2、TWI654321B、案號 2025-0001",
        "12,345,678 元",
        "第5條第3項，出席14人、贊成11人",
    ],
)
def test_figures_days_and_document_numbers_are_not_personal(text: str) -> None:
    assert find_personal_data(text) == []


@pytest.mark.parametrize(
    ("text", "sender", "contact", "kinds"),
    [
        ("我是王 大明", "王大明", "", [Kind.SENDER]),
        ("本公司示範衛星公司反對", "示範衛星公司", "", [Kind.SENDER]),
        ("written by JANE  DOE", "Jane Doe", "", [Kind.SENDER]),
        ("the ANNouncement", "Ann", "", []),
        ("王道", "王", "", []),
        ("臉書：some.one", "", "some.one", [Kind.CONTACT]),
        ("不相干", "王大明", "0912345678", []),
    ],
)
def test_the_sender_s_own_details_are_found(text: str, sender: str, contact: str, kinds: list[Kind]) -> None:
    assert [found.kind for found in find_personal_data(text, sender, contact)] == kinds


@given(st.text(max_size=60), st.from_regex(r"09[0-9]{8}", fullmatch=True), st.text(max_size=60))
def test_a_mobile_number_is_found_wherever_it_stands_by_itself(before: str, number: str, after: str) -> None:
    found = find_personal_data(f"{before}\u3001{number}\u3001{after}")

    assert number in {each.words for each in found}


@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_found_can_be_said(text: str, sender: str, contact: str) -> None:
    found = find_personal_data(f"{text} a@example.org", sender, contact)

    sentence = told(found)
    assert found
    assert all(each.words in sentence.zh and each.words in sentence.en for each in found)


@pytest.mark.usefixtures("stage")
def test_a_comment_with_personal_data_is_published_only_as_edited() -> None:
    received = made.commented(TEXT, "王大明", "0912-345-678")
    office = factories.acting("office")

    refusal = refused(lambda: dispose_comment(office, received.pk, "noted", "已納入。"))
    assert refusal.field == "published_text"
    assert "王大明" in refusal.sentence.zh
    assert "0912-345-678" in refusal.sentence.en

    act = dispose_comment(office, received.pk, "noted", "已納入。", "請說明適用範圍。聯絡：○○○")
    published = answered_comments(received.pre_announcement).get()
    assert published.public_text == "請說明適用範圍。聯絡：○○○"
    assert Comment.objects.get().text == TEXT
    assert act.public == {"disposition": "noted", "edited": True}
    assert "○" not in bytes(act.leaf).decode()


@pytest.mark.usefixtures("stage")
def test_a_reply_with_the_sender_s_name_is_refused() -> None:
    received = made.commented("請說明適用範圍。", "王大明")

    refusal = refused(
        lambda: dispose_comment(factories.acting("office"), received.pk, "noted", "王大明先生您好")
    )

    assert refusal.field == "reply"


@pytest.mark.usefixtures("stage")
def test_a_comment_without_personal_data_is_published_as_it_came() -> None:
    received = made.commented("第一行\r\n第二行")

    act = dispose_comment(factories.acting("office"), received.pk, "noted", "謝謝。", "第一行\n第二行")

    received.refresh_from_db()
    assert received.published_text == ""
    assert received.public_text == received.text
    assert act.public["edited"] is False


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("text", ["", "  ", "字" * 5001])
def test_what_is_published_is_neither_nothing_nor_too_much(text: str) -> None:
    received = made.commented("請說明。")

    refusal = refused(
        lambda: dispose_comment(factories.acting("office"), received.pk, "noted", "謝謝。", text)
    )

    assert refusal.field == "published_text"


@pytest.mark.usefixtures("stage")
def test_a_flood_of_comments_is_slowed_down_and_those_before_it_stay() -> None:
    draft = made.commented("第一則").pre_announcement
    by = factories.acting("public")
    for number in range(MOST_A_MINUTE - 1):
        comment(by, draft.pk, f"意見{number}")

    refusal = refused(lambda: comment(by, draft.pk, "再一則"))

    assert refusal.status == 429
    assert draft.comments.count() == MOST_A_MINUTE
    comment(factories.acting("public", factories.DAY + dt.timedelta(days=1)), draft.pk, "隔日")
