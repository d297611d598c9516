"""The pages of requests: anybody asks, the secret page answers, the authority decides."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from coretech.apps.audit.links import secret_of
from coretech.apps.cases.models import Case
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.people.senders import MOST_A_DAY
from tests.factories import requests_factories as requests
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NEW = "/requests/new/"
PATH = ("kind", "wish", "item", "text", "sender")
ANSWERS = {
    "kind": "holder_request",
    "wish": "scope",
    "item": "12",
    "text": requests.TEXT,
    "no_secrets": "on",
    "sender": requests.SENDER,
    "organisation": "",
    "contact": requests.CONTACT,
}
NOVEL = {field: value for field, value in ANSWERS.items() if field != "item"} | {
    "wish": "identify",
    "authority": "moea",
}


def whole(answers: dict[str, str], path: tuple[str, ...] = PATH, **control: str) -> dict[str, object]:
    return {**answers, "answered": list(path), **control}


def hidden_of(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_the_start_page_says_what_to_know_first_in_both_languages(visit: Visit) -> None:
    client = visit("public")

    assert "請勿寫入營業秘密" in text_of(client, NEW)
    assert "辦法沒有規定期限" in text_of(client, NEW)
    assert "民國114年8月1日" in text_of(client, NEW)
    assert "the regulation sets none" in text_of(client, f"/en{NEW}")


def test_one_question_follows_the_other_and_carries_the_answers_along(visit: Visit) -> None:
    client, sent = visit("public"), dict[str, object]()
    own = {
        "kind": ("kind",),
        "wish": ("wish",),
        "item": ("item",),
        "text": ("text", "no_secrets"),
        "sender": ("sender", "organisation", "contact"),
    }
    for name in PATH:
        page = client.post(NEW, sent)
        assert page.status_code == 200
        carried = hidden_of(page.text)
        assert carried["answered"][-1] == name
        sent = {**carried, **{field: ANSWERS[field] for field in own[name]}}
    page = client.post(NEW, sent)

    words = words_of(page.content)
    assert "送出前確認" in words
    for answer in ("持有者請求", "12. 太空規格主動式相位陣列天線技術", requests.TEXT, requests.CONTACT):
        assert answer in words


def test_whoever_comes_from_a_scope_question_finds_its_number_in_the_text(visit: Visit) -> None:
    client = visit("public")
    carried = hidden_of(client.get(f"{NEW}?question=114-Q-0007").text)
    page = client.post(NEW, {**carried, **whole(ANSWERS, ("kind", "wish", "item")), "text": ""})
    forged = client.get(NEW, {"question": "<b>114-Q-0007"}).text

    assert carried["question"] == ["114-Q-0007"]
    assert "承範疇詢問114-Q-0007：" in page.text
    assert hidden_of(page.text)["question"] == ["114-Q-0007"]
    assert "question" not in hidden_of(forged)


def test_no_answer_stands_in_an_address(visit: Visit) -> None:
    page = visit("public").post(NEW, whole(ANSWERS))

    assert 'method="get"' not in page.text
    assert "?" not in "".join(re.findall(r'action="([^"]*)"', page.text))


def test_each_answer_can_be_changed_from_the_check_page_and_the_others_stay(visit: Visit) -> None:
    page = visit("public").post(NEW, whole(ANSWERS, change="text"))

    assert page.status_code == 200
    assert requests.TEXT in page.text
    carried = hidden_of(page.text)
    assert carried["contact"] == [requests.CONTACT]
    assert set(carried["answered"]) == set(PATH)


def test_sent_twice_it_comes_in_once_and_leads_to_the_secret_page(visit: Visit) -> None:
    client = visit("public")

    answers = [client.post(NEW, whole(ANSWERS, step="send", once="key-1")) for _ in range(2)]

    request = Request.objects.get()
    address = f"/requests/follow/{secret_of(request.subject)}/"
    assert [answer.headers["Location"] for answer in answers] == [address] * 2
    assert (request.number, request.aspect, request.authority.code) == ("114-R-0001", "scope", "nstc")
    assert request.technology is not None


def test_something_new_goes_to_the_agency_that_was_chosen(visit: Visit) -> None:
    path = ("kind", "wish", "authority", "text", "sender")
    visit("public").post(NEW, whole(NOVEL, path, step="send"))

    request = Request.objects.get()
    assert (request.technology, request.aspect, request.authority.code) == (None, "", "moea")


def test_who_is_not_sure_what_should_change_may_say_so(visit: Visit) -> None:
    visit("public").post(NEW, whole(ANSWERS | {"wish": "unsure"}, step="send"))

    assert Request.objects.get().aspect == ""


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "請選擇「您要提出什麼？」。"),
        ("wish", "colour", "請由列出的選項中選擇"),
        ("item", "99", "請由列出的選項中選擇"),
        ("text", " ", "請填寫「請說明技術與理由」。"),
        ("text", "x" * 5001, "最多5000個字，目前有5001個字"),
        ("no_secrets", "", "請勾選「以上內容沒有營業秘密或國家機密」。"),
        ("sender", "", "請填寫「姓名」。"),
        ("contact", "nobody", "請填寫完整的電子郵件信箱"),
    ],
)
def test_a_wrong_answer_is_asked_again_and_the_others_are_kept(
    visit: Visit, field: str, value: str, sentence: str
) -> None:
    page = visit("public").post(NEW, whole(ANSWERS | {field: value}, step="send"))

    assert page.status_code == 422
    assert sentence in words_of(page.content)
    assert not Request.objects.exists()
    kept = requests.CONTACT if field != "contact" else requests.SENDER
    assert kept in page.text


def test_a_flood_is_told_so(visit: Visit) -> None:
    for _ in range(MOST_A_DAY):
        requests.received()

    page = visit("public").post(NEW, whole(ANSWERS, step="send"))

    assert page.status_code == 429
    assert "一天至多送出5件" in words_of(page.content)


def test_the_secret_page_tells_state_and_reasons_and_no_name(visit: Visit) -> None:
    request, client = requests.received(), visit("public")
    address = f"/requests/follow/{secret_of(request.subject)}/"
    before = client.get(address)
    assert "114-R-0001" in words_of(before.content)
    assert f"http://testserver{address}" in before.text
    assert before.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in before.headers["Cache-Control"]

    requests.taken_up(request)

    for prefix, said in (("", "主管機關已有決定"), ("/en", "The authority has decided")):
        page = words_of(client.get(f"{prefix}{address}").content)
        assert said in page
        assert "值得提報。" in page
        assert requests.SENDER not in page
        assert requests.CONTACT not in page


def test_a_wrong_address_finds_nothing(visit: Visit) -> None:
    requests.received()

    assert visit("public").get("/requests/follow/not-the-secret/").status_code == 404


def test_the_inbox_shows_the_late_ones_first_to_the_authority_and_the_office(visit: Visit) -> None:
    requests.received()
    requests.received(None, authority="moea")

    assert "114-R-0001" in text_of(visit("agency-nstc"), "/requests/")
    assert "114-R-0002" not in text_of(visit("agency-nstc"), "/requests/")
    both = text_of(visit("office"), "/en/requests/")
    assert both.index("114-R-0001") < both.index("114-R-0002")
    assert "A technology that is not on the list" in both


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "administrator"])
def test_nobody_else_opens_the_inbox_or_a_request(visit: Visit, username: str) -> None:
    requests.received()
    client = visit(username)

    assert client.get("/requests/").status_code == 403
    assert client.get("/requests/114-R-0001/").status_code == 404
    assert client.post("/requests/114-R-0001/decline/", {"reason": "x"}).status_code == 404


def test_the_office_reads_a_request_and_leaves_the_decision_to_the_authority(visit: Visit) -> None:
    requests.received()
    page = visit("office").get("/requests/114-R-0001/")

    assert requests.CONTACT in page.text
    assert "尚不能辦理" in words_of(page.content)
    assert visit("office").post("/requests/114-R-0001/decline/", {"reason": "x"}).status_code == 403


def test_the_authority_reads_who_asked_and_what_the_law_leaves_open(visit: Visit) -> None:
    requests.received()
    page = text_of(visit("agency-nstc"), "/requests/114-R-0001/")

    for words in (requests.SENDER, requests.CONTACT, requests.TEXT, "裁量", "收到請求即有處理義務"):
        assert words in page


def test_taking_it_up_starts_from_what_the_list_says_and_offers_the_case(visit: Visit) -> None:
    requests.received()
    client = visit("agency-nstc")
    address = "/requests/114-R-0001/take-up/"
    page = client.get(address)
    assert 'value="太空規格主動式相位陣列天線技術"' in page.text

    form = {"name_zh": "新名稱", "name_en": "New name", "sector": "space", "authority": "nstc"}
    client.post(address, form | {"aspect": "scope", "reason": "值得提報。", "once": "key-2"})

    candidate = Candidate.objects.get()
    assert candidate.name_zh == "新名稱"
    after = client.get("/requests/114-R-0001/").text
    assert f'action="/inventory/{candidate.pk}/case/"' in after
    client.post(f"/inventory/{candidate.pk}/case/", {"once": "key-3"})
    assert Case.objects.get().reference in client.get("/requests/114-R-0001/").text


def test_something_new_is_taken_up_without_a_part_that_changes(visit: Visit) -> None:
    requests.received(None)
    client = visit("agency-nstc")
    form = {"name_zh": "新技術", "name_en": "New", "sector": "space", "authority": "nstc", "reason": "可。"}

    assert "要變更什麼" not in text_of(client, "/requests/114-R-0001/take-up/")
    client.post("/requests/114-R-0001/take-up/", form)

    assert Candidate.objects.get().kind == "identify"


def test_declining_asks_for_reasons_and_a_second_decision_is_closed(visit: Visit) -> None:
    requests.received()
    client = visit("agency-nstc")
    address = "/requests/114-R-0001/decline/"

    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": "範疇已包含。"}).headers["Location"] == "/requests/114-R-0001/"
    assert "範疇已包含。" in text_of(client, "/requests/114-R-0001/")
    assert client.post(address, {"reason": "again"}).status_code == 409
    assert "已有決定" in text_of(client, "/requests/114-R-0001/take-up/")
