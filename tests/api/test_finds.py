"""Portfolios and finds over the API: everything that the pages do, for the own agency."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from coretech.apps.inventory.models import Candidate, FindJudgement, Portfolio, Readiness
from coretech.jobs.portfolios import screen_waiting
from tests import factories
from tests.api.caller import BASE, Caller, json_of, problem_of
from tests.factories import finds_factories as finds

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

Asks = Callable[[str], Caller]

pytestmark = pytest.mark.usefixtures("stage")


def uploaded(caller: Caller, raw: bytes, **given: str) -> "Response":
    told = {"agency": "nstc", "title": "示範計畫", **given}
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("projects.csv", raw), **told})
    return caller.client.generic(
        "POST", f"{BASE}/portfolios", body, MULTIPART_CONTENT, headers=caller.headers
    )


def best_of(caller: Caller, portfolio: str) -> dict[str, Any]:
    first: dict[str, Any] = caller.read(f"{portfolio}/finds?limit=1")["items"][0]
    return first


def test_a_file_is_uploaded_mapped_and_screened(caller: Asks) -> None:
    officer = caller(finds.OFFICER)
    raw = finds.file_of((*finds.PROJECTS, ("", "沒有編號", "", ""), ("P-9", "年度不明", "", "不明")))
    made = json_of(uploaded(officer, raw))["location"].removeprefix(BASE)
    told = officer.read(f"{made}/columns")
    assert (told["columns"], told["taken"]) == (finds.COLUMNS, False)

    foreseen = json_of(officer.post(f"{made}/columns/check", told["columns"]))
    assert (foreseen["projects"], foreseen["left_out"]) == (6, 1)
    assert [(fault["line"], fault["kept"]) for fault in foreseen["faults"]] == [(7, False), (8, True)]
    problem_of(officer.post(f"{made}/columns/check", told["columns"] | {"year": "沒有"}), 422)
    officer.done(f"{made}/columns", told["columns"])
    officer.done(f"{made}/holding", {"hold": True})
    officer.done(f"{made}/holding", {"hold": False})

    assert screen_waiting() == 1
    shown = officer.read(made)
    assert (shown["state"], shown["screened"], shown["left_out"]) == ("screened", 6, 1)
    assert officer.read(f"{made}/columns")["taken"]
    assert [each["id"] for each in officer.read("/portfolios")] == [shown["id"]]


def test_a_file_that_is_no_table_is_refused(caller: Asks) -> None:
    problem_of(uploaded(caller(finds.OFFICER), b"%PDF-1.7"), 422)
    problem_of(uploaded(caller(finds.OFFICER), finds.file_of(), agency="moea"), 404)


def test_an_officer_reads_the_queue_judges_and_sees_what_it_tells(caller: Asks) -> None:
    portfolio, officer = finds.screened(), caller(finds.OFFICER)
    waiting = officer.read(f"/portfolios/{portfolio.pk}/queue")
    find = waiting[0]["find"]

    officer.done(f"/finds/{find}/judgements", {"verdict": "accepted"})
    officer.done(f"/finds/{find}/readiness", {"level": 4, "evidence": "測試報告"})

    assert (FindJudgement.objects.get().find_id, Readiness.objects.get().level) == (find, 4)
    shown = officer.read(f"/portfolios/{portfolio.pk}")
    assert (shown["accepted"], shown["judged"], shown["agreement"]["kappa"]) == (1, 1, None)
    told = officer.read(f"/finds/{find}")
    assert (told["verdict"], told["accepted_for"]) == ("accepted", told["item"])
    assert officer.read(f"/portfolios/{portfolio.pk}/finds?verdict=accepted")["total"] == 1
    assert officer.read(f"/portfolios/{portfolio.pk}/finds?verdict=none")["total"] == 4

    officer.done(f"/finds/{find}/judgements", {"verdict": "undone"})
    assert officer.read(f"/finds/{find}")["verdict"] is None


def test_a_find_is_explained_by_places_in_both_texts(caller: Asks) -> None:
    officer = caller(finds.OFFICER)
    told = officer.read(f"/finds/{finds.best_of(finds.screened()).pk}")

    assert told["carried"]
    for each in told["carried"]:
        for side, text in (("project", told["project_text"]), ("item", told["item_text"])):
            span = each[side]
            assert text[span["start"] : span["end"]] == span["text"]


def test_an_accepted_find_becomes_a_candidate(caller: Asks) -> None:
    portfolio, officer = finds.screened(), caller(finds.OFFICER)
    find = best_of(officer, f"/portfolios/{portfolio.pk}")["id"]
    problem_of(officer.post(f"/finds/{find}/candidate", {}), 409)
    officer.done(f"/finds/{find}/judgements", {"verdict": "accepted"})

    officer.done(f"/finds/{find}/candidate", {"why": "盤點所見"})

    candidate = Candidate.objects.get()
    assert (candidate.kind, candidate.why) == ("change", "盤點所見")
    assert officer.read(f"/finds/{find}")["candidate"] == candidate.pk


def test_several_accepted_finds_become_one_candidate(caller: Asks) -> None:
    portfolio, officer = finds.screened(), caller(finds.OFFICER)
    keys = [find.pk for find in finds.accepted_alike(portfolio)]
    made = f"/portfolios/{portfolio.pk}/candidates"
    problem_of(officer.post(made, {"finds": [*keys, 0]}), 422)

    officer.done(made, {"finds": keys})

    candidate = Candidate.objects.get()
    assert {officer.read(f"/finds/{key}")["candidate"] for key in keys} == {candidate.pk}
    problem_of(officer.post(made, {"finds": keys}), 409)


def test_terms_are_learned_and_the_portfolio_is_screened_again(caller: Asks) -> None:
    portfolio, officer = finds.screened(), caller(finds.OFFICER)
    first = f"/portfolios/{portfolio.pk}"
    find = best_of(officer, first)
    officer.done(f"/finds/{find['id']}/judgements", {"verdict": "accepted"})
    problem_of(officer.post(f"{first}/screenings", {}), 409)
    assert not officer.read(f"{first}/renewal")["differs"]

    officer.done("/term-models", {"agency": "nstc"})
    assert [each["number"] for each in officer.read("/term-models/nstc")] == [1]
    assert find["item"] in officer.read("/term-models/nstc/1")["items"]
    assert officer.read(f"{first}/renewal")["terms_now"] == 1
    again = officer.done(f"{first}/screenings", {})
    screen_waiting()

    shown = officer.read(again)
    assert (shown["screening"], shown["terms"], shown["accepted"]) == (2, 1, 1)
    assert shown["screenings"] == {"1": portfolio.pk, "2": shown["id"]}
    assert officer.read(f"/finds/{best_of(officer, again)['id']}")["unchanged"] == find["id"]


def test_a_confidential_portfolio_names_its_readers_and_its_leave_to_learn(caller: Asks) -> None:
    portfolio, officer = finds.screened(confidential=True), caller(finds.OFFICER)
    panelist = caller(finds.PANELIST)
    problem_of(panelist.get(f"/portfolios/{portfolio.pk}"), 404)

    person = factories.acting(finds.PANELIST).person_id
    officer.done(f"/portfolios/{portfolio.pk}/readers", {"person": person})
    officer.done(f"/portfolios/{portfolio.pk}/training", {"allowed": True, "why": "示範-1"})

    assert panelist.read(f"/portfolios/{portfolio.pk}")["confidential"]
    assert Portfolio.objects.get().leaves.get().allowed


def test_a_reason_is_needed_to_set_a_find_aside(caller: Asks) -> None:
    find = finds.best_of(finds.screened())

    told = caller(finds.OFFICER).post(f"/finds/{find.pk}/judgements", {"verdict": "set_aside"})

    problem_of(told, 422)


@pytest.mark.parametrize(("username", "status"), [("office", 403), ("agency-moea", 404)])
def test_nobody_else_reads_a_portfolio_or_a_find(caller: Asks, username: str, status: int) -> None:
    portfolio, asking = finds.screened(), caller(username)

    for part in ("", "/columns", "/finds", "/queue", "/renewal"):
        problem_of(asking.get(f"/portfolios/{portfolio.pk}{part}"), status)
    problem_of(asking.get(f"/finds/{finds.best_of(portfolio).pk}"), status)
    problem_of(asking.get("/term-models/nstc"), status)
