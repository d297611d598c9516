"""The list, its items and what changed, as anybody reads them."""

import datetime as dt

import pytest
from django.test import Client

from coretech.apps.register.operations.announce import Notice, announce
from tests import factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

OLD_NAME = "太空規格主動式相位陣列天線技術"
EFFECTIVE = dt.date(2025, 9, 1)


@pytest.fixture
def renamed(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    """Item 12 under its new name since the first of September, announced the day before."""
    case = factories.pre_announced_case(factories.renaming())
    announced = dt.date(2025, 8, 31)
    announce(
        factories.acting("announcer", announced),
        Notice((case.reference,), "示範字第1號", announced, EFFECTIVE),
    )


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/",
            (
                "今日有效的清單",
                "國防科技（6項）",
                "太空（8項）",
                "網路主動防禦技術",
                "民國112年12月5日（2023-12-05）",
            ),
        ),
        ("/en/", ("The list in force today", "Defence technology (6)", "Active network defence technology")),
        ("/register/", ("查某一天的清單", "共22項。", "國家科學及技術委員會")),
        ("/en/register/", ("the list on any day", "22 items.", "National Science and Technology Council")),
        (
            "/register/12/",
            ("第12項", OLD_NAME, "現行有效", "審議會審議通過", "民國112年11月14日（2023-11-14）"),
        ),
        ("/en/register/12/", ("Item 12", "Space-grade active phased-array antenna", OLD_NAME, "In force")),
        ("/register/12/versions/1/", ("第12項第1版", "公告文號", "來源未載明")),
        ("/en/register/12/versions/1/", ("Item 12, version 1", "Not given in the source", "ROC 112")),
        ("/changes/", ("清單的變更", "第1次公告", "新增（22項）")),
        ("/en/changes/", ("What changed on the list", "Announcement no. 1", "Added (22)")),
    ],
)
def test_anybody_reads_the_list_in_both_languages(
    client: Client, address: str, words: tuple[str, ...]
) -> None:
    text = text_of(client, address)

    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(
    "day", ["2023-12-05", "112.12.5", "民國112年12月5日", "112/12/05", "１１２．１２．５"]
)
def test_a_day_may_be_asked_for_in_either_calendar(client: Client, day: str) -> None:
    assert "民國112年12月5日（2023-12-05）的清單" in text_of(client, f"/register/?as_of={day}")


def test_before_the_first_list_the_list_is_empty_and_says_since_when_there_is_one(client: Client) -> None:
    text = text_of(client, "/register/?as_of=2023-12-04")

    assert "清單上沒有任何項目。 第一份清單自民國112年12月5日（2023-12-05）起生效。" in text
    assert "衝壓引擎技術" not in text


def test_a_list_nobody_knew_of_yet_is_empty_and_says_so(client: Client) -> None:
    text = text_of(client, "/en/register/?as_of=2024-01-01&known_at=2023-12-04")

    assert "At that time the first list was not on the record yet." in text


def test_a_day_that_lies_ahead_is_answered_with_a_word_of_caution(client: Client) -> None:
    assert "這一天還沒到" in text_of(client, "/register/?as_of=9999-12-31&known_at=9999-12-31")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/register/?as_of=2025-02-30", "填的2025-02-30在曆法上沒有這一天"),
        ("/en/register/?as_of=114.2.30", "There is no such day as 114.2.30."),
        ("/register/?known_at=yesterday", "不是日期"),
        ("/en/changes/?from=2025-13-01&to=2025-12-01", "There is no such day as 2025-13-01."),
        ("/changes/?from=2025-01-02&to=2025-01-01", "「到」不能早於「從」"),
        ("/changes/?from=2025-01-02", "請填寫「到」"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_a_sentence(
    client: Client, address: str, sentence: str
) -> None:
    assert sentence in text_of(client, address, status=422)


def test_a_name_printed_damaged_stands_corrected_with_its_source(client: Client) -> None:
    listed, item = text_of(client, "/register/"), text_of(client, "/register/11/")

    assert "名稱已更正 來源印作「太空規格光學酬載系統之設計、製造與」（缺損）" in listed
    assert "52wei.cc/post/160690.html" in listed
    assert "更正後名稱 太空規格光學酬載系統之設計、製造與整合技術" in item


@pytest.mark.parametrize(
    "address",
    ["/register/99/", "/register/12/versions/2/", f"/register/{10**30}/", f"/register/12/versions/{10**30}/"],
)
def test_what_the_list_never_had_is_not_found(client: Client, address: str) -> None:
    assert "找不到這一頁" in text_of(client, address, status=404)


@pytest.mark.usefixtures("renamed")
def test_the_old_version_stays_readable_beside_the_new_one(client: Client) -> None:
    item = text_of(client, "/register/12/")
    old = text_of(client, "/register/12/versions/1/")

    assert (
        item.index("生效：第2版（變更名稱）")
        < item.index("文號：示範字第1號")
        < item.index("生效：第1版（新增）")
    )
    assert "非現行版本 民國112年12月5日（2023-12-05）至民國114年8月31日（2025-08-31）" in old


@pytest.mark.usefixtures("renamed")
def test_the_list_of_a_day_shows_the_name_of_that_day(client: Client) -> None:
    before = text_of(client, "/register/?as_of=2025-08-31")
    after = text_of(client, "/register/?as_of=2025-09-01")

    assert (OLD_NAME in before, factories.NEW_NAME in before) == (True, False)
    assert (OLD_NAME in after, factories.NEW_NAME in after) == (False, True)


@pytest.mark.usefixtures("renamed")
def test_what_was_recorded_later_is_left_out_of_what_was_known_earlier(client: Client) -> None:
    text = text_of(client, "/register/?as_of=2025-09-01&known_at=2025-08-30")

    assert (OLD_NAME in text, factories.NEW_NAME in text) == (True, False)


@pytest.mark.usefixtures("renamed")
def test_two_days_are_compared_name_by_name(client: Client) -> None:
    text = text_of(client, "/changes/?from=114.8.31&to=114.9.1")

    assert "變更名稱（1項）" in text
    assert f"原名「{OLD_NAME}」，改為「{factories.NEW_NAME}」" in text


def test_the_list_of_two_equal_days_is_the_same(client: Client) -> None:
    assert "清單相同" in text_of(client, "/changes/?from=2024-01-01&to=2024-12-31")


def test_the_list_is_read_and_never_written_to(client: Client) -> None:
    assert {client.post(address).status_code for address in ("/", "/register/", "/changes/")} == {405}
