"""The page of an item's recusals: the chair orders, the secretariat sees, a member is told of the own part."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.people.models import Person
from tests import factories
from tests.factories import papers_factories

Visit = Callable[[str], Client]
CHAIR = "member-01"
NONE, SPOUSE = Interest(interest=False), Interest(interest=True, kinship=("spouse",), detail="her firm")


@pytest.fixture
def item(stage: None) -> Item:  # noqa: ARG001 - asked for, not read
    return factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())


def page(client: Client, item: Item, language: str = "") -> str:
    answer = client.get(f"{language}/items/{item.pk}/recusals/")
    assert answer.status_code == 200
    return answer.content.decode()


def order(**more: object) -> dict[str, object]:
    seat = factories.seats()[2]
    return {
        "appointment": seat.pk,
        "ground": "spouse",
        "why": "the spouse owns the supplier",
        "once": "k",
    } | more


@pytest.mark.parametrize("username", ["member-03", "member-02"])
def test_members_do_not_see_who_is_recused_and_why(visit: Visit, item: Item, username: str) -> None:
    assert visit(username).get(f"/items/{item.pk}/recusals/").status_code == 403


@pytest.mark.parametrize(("language", "words"), [("", "自行申報"), ("/en", "Declared")])
def test_the_secretariat_sees_the_class_and_no_reason(
    visit: Visit, item: Item, language: str, words: str
) -> None:
    declare(factories.acting("member-03"), item.pk, SPOUSE)

    told = page(visit("office"), item, language)

    assert words in told
    assert ("配偶" if language == "" else "Spouse") in told
    assert "her firm" not in told
    assert 'name="why"' not in told


def test_the_chair_orders_and_the_member_is_asked_to_leave(visit: Visit, item: Item) -> None:
    client, where = visit(CHAIR), f"/items/{item.pk}/recusals/"

    for _ in range(2):
        assert client.post(where, order()).status_code == 302

    assert Declaration.objects.count() == 1
    assert "主席令其迴避" in page(client, item)
    told = visit("member-03").get(f"/items/{item.pk}/declare/").content.decode()
    assert "主席已令您迴避本案。請離席" in told
    assert "supplier" not in told
    assert 'name="interest"' not in told


@pytest.mark.parametrize("username", ["office", "member-03"])
def test_an_order_by_anybody_else_is_refused(visit: Visit, item: Item, username: str) -> None:
    assert visit(username).post(f"/items/{item.pk}/recusals/", order()).status_code == 403
    assert not Declaration.objects.exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"appointment": ""}, "請選擇「應迴避的席位」"),
        ({"appointment": 999_999}, "請由列出的選項中選擇"),
        ({"ground": "unasked"}, "請由列出的選項中選擇"),
        ({"why": ""}, "請填寫「理由（保密）」"),
    ],
)
def test_an_order_that_says_too_little_is_asked_for_again(
    visit: Visit, item: Item, more: dict[str, object], words: str
) -> None:
    answer = visit(CHAIR).post(f"/items/{item.pk}/recusals/", order(**more))

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_nobody_orders_the_chair(visit: Visit, item: Item) -> None:
    answer = visit(CHAIR).post(f"/items/{item.pk}/recusals/", order(appointment=factories.seats()[0].pk))

    assert answer.status_code == 409
    assert "另定主席" in answer.content.decode()


def test_what_is_known_is_shown_to_the_chair_and_to_the_member_and_to_nobody_else(
    visit: Visit, item: Item
) -> None:
    assert "提報本案" in page(visit("office"), item)
    assert "提報本案" in visit(CHAIR).get(f"/items/{item.pk}/declare/").content.decode()
    assert "提報本案" not in visit("member-03").get(f"/items/{item.pk}/declare/").content.decode()


def test_one_may_step_aside_unasked(visit: Visit, item: Item) -> None:
    client, where = visit("member-03"), f"/items/{item.pk}/declare/"

    assert client.post(where, {"step": "ask", "interest": "aside", "once": "k"}).status_code == 302

    assert Declaration.objects.get().ground == "unasked"
    told = client.get(where).content.decode()
    assert "您自請迴避本案" in told
    assert "更正申報" in told


def test_while_the_vote_is_open_the_page_says_what_can_still_be_done(visit: Visit, item: Item) -> None:
    declare(factories.acting("member-03"), item.pk, NONE)
    Item.objects.filter(pk=item.pk).update(state="voting", method="named")
    client, where = visit("member-03"), f"/items/{item.pk}/declare/"

    assert "此時只能申報迴避" in client.get(where).content.decode()
    assert client.post(where, {"step": "ask", "interest": "no"}).status_code == 409
    assert client.post(where, {"step": "ask", "interest": "aside"}).status_code == 302


def test_a_stand_in_is_told_whose_ground_counts(visit: Visit, item: Item) -> None:
    declare(factories.acting("member-02"), item.pk, SPOUSE)
    papers_factories.send(Person.objects.get(account__username="agency-moea"), factories.seats()[1])
    client, where = visit("agency-moea"), f"/en/items/{item.pk}/declare/"

    assert client.post(where, {"step": "ask", "interest": "no"}).status_code == 302

    told = client.get(where).content.decode()
    assert "whose ground counts" in told
    assert "recusal follows the seat" in told.lower()
    assert "her firm" not in told


def test_the_reason_of_an_order_is_shown_on_no_page(visit: Visit, item: Item) -> None:
    order_recusal(factories.acting(CHAIR), item.pk, factories.seats()[2].pk, "spouse", "Zw7 supplier")

    for username in ("office", CHAIR, "member-03"):
        for where in (f"/items/{item.pk}/", f"/items/{item.pk}/declare/", f"/items/{item.pk}/recusals/"):
            assert "Zw7" not in visit(username).get(where).content.decode()
