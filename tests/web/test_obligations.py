"""What follows for an item: sourced, by actor, dated, as a page, a file and data."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.readers.obligations import Actor, bundled
from tests.api.caller import Caller, problem_of
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/register/18/follows/",
            ("這是資訊，不是法律意見", "國家安全法第3條第1項", "民國112年12月5日", "認定辦法"),
        ),
        (
            "/en/register/18/follows/",
            ("This is information, no legal advice", "National Security Act, art. 3(1)", "5 December 2023"),
        ),
        ("/obligations/", ("這是資訊，不是法律意見", "施行日未載於所據資料", "依其他清單，請另外查對")),
        ("/en/obligations/?actor=expert", ("signs a non-disclosure agreement", "An expert who takes part")),
    ],
)
def test_the_checklist_is_public_in_both_languages(
    visit: Visit, address: str, words: tuple[str, ...]
) -> None:
    page = text_of(visit("public"), address)

    assert [each for each in words if each not in page] == []


@pytest.mark.parametrize("actor", list(Actor))
def test_each_actor_sees_its_own_duties_and_their_sources(visit: Visit, actor: Actor) -> None:
    page = text_of(visit("public"), f"/register/18/follows/?actor={actor}")
    own = [duty for duty in bundled() if actor in duty.actors]
    others = [duty for duty in bundled() if actor not in duty.actors]

    assert [duty.id for duty in own if duty.what.zh not in page] == []
    assert [duty.id for duty in others if duty.what.zh in page] == []
    assert all(source.name.zh in page for duty in own for source in duty.sources)


def test_no_such_actor_and_no_such_item_are_refused(visit: Visit) -> None:
    client = visit("public")

    assert client.get("/register/18/follows/?actor=robot").status_code == 422
    assert client.get("/register/99/follows/").status_code == 404
    assert client.get("/register/18/follows/checklist.doc").status_code == 404


def test_it_comes_as_a_document(visit: Visit) -> None:
    odt = visit("public").get("/register/18/follows/checklist.odt?actor=company")

    assert odt.status_code == 200
    assert odt.content.startswith(b"PK")
    assert "follows-18.odt" in odt["Content-Disposition"]


def test_the_item_s_page_leads_there(visit: Visit) -> None:
    assert 'href="/register/18/follows/"' in visit("public").get("/register/18/").content.decode()


def test_the_api_tells_the_same(visit: Visit) -> None:
    visit("public")
    public = Caller()
    told = public.read("/register/18/follows?actor=agency")

    assert {each["id"] for each in told["duties"]} == {
        each.id for each in bundled() if Actor.AGENCY in each.actors
    }
    assert all(each["sources"] for each in told["duties"])
    assert {each["verified"] for each in told["duties"]} == {True, False}
    assert public.read("/obligations")["item"] is None
    problem_of(public.get("/register/18/follows?actor=robot"), 422)
    problem_of(public.get("/register/99/follows"), 404)
