"""Writing safely: once per key, on the version that was seen, with a token or a session that proves itself."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act
from tests import factories
from tests.api.caller import Caller, json_of, problem_of
from tests.api.test_main_job import ADDITION

Callers = Callable[[str], Caller]


def test_a_request_sent_twice_with_its_key_is_done_once(caller: Callers) -> None:
    agency = caller("agency-nstc").with_headers(Idempotency_Key="8e03978e-40d5-43dd-bc93-6894a57f9324")

    first, second = agency.post("/candidates", ADDITION), agency.post("/candidates", ADDITION)

    assert (first.status_code, second.status_code) == (201, 200)
    assert json_of(first) == json_of(second)


def test_a_key_cannot_stand_for_two_different_requests(caller: Callers) -> None:
    agency = caller("agency-nstc").with_headers(Idempotency_Key="one")
    agency.done("/candidates", ADDITION)

    problem = problem_of(agency.post("/candidates", ADDITION | {"why": "another"}), 422)

    assert problem["field"] == "Idempotency-Key"


def test_two_strangers_may_use_the_same_key(public: Caller) -> None:
    draft = factories.pre_announced_case(factories.addition()).pre_announcements.get()
    keyed = public.with_headers(Idempotency_Key="1")

    first = keyed.post(f"/pre-announcements/{draft.pk}/comments", {"text": "one"})
    second = keyed.post(f"/pre-announcements/{draft.pk}/comments", {"text": "two"})

    assert (first.status_code, second.status_code) == (201, 201)


@pytest.mark.parametrize("key", ["", " ", "a b", "é", "x" * 256])
def test_a_key_of_another_form_is_refused(caller: Callers, key: str) -> None:
    response = caller("agency-nstc").with_headers(Idempotency_Key=key).post("/candidates", ADDITION)

    assert problem_of(response, 422)["field"] == "Idempotency-Key"


def test_a_refused_request_leaves_its_key_free(caller: Callers) -> None:
    case = factories.draft_case(factories.addition())
    agency = caller("agency-nstc").with_headers(Idempotency_Key="again")
    problem_of(agency.post(f"/cases/{case.reference}/submission"), 409)
    factories.write_dossier(case)
    office_day = factories.DAY.isoformat()
    caller("agency-nstc").done(
        f"/cases/{case.reference}/panel-review",
        {"held_on": office_day, "present": 9, "in_favour": 9, "opinion": "yes"},
    )

    assert agency.post(f"/cases/{case.reference}/submission").status_code == 201


def test_the_etag_of_a_case_lets_one_of_two_writers_through(caller: Callers) -> None:
    agency = caller("agency-nstc")
    path = f"/cases/{factories.draft_case(factories.addition()).reference}"
    tag = agency.get(path)["ETag"]
    quick = agency.with_headers(If_Match=tag)
    quick.done(f"{path}/dossier/functions", {"text": "first"}, method="PUT")

    slow = quick.send("PUT", f"{path}/dossier/functions", {"text": "second"})

    problem_of(slow, 412)
    assert agency.read(f"{path}/dossier")["parts"][0]["text"] == "first"


def test_an_outdated_version_in_the_content_is_a_conflict(caller: Callers) -> None:
    case = factories.draft_case(factories.addition())
    factories.write_dossier(case)

    response = caller("agency-nstc").send(
        "PUT", f"/cases/{case.reference}/dossier/functions", {"text": "again", "seen": 0}
    )

    problem_of(response, 409)


@pytest.mark.parametrize("tag", ['W/"1"', '"x"', "0", '"1", "2"'])
def test_a_tag_that_is_not_ours_never_matches(caller: Callers, tag: str) -> None:
    case = factories.draft_case(factories.addition())

    response = caller("agency-nstc").with_headers(If_Match=tag).post(f"/cases/{case.reference}/submission")

    problem_of(response, 412)


def test_header_and_content_must_agree_on_the_version(caller: Callers) -> None:
    case = factories.draft_case(factories.addition())

    response = (
        caller("agency-nstc")
        .with_headers(If_Match='"0"')
        .post(f"/cases/{case.reference}/submission", {"seen": 7})
    )

    assert problem_of(response, 422)["field"] == "seen"


def session(username: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(username=username), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.usefixtures("public")
def test_a_session_reads_without_a_token() -> None:
    assert Caller(client=session("office")).read("/me")["account"] == "office"


@pytest.mark.usefixtures("public")
def test_a_session_writes_nothing_without_the_csrf_token() -> None:
    before = Act.objects.count()

    problem_of(Caller(client=session("agency-nstc")).post("/candidates", ADDITION), 403)

    assert Act.objects.count() == before


@pytest.mark.usefixtures("public")
def test_a_session_writes_with_the_csrf_token() -> None:
    client = session("agency-nstc")
    token = "a" * 32
    client.cookies["csrftoken"] = token

    Caller({"X-CSRFToken": token}, client).done("/candidates", ADDITION)


@pytest.mark.usefixtures("public")
def test_an_unknown_token_is_refused_even_beside_a_session() -> None:
    response = Caller({"Authorization": "Bearer coretech_unknown"}, session("office")).get("/me")

    problem_of(response, 401)
    assert response["WWW-Authenticate"].startswith("Bearer")


def test_a_token_ends_with_its_last_day(caller: Callers, on_day: Callable[[dt.date], None]) -> None:
    office = caller("office")
    on_day(factories.DAY + dt.timedelta(days=400))

    problem_of(office.get("/me"), 401)


def test_what_an_account_reads_stays_out_of_caches(caller: Callers) -> None:
    assert caller("office").get("/cases")["Cache-Control"] == "private, no-store"
