"""What the API refuses: each time a problem document in both languages, and nothing written."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from tests import factories
from tests.api.caller import Caller, problem_of
from tests.api.test_main_job import ADDITION

Callers = Callable[[str], Caller]

HUGE = 2**63


@pytest.mark.parametrize(
    "day", ["2025-02-29", "2025-13-01", "20250101", "today", "1899-12-31", "٢٠٢٥-٠١-٠١", ""]
)
def test_a_day_that_does_not_exist_is_named(public: Caller, day: str) -> None:
    assert problem_of(public.get(f"/register?as_of={day}"), 422)["field"] == "as_of"


def test_a_misspelt_parameter_is_no_parameter(public: Caller) -> None:
    assert problem_of(public.get("/register?asof=2023-12-05"), 422)["field"] == "asof"


@pytest.mark.parametrize("address", ["/nothing", "/register/", "/cases/2025-0001/nothing", "/", "/law"])
def test_an_unknown_address_is_a_problem_document(public: Caller, address: str) -> None:
    problem_of(public.get(address), 404)


def test_a_method_that_is_not_taken_names_those_that_are(public: Caller) -> None:
    response = public.send("DELETE", "/register/12")

    problem_of(response, 405)
    assert response["Allow"] == "GET"


def test_head_answers_as_get_does(public: Caller) -> None:
    assert public.send("HEAD", "/register").status_code == 200


@pytest.mark.parametrize(
    "address", [f"/meetings/{HUGE}", f"/items/{10**30}", f"/register/{HUGE}", "/meetings/-1"]
)
def test_a_number_no_table_can_hold_is_refused(caller: Callers, address: str) -> None:
    problem_of(caller("office").get(address), 422)


@pytest.mark.parametrize("number", [2**31, 2**62, 999])
def test_a_number_that_names_nothing_is_not_found(caller: Callers, number: int) -> None:
    for address in ("meetings", "items", "candidates", "pre-announcements", "announcements", "register"):
        problem_of(caller("office").get(f"/{address}/{number}"), 404)


@pytest.fixture(scope="module")
def draft(shared_stage: DjangoDbBlocker) -> int:
    """What comments are asked on."""
    with shared_stage.unblock():
        return factories.pre_announced_case(factories.addition()).pre_announcements.get().pk


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe{}",
        b'{"text": "\xe9"}',
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b'{"text": "\\ud800"}',
        b'{"text": "\\u0000"}',
        b"[" * 100_000,
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": 1}',
        b'{"text": true}',
        b'{"text": null}',
        b'{"text": "a", "more": 1}',
    ],
)
def test_content_that_is_no_such_object_is_refused(public: Caller, draft: int, raw: bytes) -> None:
    before = Act.objects.count()

    response = public.send("POST", f"/pre-announcements/{draft}/comments", raw=raw)

    assert response.status_code in {400, 422}
    problem_of(response, response.status_code)
    assert Act.objects.count() == before


def test_content_larger_than_any_dossier_is_refused(public: Caller) -> None:
    problem_of(public.send("POST", "/law/meeting.quorum", raw=b" " * 13_000_000), 413)


def test_another_media_type_is_refused(public: Caller) -> None:
    response = public.client.post("/api/v1/law/meeting.quorum", b"a=b", "application/x-www-form-urlencoded")

    problem_of(response, 415)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "other"),
        ("name_zh", "名" * 201),
        ("name_zh", "a\x00b"),
        ("technology", "12"),
        ("technology", 12.0),
        ("technology", True),
        ("technology", HUGE),
        ("agency", "NSTC!"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(caller: Callers, field: str, value: object) -> None:
    problem = problem_of(caller("agency-nstc").post("/candidates", ADDITION | {field: value}), 422)

    assert problem["field"] == field
    assert problem["errors"][0]["field"] == field


def test_every_wrong_field_is_told_at_once(caller: Callers) -> None:
    problem = problem_of(caller("agency-nstc").post("/candidates", {"kind": "other"}), 422)

    assert {error["field"] for error in problem["errors"]} >= {"kind", "agency", "name_zh"}


def test_the_language_of_the_reader_is_spoken(public: Caller) -> None:
    chinese = problem_of(public.get("/nothing"), 404)
    english = problem_of(
        public.with_headers(Accept_Language="fr, en-GB;q=0.8, zh;q=0.2").get("/nothing"), 404
    )

    assert chinese["detail"] == chinese["sentence"]["zh"]
    assert english["detail"] == english["sentence"]["en"]
    assert english["title"] == "Not found"


def test_who_is_not_signed_in_is_asked_to(public: Caller) -> None:
    problem_of(public.get("/cases"), 401)
    problem_of(public.post("/candidates", ADDITION), 401)


@pytest.mark.parametrize(
    "value", ["Bearer", "Bearer ", "Bearer é", "Basic b2ZmaWNl", f"Bearer {'x' * 5000}", "x"]
)
def test_an_authorization_that_names_nobody_is_refused(public: Caller, value: str) -> None:
    problem_of(public.with_headers(Authorization=value).get("/me"), 401)


@pytest.mark.parametrize("depth", [10, 100, 400, 900, 5000])
def test_facts_nested_however_deep_get_an_answer(public: Caller, depth: int) -> None:
    raw = b'{"present": ' + b"[" * depth + b"]" * depth + b"}"

    response = public.send("POST", "/law/meeting.quorum", raw=raw)

    assert response.status_code in {400, 422}
    problem_of(response, response.status_code)


def test_a_step_that_belongs_to_somebody_else_is_refused_with_its_ruling(caller: Callers) -> None:
    case = factories.reviewed_case(factories.addition())
    office = caller("office")

    problem = problem_of(office.post(f"/cases/{case.reference}/withdrawal", {"why": "no"}), 403)

    assert problem["ruling"]["question"] == "access.case.withdraw"
    assert problem["ruling"]["articles"] == ["7.1"]


def test_a_wrong_state_is_refused_where_it_stands(caller: Callers) -> None:
    case = factories.reviewed_case(factories.addition())

    problem = problem_of(
        caller("office").post(f"/cases/{case.reference}/check", {"passed": True, "note": "ok"}), 409
    )

    assert problem["ruling"] is None


def test_a_case_of_somebody_else_is_not_there(caller: Callers) -> None:
    case = factories.draft_case(factories.addition())

    for username in ("agency-mnd", "member-05", "announcer"):
        problem_of(caller(username).get(f"/cases/{case.reference}"), 404)
        problem_of(caller(username).post(f"/cases/{case.reference}/submission"), 404)


def test_one_member_named_twice_is_refused(caller: Callers) -> None:
    office, meeting = caller("office"), factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    twice = [{"appointment": 1, "status": "absent"}, {"appointment": 1, "status": "present"}]
    hands = [{"appointment": 1, "choice": "for"}, {"appointment": 1, "choice": "against"}]

    sheet = office.send("PUT", f"/meetings/{meeting.pk}/attendance", {"marks": twice})
    shown = office.post(f"/items/{item.pk}/hands", {"hands": hands})

    assert problem_of(sheet, 422)["field"] == "marks"
    assert problem_of(shown, 422)["field"] == "hands"
