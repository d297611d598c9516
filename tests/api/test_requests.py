"""Requests and yearly reviews over the API."""

from collections.abc import Callable

import pytest

from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.register.models import AnnualReview
from tests.api.caller import BASE, Caller, json_of, problem_of
from tests.factories import requests_factories as requests

Named = Callable[[str], Caller]
GIVEN = {
    "kind": "holder_request",
    "no": 12,
    "aspect": "scope",
    "sender": requests.SENDER,
    "contact": requests.CONTACT,
    "text": requests.TEXT,
}
NOVEL = {field: value for field, value in GIVEN.items() if field not in {"no", "aspect"}}
TAKEN = {"name_zh": "新名稱", "name_en": "New", "sector": "space", "aspect": "scope"}


def test_anybody_sends_a_request_and_follows_it_by_its_secret_address(public: Caller) -> None:
    sent = public.post("/requests", GIVEN)

    assert sent.status_code == 201
    receipt = json_of(sent)
    assert receipt["number"] == "114-R-0001"
    followed = public.read(receipt["follow"].removeprefix(BASE))
    assert (followed["number"], followed["no"], followed["decision"]) == ("114-R-0001", 12, None)
    assert followed["ruling"]["readings"] == {"duty-to-process": "yes"}
    assert not {"sender", "contact", "text"} & followed.keys()


def test_the_same_request_sent_twice_comes_in_once(public: Caller) -> None:
    keyed = public.with_headers(Idempotency_Key="key-1")

    answers = [keyed.post("/requests", GIVEN) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert json_of(answers[0])["follow"] == json_of(answers[1])["follow"]
    assert Request.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"contact": "nobody"}, "contact"),
        ({"authority": "nstc"}, "authority"),
        ({"text": " "}, "text"),
        ({"no": None}, "aspect"),
    ],
)
def test_bad_input_names_its_field(public: Caller, change: dict[str, object], field: str) -> None:
    assert problem_of(public.post("/requests", GIVEN | change), 422)["field"] == field


def test_something_new_names_its_agency(public: Caller) -> None:
    public.done("/requests", NOVEL | {"authority": "moea"})

    assert Request.objects.get().authority.code == "moea"
    assert problem_of(public.post("/requests", NOVEL), 422)["field"] == "authority"


def test_an_item_that_is_not_listed_and_a_wrong_secret_are_not_there(public: Caller) -> None:
    problem_of(public.post("/requests", GIVEN | {"no": 99}), 404)
    problem_of(public.get("/requests/follow/not-the-secret"), 404)


def test_a_flood_is_a_problem_of_its_own(public: Caller) -> None:
    for _ in range(5):
        public.done("/requests", GIVEN)

    assert "5" in problem_of(public.post("/requests", GIVEN), 429)["sentence"]["zh"]


def test_the_authority_reads_and_decides_and_the_office_reads(caller: Named) -> None:
    requests.received()
    officer, office = caller("agency-nstc"), caller("office")

    assert officer.read("/requests")["items"][0]["contact"] == requests.CONTACT
    assert office.read("/requests/114-R-0001")["late"] is False
    problem_of(office.post("/requests/114-R-0001/decision", {"reason": "x"}), 403)
    place = officer.done("/requests/114-R-0001/decision", {"reason": "可。", "candidate": TAKEN})

    assert officer.read(place)["candidate"] == Candidate.objects.get().pk
    problem_of(officer.post("/requests/114-R-0001/decision", {"reason": "again"}), 409)


def test_others_see_no_request(caller: Named) -> None:
    requests.received()
    other, member = caller("agency-moea"), caller("member-02")

    assert other.read("/requests")["total"] == 0
    problem_of(other.get("/requests/114-R-0001"), 404)
    problem_of(other.post("/requests/114-R-0001/decision", {"reason": "x"}), 404)
    problem_of(member.get("/requests"), 403)


def test_reviews_are_written_by_the_authority_and_read_by_the_office(caller: Named) -> None:
    place = caller("agency-nstc").done("/reviews/12", {"verdict": "fits", "reasons": "仍符合。"})

    (own,) = caller("agency-nstc").read(place)
    assert (own["authority"]["code"], own["status"]) == ("nstc", "due")
    assert "12" not in own["ruling"]["values"]["missing"]
    assert len(caller("office").read("/reviews?year=2024")) == 5
    problem_of(caller("office").post("/reviews/12", {"verdict": "fits", "reasons": "x"}), 403)
    problem_of(caller("member-02").get("/reviews"), 403)
    problem_of(caller("office").get("/reviews?year=2023"), 422)


def test_who_has_seen_no_review_is_stopped_by_a_newer_one(caller: Named) -> None:
    officer = caller("agency-nstc")
    officer.done("/reviews/12", {"verdict": "fits", "reasons": "仍符合。", "seen": 0})

    problem_of(officer.post("/reviews/12", {"verdict": "change", "reasons": "x", "seen": 0}), 409)
    newest = AnnualReview.objects.get().pk
    officer.done("/reviews/12", {"verdict": "change", "reasons": "x", "seen": newest})
