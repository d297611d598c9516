"""The self-check: hints with reasons, figures, marks of secrecy, bad input; and nothing is kept of it."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coretech.apps.scope.checking import LONGEST
from tests.web.page_text import words_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.usefixtures("stage")

FUNGI = "以液體培養大量繁殖香菇菌種，控制溶氧與攪拌"
WRITES = re.compile(r"^\s*(?:INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY)\b", re.IGNORECASE)


@pytest.fixture
def post(visit: Callable[[str], Client]) -> Callable[..., "Response"]:
    client = visit("public")

    def send(text: str, address: str = "/scope/", **more: str) -> "Response":
        return client.post(address, {"text": text, **more})

    return send


Post = Callable[..., "Response"]


def read(page: "Response") -> str:
    return words_of(page.content)


def test_a_description_finds_its_item_with_the_words_that_carried_it(post: Post) -> None:
    page = post(FUNGI)
    words = read(page)

    assert "第15項 農業品種育成及繁養殖技術" in words
    assert "<mark>菌種</mark>" in page.content.decode()
    assert "對任何人都沒有拘束力" in words
    assert 'href="/register/15/follows/"' in page.content.decode()


def test_english_and_simplified_find_the_same_item(post: Post) -> None:
    found = [
        post(text, "/en/scope/") for text in ("post-quantum key exchange for smart cards", "后量子密码芯片")
    ]

    assert all("Item 21 Post-quantum cryptographic protection technology" in read(page) for page in found)
    assert "it binds nobody" in read(found[0])


def test_nothing_is_written_and_nothing_is_kept(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level("DEBUG"),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        page = post(FUNGI, foreign="on")

    assert page.status_code == 200
    assert [each["sql"] for each in queries if WRITES.match(each["sql"])] == []
    assert not any("香菇" in str(each["sql"]) for each in queries)
    assert not any(
        "香菇" in record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert "no-store" in page["Cache-Control"]
    assert (
        page["Referrer-Policy"] == "same-origin"
    )  # with none, a browser's next form has no origin and is refused
    assert "sessionid" not in page.cookies


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post("/scope/", {"text": FUNGI}).status_code == 403


def test_the_text_never_stands_in_an_address(post: Post) -> None:
    page = post(FUNGI).content.decode()

    assert not any(
        "香菇" in address or "%E9%A6%99" in address
        for address in re.findall(r'(?:href|action)="([^"]*)"', page)
    )


def test_figures_read_in_the_text_are_held_against_controls(post: Post) -> None:
    words = read(post("我們開發7奈米FinFET邏輯晶片的製程整合"))

    assert "數字符合" in words
    assert "第18項" in words
    assert "讀自您的描述" in words


def test_what_would_decide_is_named(post: Post) -> None:
    words = read(post("An accelerator chip of ours", "/en/scope/", kind="ai_chip", figure_die_area_mm2="800"))

    assert "What is missing" in words
    assert "Throughput in TOPS with bit length" in words
    assert "has no unit and was taken in mm2" in words


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("使用14製程的邏輯晶片", {}, "沒有單位，沒有採用：「14」"),
        ("7奈米製程與5奈米製程的邏輯晶片", {}, "互相矛盾：「7奈米」、「5奈米」"),
        ("7奈米製程的邏輯晶片", {"kind": "logic", "figure_node_nm": "28 nm"}, "以您填的數字為準"),
        ("GPU，3958 TOPS INT8 sparse", {}, "稀疏運算的數字不計"),
        ("GPU，TPP 5000，989 TFLOPS FP16", {}, "矛盾"),
        ("邏輯晶片", {"kind": "logic", "figure_node_nm": "14 kg"}, "應為數字"),
        ("邏輯晶片", {"kind": "logic", "figure_node_nm": "-14 nm"}, "不得為負數"),
        ("一台600 GB/s的裝置", {}, "看不出這些數字量的是什麼"),
        ("衛星", {}, "您寫得很短"),
        ("the and of", {}, "看不出描述的是什麼"),
        ("😀😀", {}, "看不出描述的是什麼"),
        ("咖啡豆烘焙", {}, "這不表示一定不在範圍內"),
    ],
)
def test_bad_and_bare_input_is_answered_in_words(
    post: Post, text: str, more: dict[str, str], said: str
) -> None:
    page = post(text, **more)

    assert page.status_code == 200
    assert said in read(page)


def test_a_text_that_is_too_long_is_counted_and_not_cut(post: Post) -> None:
    long = "技術" * 50_000
    page = post(long)

    assert page.status_code == 422
    assert f"最多{LONGEST}個字，目前有100000個字" in read(page)
    assert long in page.content.decode()


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_at_all_is_asked_for(post: Post, text: str) -> None:
    assert post(text).status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "本文件列為機密，衛星操控",
        "Company Confidential: satellite",
        "營業秘密：菌種",
        "ＮＤＡ：衛星",
        "商业秘密 卫星",
    ],
)
def test_a_text_that_is_marked_secret_is_not_checked_before_it_is_confirmed(post: Post, text: str) -> None:
    warned, edited, sure = post(text), post(text, step="edit"), post(text, step="sure")

    assert "還沒有檢查" in read(warned)
    assert "可能相關的清單項目" not in read(warned)
    assert "<mark>" in warned.content.decode()
    assert text in edited.content.decode()
    assert "自我檢查的結果" in read(sure)


def test_a_technology_about_secrets_is_no_secret(post: Post) -> None:
    assert "自我檢查的結果" in read(post("計算機密碼學、隨機密鑰與 confidential computing 的後量子密碼保護"))


def test_what_is_written_is_shown_as_text(post: Post) -> None:
    page = post("<script>alert(1)</script> 衛星操控").content.decode()

    assert "<script>alert" not in page


def test_a_kind_opens_its_figures_by_address(visit: Callable[[str], Client]) -> None:
    page = visit("public").get("/scope/?kind=dram")

    assert "半間距" in read(page)
    assert "no-store" in page["Cache-Control"]


def test_foreign_items_come_only_when_asked_for(post: Post) -> None:
    without, asked = (
        read(post("hypersonic detection")),
        read(post("hypersonic detection", foreign="on")),
    )

    assert "外國清單上相近的項目" not in without
    assert "外國清單上相近的項目" in asked


def test_the_next_step_carries_the_description_in_the_form(
    post: Post, visit: Callable[[str], Client]
) -> None:
    hidden = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', post(FUNGI).content.decode())
    )
    asked = visit("public").post("/scope/questions/new/", hidden)

    assert hidden["item"] == "15"
    assert FUNGI in asked.content.decode()
