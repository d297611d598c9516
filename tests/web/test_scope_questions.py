"""The pages of official questions: anybody asks, the secret page answers, the authority handles, digests are public."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.scope import keeping
from coretech.apps.scope.models import Question
from coretech.apps.scope.operations.ask_back import ask_back
from coretech.apps.scope.operations.declare_interest_in_question import declare_interest_in_question
from coretech.apps.scope.operations.name_reader import name_reader
from tests import factories
from tests.factories import scope_factories as scope
from tests.web.page_text import text_of, words_of
from tests.web.test_requests import hidden_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NEW = "/scope/questions/new/"
ONE = "/scope/questions/114-Q-0001/"
FIRST = {
    "t1-name": "天線次系統",
    "t1-description": "供衛星使用的相位陣列天線。",
    "t1-figures": "頻率：30 GHz",
    "t1-item": "12",
    "t1-other_item": "",
    "t1-secret": scope.SECRET,
}
ASKER = {
    "asker": "company",
    "sender": scope.SENDER,
    "organisation": scope.COMPANY,
    "contact": scope.CONTACT,
}


def whole(answered: tuple[str, ...] = ("t1", "sender"), /, **more: str) -> dict[str, object]:
    return {**FIRST, **ASKER, "answered": list(answered), **more}


def test_the_start_page_says_what_to_know_first_in_both_languages(visit: Visit) -> None:
    client = visit("public")

    assert "法律未定答覆期限" in text_of(client, NEW)
    assert "民國114年7月2日" in text_of(client, NEW)
    assert "No law sets a time" in text_of(client, f"/en{NEW}")


def test_one_question_follows_the_other_and_carries_the_answers_along(visit: Visit) -> None:
    client = visit("public")
    page = client.post(NEW, {})
    assert hidden_of(page.text)["answered"] == ["t1"]
    page = client.post(NEW, FIRST | {"answered": "t1"})
    carried = hidden_of(page.text)
    assert carried["answered"] == ["t1", "sender"]
    assert carried["t1-secret"] == [scope.SECRET]

    words = words_of(client.post(NEW, {**carried, **ASKER}).content)

    assert "送出前確認" in words
    assert f"加密說明：{len(scope.SECRET)}字" in words
    assert scope.SECRET not in words
    assert not Question.objects.exists()


def test_what_the_self_check_brought_stands_in_the_first_question(visit: Visit) -> None:
    page = visit("public").post(NEW, {"description": "磷化銦功率放大器", "item": "12"})

    assert "磷化銦功率放大器" in page.text
    assert '<option value="12" selected>' in page.text
    assert "description" not in hidden_of(page.text)


def test_a_technology_is_added_changed_and_taken_out(visit: Visit) -> None:
    client = visit("public")
    page = client.post(NEW, whole(step="add"))
    assert hidden_of(page.text)["answered"] == ["t1", "sender", "t2"]
    second = {"t2-name": "地面站", "t2-description": "接收站。", "t2-item": "", "t2-other_item": ""}
    both = whole(("t1", "t2", "sender")) | second
    assert "地面站" in words_of(client.post(NEW, both).content)

    changed = client.post(NEW, both | {"change": "t2"})
    assert 'value="地面站"' in changed.text
    assert "地面站" not in client.post(NEW, both | {"remove": "t2"}).text


def test_the_agency_is_asked_for_only_where_the_items_do_not_say(visit: Visit) -> None:
    client = visit("public")
    unsure = whole(**{"t1-item": ""})

    page = client.post(NEW, unsure)
    assert hidden_of(page.text)["answered"][-1] == "authority"
    path = ("t1", "authority", "sender")
    client.post(NEW, whole(path, step="send", **{"t1-item": "", "authority": "moea"}))

    assert Question.objects.get().authority.code == "moea"


def test_sent_twice_it_comes_in_once_and_leads_to_the_secret_page(visit: Visit) -> None:
    client = visit("public")

    answers = [client.post(NEW, whole(step="send", once="key-1")) for _ in range(2)]

    question = Question.objects.get()
    address = f"/scope/questions/follow/{scope.secret(question)}/"
    assert [answer.headers["Location"] for answer in answers] == [address] * 2
    page = client.get(address)
    assert "114-Q-0001" in words_of(page.content)
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    assert scope.SENDER not in page.text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("t1-name", "", "請填寫「技術名稱」。"),
        ("t1-description", "機密文件：製程參數", "說明中有「機密文件」等字樣"),
        ("t1-item", "99", "請由列出的選項中選擇"),
        ("organisation", "", "請填寫機構名稱。"),
        ("contact", "nobody", "請填寫完整的電子郵件信箱"),
    ],
)
def test_a_wrong_answer_is_asked_again(visit: Visit, field: str, value: str, sentence: str) -> None:
    page = visit("public").post(NEW, whole(step="send", **{field: value}))

    assert page.status_code == 422
    assert sentence in words_of(page.content)
    assert not Question.objects.exists()


def test_a_marked_text_goes_out_once_its_asker_confirms_that_it_holds_no_secret(visit: Visit) -> None:
    marked = {"t1-description": "文件標示機密等級之管理系統", "t1-no_secrets": "on"}

    visit("public").post(NEW, whole(step="send", **marked))

    assert Question.objects.exists()


def test_the_asker_replies_hands_in_a_file_and_withdraws_at_the_secret_address(visit: Visit) -> None:
    question, client = scope.in_hand(), visit("public")
    ask_back(factories.acting("agency-nstc"), question.number, "頻段為何？")
    address = f"/scope/questions/follow/{scope.secret(question)}/"
    assert "頻段為何？" in text_of(client, address)
    assert "The authority asks you" in text_of(client, f"/en{address}")

    client.post(address, {"step": "reply", "text": "Ka頻段。"})
    file = SimpleUploadedFile("a.txt", "良率紀錄".encode())
    client.post(address, {"step": "hand_in", "title": "紀錄", "file": file})
    broken = SimpleUploadedFile("b.bin", b"\xff\xfe\x00")
    refused = client.post(address, {"step": "hand_in", "title": "壞檔", "file": broken})
    empty = client.post(address, {"step": "hand_in", "title": "空白"})

    question.refresh_from_db()
    assert question.state == "in_hand"
    assert keeping.text_of(question.sealed_texts.get(title="紀錄")) == "良率紀錄"
    assert "UTF-8" in words_of(refused.content)
    assert "請填寫內容，或選擇檔案。" in words_of(empty.content)
    assert client.post(address, {"step": "withdraw", "why": ""}).status_code == 302
    assert "已撤回" in text_of(client, address)


def test_the_queue_and_the_question_open_to_the_authority_and_the_office_alone(visit: Visit) -> None:
    scope.received()

    for username in ("agency-nstc", "office"):
        assert "114-Q-0001" in text_of(visit(username), "/scope/questions/")
        assert scope.CONTACT in text_of(visit(username), f"/en{ONE}")
    for username in ("member-02", "announcer", "administrator"):
        assert visit(username).get("/scope/questions/").status_code == 403
        assert visit(username).get(ONE).status_code == 404
    assert scope.CONTACT not in text_of(visit("agency-moea"), "/scope/questions/")


def test_an_officer_takes_it_declares_opens_the_secret_and_answers(visit: Visit) -> None:
    scope.received()
    client = visit("agency-nstc")
    text = Question.objects.get().sealed_texts.get().pk
    secret = f"{ONE}secrets/{text}/"
    assert client.post(secret).status_code == 403

    client.post(f"{ONE}take/", {"once": "take"})
    assert client.post(f"{ONE}declare/", {"interest": "interest", "text": ""}).status_code == 422
    client.post(f"{ONE}declare/", {"interest": "none"})
    opened = client.post(secret, {"once": "open"})
    client.post(secret, {"once": "open"})

    assert scope.SECRET in words_of(opened.content)
    assert "no-store" in opened.headers["Cache-Control"]
    assert Act.objects.filter(kind="question.secret_opened").count() == 1
    assert client.get(secret).status_code == 405
    needs = client.post(f"{ONE}answer/", {"a1-verdict": "in", "a1-item": "", "a1-reasons": "屬之。"})
    assert needs.status_code == 422
    assert "請指明是哪一項" in words_of(needs.content)
    said = {"a1-verdict": "in", "a1-item": "12", "a1-reasons": "用於衛星。", "a1-valid_until": "115.12.31"}
    assert client.post(f"{ONE}answer/", said).headers["Location"] == ONE
    followed = text_of(visit("public"), f"/en/scope/questions/follow/{scope.secret(Question.objects.get())}/")
    for words in ("In scope", "用於衛星。", "valid until"):
        assert words in followed


def test_the_steps_are_pages_that_ask_or_say_why_they_are_closed(visit: Visit) -> None:
    question, client = scope.in_hand(), visit("agency-nstc")
    client.post(f"{ONE}name/", {"username": "panel-nstc-02"})
    assert client.post(f"{ONE}name/", {"username": "nobody"}).status_code == 422
    client.post(f"{ONE}ask-back/", {"text": "請說明頻段。"})

    assert "尚不能辦理" in text_of(client, f"{ONE}ask-back/")
    assert "Closed" in text_of(client, f"/en{ONE}transfer/")
    assert "請說明頻段。" in text_of(client, ONE)
    assert question.readers.count() == 2


def test_an_expert_reads_what_they_are_named_to_and_gives_an_opinion(visit: Visit) -> None:
    question = scope.in_hand()
    name_reader(factories.acting("agency-nstc"), question.number, "panel-nstc-02")
    declare_interest_in_question(factories.acting("panel-nstc-02"), question.number, interest=False)
    client = visit("panel-nstc-02")
    assert "提出意見" in text_of(client, ONE)

    client.post(f"{ONE}advise/1/", {"verdict": "out", "text": "僅為一般規格。"})

    assert "僅為一般規格。" in text_of(visit("agency-nstc"), ONE)
    assert "僅為一般規格。" not in text_of(visit("office"), ONE)


def test_a_digest_is_drafted_put_to_the_asker_and_published_for_everybody(visit: Visit) -> None:
    question, client, public = scope.answered(), visit("agency-nstc"), visit("public")
    page = f"{ONE}digest/1/"
    draft = {"name_zh": "天線", "name_en": "An antenna", "reasons_en": "Within.", "step": "draft"}
    warned = client.post(page, draft | {"reasons_zh": "以特殊摻雜之磷化銦製程製作。"})
    assert "與加密內容相同" in words_of(warned.content)
    client.post(page, draft | {"reasons_zh": "用於衛星。"})
    assert "尚不能辦理" in text_of(client, page)
    follow = f"/scope/questions/follow/{scope.secret(question)}/"
    assert public.post(follow, {"step": "digest", "number": "114-D-0001", "agrees": "no"}).status_code == 422

    public.post(follow, {"step": "digest", "number": "114-D-0001", "agrees": "yes"})
    assert client.post(page, {"step": "publish"}).headers["Location"] == "/scope/answers/114-D-0001/"

    assert "用於衛星。" in text_of(public, "/scope/answers/114-D-0001/")
    assert "An antenna" in text_of(public, "/en/scope/answers/?q=antenna&item=12")
    assert "114-D-0001" not in text_of(public, "/scope/answers/?q=nothing")
    assert "相位陣列" in text_of(public, "/register/12/")
    assert "天線：屬項目範疇" in text_of(public, "/register/12/")
    assert scope.COMPANY not in text_of(public, "/scope/answers/114-D-0001/")


def test_an_answer_that_is_not_published_is_not_there(visit: Visit) -> None:
    digest = scope.drafted(scope.answered())

    assert visit("public").get(f"/scope/answers/{digest.number}/").status_code == 404
    assert visit("public").get("/scope/answers/?q=%00&item=999999999999").status_code == 200
