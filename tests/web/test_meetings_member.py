"""What a member does for an item: declares, and votes."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.meetings.models import Attendance, Ballot, Declaration, Item
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.people.models import Person
from tests import factories

Visit = Callable[[str], Client]


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    """An addition on the agenda, thirteen members attending, the meeting open."""
    with shared_stage.unblock():
        meeting = factories.called_meeting()
        item = factories.listed_item(factories.checked_case(factories.addition()), meeting)
        factories.attend(meeting, 13)
        open_meeting(factories.acting("office"), meeting.pk)
        return item.pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    """What the tests of this file share, fresh for each."""
    return Item.objects.get(pk=listed)


def open_to_votes(item: Item) -> Item:
    present = item.meeting.attendance.exclude(status="absent").select_related("appointment")
    factories.declare_none(item, [mark.appointment for mark in present])
    open_vote(factories.acting("office"), item.pk)
    return item


def declares(client: Client, item: Item, language: str = "", **data: object) -> str:
    answer = client.post(f"{language}/items/{item.pk}/declare/", {"step": "whose"} | data)
    assert answer.status_code == 302
    return client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("", "與本案有無利益關係"), ("/en", "have an interest in this item?")]
)
def test_the_first_question_is_whether_there_is_an_interest(
    visit: Visit, item: Item, language: str, words: str
) -> None:
    page = visit("member-03").get(f"{language}/items/{item.pk}/declare/").content.decode()

    assert words in page
    assert 'name="whose"' not in page


def test_no_interest_is_declared_by_the_first_question_alone_and_once(visit: Visit, item: Item) -> None:
    client, answer = visit("member-03"), {"step": "ask", "interest": "no", "once": "k"}

    for _ in range(2):
        assert client.post(f"/items/{item.pk}/declare/", answer).status_code == 302

    declared = Declaration.objects.get()
    assert not declared.interest
    assert "沒有利益關係，可以參與" in client.get(f"/items/{item.pk}/declare/").content.decode()


def test_an_interest_leads_to_the_question_whose_and_writes_nothing_yet(visit: Visit, item: Item) -> None:
    answer = visit("member-03").post(f"/items/{item.pk}/declare/", {"step": "ask", "interest": "yes"})

    assert answer.status_code == 200
    assert 'name="whose"' in answer.content.decode()
    assert not Declaration.objects.exists()


@pytest.mark.parametrize(
    ("whose", "recused"),
    [
        ("self", True),
        ("spouse", True),
        ("parent", True),
        ("child", True),
        ("sibling", True),
        ("grandparent", True),
        ("grandchild", True),
        ("spouse_parent", True),
        ("spouse_sibling", True),
        ("child_spouse", True),
        ("sibling_spouse", True),
        ("uncle_aunt", False),
        ("nephew_niece", False),
        ("cousin", False),
        ("household", True),
    ],
)
def test_the_law_says_who_is_recused(visit: Visit, item: Item, whose: str, *, recused: bool) -> None:
    page = declares(visit("member-03"), item, "/en", whose=whose)

    assert Declaration.objects.get().recused is recused
    assert ("You are recused from this item" in page) is recused
    assert ("you need not step aside" in page) is not recused


def test_a_cousin_of_the_same_household_recuses(visit: Visit, item: Item) -> None:
    declares(visit("member-03"), item, whose="cousin", cohabiting="on")

    assert Declaration.objects.get().recused


def test_another_relative_is_described_step_by_step(visit: Visit, item: Item) -> None:
    page = declares(
        visit("member-03"), item, "/en", whose="other", step_1="parent", step_2="parent", step_3="parent"
    )

    assert Declaration.objects.get().kinship == ["parent", "parent", "parent"]
    assert "parent’s parent’s parent" in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"step": "ask"}, "請選擇"),
        ({"step": "ask", "interest": "perhaps"}, "請由列出的選項中選擇"),
        ({"step": "whose"}, "請選擇「是誰的利益？」"),
        ({"step": "whose", "whose": "dog"}, "請由列出的選項中選擇"),
        ({"step": "whose", "whose": "other"}, "請從第一步起說明"),
        ({"step": "whose", "whose": "other", "step_2": "parent"}, "請從第一步起說明"),
        ({"step": "whose", "whose": "other", "step_1": "dog"}, "請由列出的選項中選擇"),
        ({"step": "whose", "whose": "self", "detail": "x" * 2001}, "最多2000個字"),
    ],
)
def test_a_declaration_that_says_too_little_is_asked_again(
    visit: Visit, item: Item, data: dict[str, str], words: str
) -> None:
    answer = visit("member-03").post(f"/items/{item.pk}/declare/", data)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Declaration.objects.exists()


def test_what_a_member_declares_is_shown_to_nobody_else(visit: Visit, item: Item) -> None:
    declares(visit("member-03"), item, whose="spouse", detail="my husband's firm")

    for username in ("office", "member-04"):
        page = visit(username).get(f"/en/items/{item.pk}/").content.decode()
        assert "spouse" not in page
        assert "firm" not in page


def test_the_office_has_nothing_to_declare_or_to_vote(visit: Visit, item: Item) -> None:
    client = visit("office")

    assert client.get(f"/items/{item.pk}/declare/").status_code == 403
    assert client.get(f"/items/{item.pk}/vote/").status_code == 403


@pytest.mark.parametrize(("language", "words"), [("", "棄權"), ("/en", "Abstain")])
def test_a_member_sees_three_buttons_and_what_is_voted_on(
    visit: Visit, item: Item, language: str, words: str
) -> None:
    page = visit("member-03").get(f"{language}/items/{open_to_votes(item).pk}/vote/").content.decode()

    assert page.count('name="choice"') == 3
    assert words in page
    assert ("認定" if language == "" else "be identified as") in page


def test_a_choice_is_shown_once_more_before_it_counts(visit: Visit, item: Item) -> None:
    page = f"/items/{open_to_votes(item).pk}/vote/"

    answer = visit("member-03").post(page, {"step": "choose", "choice": "against"})

    assert "送出：反對" in answer.content.decode()
    assert not Ballot.objects.exists()


def test_a_vote_sent_twice_counts_once_and_the_page_says_so(visit: Visit, item: Item) -> None:
    page, client = f"/items/{open_to_votes(item).pk}/vote/", visit("member-03")
    vote = {"step": "cast", "choice": "against", "once": "k"}

    assert [client.post(page, vote).status_code for _ in range(2)] == [302, 302]
    assert Ballot.objects.get().choice == "against"
    assert "您已投票" in client.get(page).content.decode()
    assert client.post(page, vote | {"once": "other"}).status_code == 409


@pytest.mark.parametrize("step", ["choose", "cast"])
def test_a_choice_that_is_none_is_refused_with_a_sentence(visit: Visit, item: Item, step: str) -> None:
    page = f"/items/{open_to_votes(item).pk}/vote/"

    answer = visit("member-03").post(page, {"step": step, "choice": "maybe"})

    assert answer.status_code == 422
    assert "請由列出的選項中選擇" in answer.content.decode()


def test_before_the_vote_opens_the_button_is_closed_and_says_why(visit: Visit, item: Item) -> None:
    page = visit("member-03").get(f"/en/items/{item.pk}/vote/").content.decode()

    assert 'aria-disabled="true"' in page
    assert "open the vote first" in page


def test_a_recused_member_does_not_vote(visit: Visit, item: Item) -> None:
    declare(factories.acting("member-03"), item.pk, Interest(interest=True))
    page = f"/items/{open_to_votes(item).pk}/vote/"

    assert "迴避" in visit("member-03").get(page).content.decode()
    assert visit("member-03").post(page, {"step": "cast", "choice": "for"}).status_code == 409
    assert not Ballot.objects.exists()


def test_a_member_whose_stand_in_attends_does_not_vote_beside_it(visit: Visit, item: Item) -> None:
    seat, officer = factories.seats()[1], Person.objects.get(account__username="agency-moea")
    mark = Mark("stand_in", officer.pk, "abroad")
    record_attendance(factories.acting("office"), item.meeting_id, {seat.pk: mark})
    page = f"/items/{open_to_votes(item).pk}/vote/"

    assert Attendance.objects.get(appointment=seat).status == "stand_in"
    assert "指派代表" in visit("member-02").get(page).content.decode()
    assert visit("member-02").post(page, {"step": "cast", "choice": "for"}).status_code == 409
