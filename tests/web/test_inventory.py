"""The inventory's pages: candidates, a new one, and opening a case on it."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.register.models import RegisterItem
from tests import factories
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NEW = "/inventory/new/?kind=identify"
CHANGE = "/inventory/new/?kind=change&item=12&aspect=name"
ADDITION = {
    "agency": "nstc",
    "name_zh": factories.NEW_TECHNOLOGY,
    "name_en": "High-precision satellite attitude control",
    "sector": "space",
    "authority": "nstc",
    "why": "國內衛星需要。",
    "once": "key-1",
}
RENAMING = ADDITION | {"name_zh": factories.NEW_NAME, "ground": "environment_changed"}


def recorded() -> Candidate:
    act = record_candidate(factories.acting("agency-nstc"), factories.addition())
    return Candidate.objects.get(pk=int(act.subject.split("/")[1]))


def test_the_candidates_are_shown_in_both_languages_to_their_agency_and_the_office(visit: Visit) -> None:
    recorded()

    for username in ("agency-nstc", "office"):
        assert factories.NEW_TECHNOLOGY in text_of(visit(username), "/inventory/")
        assert "High-precision satellite attitude control" in text_of(visit(username), "/en/inventory/")
    assert factories.NEW_TECHNOLOGY not in text_of(visit("agency-moea"), "/inventory/")


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "administrator"])
def test_whoever_keeps_no_inventory_sees_none(visit: Visit, username: str) -> None:
    client = visit(username)

    assert [client.get(page).status_code for page in ("/inventory/", "/inventory/new/", NEW)] == [403] * 3
    assert client.post(NEW, ADDITION).status_code == 403


def test_the_questions_come_one_after_the_other(visit: Visit) -> None:
    client = visit("agency-nstc")

    assert "要提出什麼？" in text_of(client, "/inventory/new/")
    assert "擬變更清單第幾項？" in text_of(client, "/inventory/new/?kind=change")
    assert "Which item of the list?" in text_of(client, "/en/inventory/new/?kind=change")
    assert "要變更什麼？" in text_of(client, "/inventory/new/?kind=change&item=12")
    assert "What of it should change?" in text_of(client, "/en/inventory/new/?kind=change&item=12")
    assert "變更事由" not in text_of(client, NEW)
    assert "變更事由" in text_of(client, CHANGE)


def test_a_change_starts_from_what_the_list_says(visit: Visit) -> None:
    page = visit("agency-nstc").get(CHANGE).text

    assert "清單第12項：太空規格主動式相位陣列天線技術" in page
    assert 'value="太空規格主動式相位陣列天線技術"' in page


@pytest.mark.parametrize(
    "query", ["kind=removal", "kind=change&item=99", "kind=change&item=", "kind=change&item=12&aspect=all"]
)
def test_an_answer_that_was_not_offered_is_asked_again(visit: Visit, query: str) -> None:
    page = visit("agency-nstc").get(f"/inventory/new/?{query}")

    assert page.status_code == 422
    assert "請" in words_of(page.content).split("請更正下列各項")[1]


def test_a_new_technology_is_recorded_once_however_often_the_form_is_sent(visit: Visit) -> None:
    client = visit("agency-nstc")

    answers = [client.post(NEW, ADDITION) for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == ["/inventory/"] * 2
    assert Candidate.objects.get().name_zh == factories.NEW_TECHNOLOGY


def test_a_change_names_the_technology_of_its_item_and_the_ground(visit: Visit) -> None:
    visit("agency-nstc").post(CHANGE, RENAMING)

    candidate = Candidate.objects.get()
    assert candidate.kind == "change"
    assert candidate.ground == "environment_changed"
    assert candidate.technology == RegisterItem.objects.get(number=12).technology


@pytest.mark.parametrize(
    ("page", "field", "value", "sentence"),
    [
        (NEW, "name_zh", "", "請填寫「中文名稱」。"),
        (NEW, "name_en", "x" * 301, "最多300個字，目前有301個字"),
        (NEW, "sector", "alchemy", "「領域」請由列出的選項中選擇。"),
        (NEW, "agency", "moea", "「盤點機關」請由列出的選項中選擇。"),
        (NEW, "why", "  ", "請填寫「盤點所見及理由」。"),
        (CHANGE, "ground", "", "請選擇「變更事由」。"),
    ],
)
def test_bad_input_is_told_and_kept_and_nothing_is_written(
    visit: Visit, page: str, field: str, value: str, sentence: str
) -> None:
    answer = visit("agency-nstc").post(page, RENAMING | {field: value})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "國內衛星需要。" in answer.text or field == "why"
    assert not Candidate.objects.exists()


def test_the_office_may_record_for_any_agency(visit: Visit) -> None:
    visit("office").post(NEW, ADDITION | {"agency": "moea"})

    assert Candidate.objects.get().round.agency.code == "moea"


def test_a_case_is_opened_once_and_its_number_takes_the_place_of_the_button(visit: Visit) -> None:
    candidate, client = recorded(), visit("agency-nstc")
    assert "成案</button>" in "".join(client.get("/inventory/").text.split())

    answers = [client.post(f"/inventory/{candidate.pk}/case/", {"once": "key-2"}) for _ in range(2)]

    case = Case.objects.get()
    assert {answer.headers["Location"] for answer in answers} == {f"/cases/{case.reference}/"}
    assert Act.objects.filter(kind="case.opened").count() == 1
    assert f'href="/cases/{case.reference}/"' in client.get("/inventory/").text
    assert client.post(f"/inventory/{candidate.pk}/case/", {"once": "key-3"}).status_code == 409


def test_another_agency_opens_no_case_on_it(visit: Visit) -> None:
    candidate = recorded()

    assert visit("agency-moea").post(f"/inventory/{candidate.pk}/case/").status_code == 403
    assert visit("agency-nstc").post("/inventory/999999/case/").status_code == 404
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("aspect", "asked", "left_out"),
    [
        ("name", ["中文名稱", "英文名稱"], ["領域", "擬任技術主管機關"]),
        ("scope", [], ["中文名稱", "擬任技術主管機關"]),
        ("authority", ["擬任技術主管機關"], ["中文名稱"]),
        ("removal", [], ["中文名稱", "擬任技術主管機關"]),
        ("merge", ["中文名稱", "擬任技術主管機關"], []),
    ],
)
def test_a_change_asks_what_its_aspect_needs_and_no_more(
    visit: Visit, aspect: str, asked: list[str], left_out: list[str]
) -> None:
    page = visit("agency-nstc").get(f"/inventory/new/?kind=change&item=12&aspect={aspect}").text

    assert all(f">{label}" in "".join(page.split()) for label in [*asked, "變更事由"])
    assert not any(f">{label}" in "".join(page.split()) for label in left_out)


def test_a_removal_is_recorded_under_the_name_the_item_has(visit: Visit) -> None:
    sent = {"agency": "nstc", "ground": "environment_changed", "why": "不再需要。", "once": "key-9"}

    visit("agency-nstc").post("/inventory/new/?kind=change&item=12&aspect=removal", sent)

    candidate = Candidate.objects.get()
    assert (candidate.aspect, candidate.name_zh) == ("removal", "太空規格主動式相位陣列天線技術")


def test_what_came_before_is_shown_before_a_candidate_is_recorded(visit: Visit) -> None:
    recorded()
    client = visit("agency-nstc")

    first = client.post(NEW, ADDITION)
    shown, counted = words_of(first.content), Candidate.objects.count()
    second = client.post(NEW, ADDITION | {"known": "yes"})

    assert "先前已有相近的提案" in shown
    assert (counted, Candidate.objects.count(), second.status_code) == (1, 2, 302)
