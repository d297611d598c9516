"""An order to step aside that was given in error: lifted before the vote, as an act, told in the minutes."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.minuting.content import as_json, from_json
from coretech.apps.meetings.minuting.drafting import draft_of
from coretech.apps.meetings.models import Declaration, Item, RecusalLift
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.lift_recusal import lift_recusal
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.queries import dossier_ruling
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
CHAIR, MEMBER, OFFICE = "member-01", "member-03", "office"
WHY = "同名之人，並非本人。"
ORDERED = "Zw7 supplier"


@pytest.fixture
def item() -> Item:
    return factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())


def order(item: Item, number: int = 3) -> int:
    """The chair orders a seat to step aside; gives back the seat."""
    seat = factories.seats()[number - 1].pk
    order_recusal(factories.acting(CHAIR), item.pk, seat, "spouse", ORDERED)
    return seat


def lift(item: Item, seat: int, username: str = CHAIR, why: str = WHY) -> Act:
    return lift_recusal(factories.acting(username), item.pk, seat, why)


@pytest.mark.parametrize(("username", "by"), [(CHAIR, "chair"), (OFFICE, "secretariat")])
def test_the_chair_or_the_office_lifts_an_order_as_an_act_with_its_reason(
    item: Item, username: str, by: str
) -> None:
    seat = order(item)
    mails = Outbox.objects.count()

    act = lift(item, seat, username)

    assert seat not in room_of(item).recused
    assert (act.public, act.confidential["why"]) == ({"by": by}, WHY)
    leaf = bytes(Act.objects.get(pk=act.pk).leaf).decode()
    assert WHY not in leaf
    assert Declaration.objects.filter(ordered_by__isnull=False).count() == 1, "the order stays on record"
    assert Outbox.objects.count() == mails + 1
    assert WHY not in Outbox.objects.latest("pk").text


def test_what_was_declared_before_the_order_counts_again(item: Item) -> None:
    declare(factories.acting(MEMBER), item.pk, Interest(interest=False))
    seat = order(item)
    case = item.case
    assert case is not None
    assert not dossier_ruling(factories.acting(MEMBER), case).is_yes

    lift(item, seat)

    assert seat in room_of(item).declared
    assert dossier_ruling(factories.acting(MEMBER), case).is_yes


def test_who_had_not_declared_still_must(item: Item) -> None:
    seat = order(item)

    lift(item, seat)

    assert seat not in room_of(item).declared
    declare(factories.acting(MEMBER), item.pk, Interest(interest=False))
    assert seat in room_of(item).declared


def test_a_new_order_may_follow_and_be_lifted_again(item: Item) -> None:
    lift(item, order(item))

    lift(item, order(item))

    assert RecusalLift.objects.count() == 2


def test_the_member_others_and_a_second_time_are_refused(item: Item) -> None:
    seat = order(item)

    assert refused(lambda: lift(item, seat, MEMBER)).status == 403
    assert refused(lambda: lift(item, seat, "member-05")).status == 403
    assert refused(lambda: lift(item, seat, "agency-nstc")).status == 403
    assert refused(lambda: lift(item, seat, why=" ")).field == "why"
    assert refused(lambda: lift(item, seat, why="長" * 301)).field == "why"
    assert refused(lambda: lift(item, factories.seats()[4].pk)).status == 409
    lift(item, seat)
    assert refused(lambda: lift(item, seat)).status == 409


def test_a_recusal_of_ones_own_is_not_lifted_by_others(item: Item) -> None:
    declare(factories.acting(MEMBER), item.pk, Interest(interest=False, unasked=True))

    assert refused(lambda: lift(item, factories.seats()[2].pk)).status == 409


def test_once_the_vote_is_open_nothing_is_lifted(item: Item) -> None:
    seat = order(item)
    Item.objects.filter(pk=item.pk).update(state=Item.State.VOTING, method="named")

    assert refused(lambda: lift(item, seat)).status == 409
    assert refused(lambda: lift(item, seat, OFFICE)).status == 409
    assert not RecusalLift.objects.exists()


def test_a_panels_order_is_lifted_by_its_agency_and_not_by_the_office() -> None:
    listed = panel_factories.in_session()
    seats = panel_factories.seats()
    chair = panel_factories.member(1)
    order_recusal(factories.acting(chair), listed.pk, seats[2].pk, "spouse", ORDERED)

    assert refused(lambda: lift(listed, seats[2].pk, OFFICE)).status == 403
    lift(listed, seats[2].pk, "agency-nstc")

    assert seats[2].pk not in room_of(listed).recused


def test_the_minutes_tell_the_lifting_and_its_reason_and_not_the_orders(item: Item) -> None:
    lift(item, order(item), OFFICE)

    content = draft_of(item.meeting)
    (record,) = content.items[0].lifted

    assert (record.seat, record.by_chair, record.why) == (3, False, WHY)
    assert ORDERED not in json.dumps(as_json(content), ensure_ascii=False)
    assert from_json(json.loads(json.dumps(as_json(content)))) == content


def test_a_record_without_any_says_that_there_were_none(item: Item) -> None:
    kept = as_json(draft_of(item.meeting))

    assert kept["items"][0]["lifted"] == ()
    assert from_json(json.loads(json.dumps(kept))) == draft_of(item.meeting)


def test_the_page_offers_it_to_both_in_both_languages(visit: Visit, item: Item) -> None:
    page = f"/items/{item.pk}/recusals/"
    assert "撤銷迴避命令" not in text_of(visit(CHAIR), page), "no order stands"
    seat = order(item)

    assert "撤銷迴避命令" in text_of(visit(CHAIR), page)
    assert "Lift an order" in text_of(visit(OFFICE), f"/en{page}")
    wrong = visit(OFFICE).post(page, {"step": "lift", "lifted": seat, "lift_why": ""})
    done = visit(OFFICE).post(page, {"step": "lift", "lifted": seat, "lift_why": WHY})

    assert (wrong.status_code, done.status_code) == (422, 302)
    assert RecusalLift.objects.get().why == WHY
    assert visit(MEMBER).post(page, {"step": "lift", "lifted": seat, "lift_why": WHY}).status_code == 403
