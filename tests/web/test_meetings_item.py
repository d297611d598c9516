"""An item's page: the room, the secretariat's steps, and the result."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Ballot, Declaration, Item
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from tests import factories

Visit = Callable[[str], Client]


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    """An addition on the agenda of a meeting that is open, with nobody declared yet."""
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


def members(item: Item) -> list[Appointment]:
    present = item.meeting.attendance.filter(status="present")
    return [mark.appointment for mark in present.select_related("appointment")]


def opened(item: Item) -> Item:
    factories.declare_none(item, members(item))
    open_vote(factories.acting("office"), item.pk)
    return item


def read(client: Client, item: Item, language: str = "") -> str:
    answer = client.get(f"{language}/items/{item.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, item: Item, step: str, **data: object) -> int:
    return client.post(f"/items/{item.pk}/", {"step": step} | data).status_code


@pytest.mark.parametrize(("language", "words"), [("", "出席人數是否足夠"), ("/en", "Is there a quorum?")])
@pytest.mark.parametrize("username", ["office", "member-03"])
def test_the_room_is_shown_with_the_quorums_ruling_and_its_other_readings(
    visit: Visit, item: Item, username: str, language: str, words: str
) -> None:
    page = read(visit(username), item, language)

    assert words in page
    assert factories.addition().name_zh in page or factories.addition().name_en in page
    assert ("Other readings differ" if language else "條文有不同解讀") not in page


def test_a_quorum_that_hangs_on_a_reading_says_so(visit: Visit, item: Item) -> None:
    declare(factories.acting("member-02"), item.pk, Interest(interest=True))

    assert "條文有不同解讀" in read(visit("office"), item)


@pytest.mark.parametrize("username", ["public", "agency-nstc", "announcer"])
def test_whoever_may_not_know_of_the_meeting_finds_no_item(visit: Visit, item: Item, username: str) -> None:
    client = visit(username)

    for page in ("", "room/", "declare/", "vote/"):
        assert client.get(f"/items/{item.pk}/{page}").status_code == 404
    assert send(client, item, "open") == 404


def test_the_vote_stays_closed_until_everybody_has_declared(visit: Visit, item: Item) -> None:
    client = visit("office")

    assert "尚有13位出席者未申報" in read(client, item)
    assert send(client, item, "open") == 409


def test_paper_declarations_are_entered_once(visit: Visit, item: Item) -> None:
    client, keys = visit("office"), [member.pk for member in members(item)]

    answers = [send(client, item, "paper", appointments=keys, once="k") for _ in range(2)]

    assert answers == [302, 302]
    assert Declaration.objects.filter(on_paper=True).count() == 13


@pytest.mark.parametrize("ticked", [[], ["x"], [999_999]])
def test_paper_declarations_of_nobody_are_refused_with_a_sentence(
    visit: Visit, item: Item, ticked: list[object]
) -> None:
    answer = visit("office").post(f"/items/{item.pk}/", {"step": "paper", "appointments": ticked})

    assert answer.status_code == 422
    assert "請更正下列各項" in answer.content.decode()
    assert not Declaration.objects.exists()


def test_the_office_carries_an_item_to_its_result(visit: Visit, item: Item) -> None:
    client, keys = visit("office"), [member.pk for member in members(item)]

    assert send(client, item, "paper", appointments=keys) == 302
    assert send(client, item, "open") == 302
    assert "舉手表決" in read(client, item)
    hands: dict[str, object] = {f"hand_{key}": "for" for key in keys}
    assert send(client, item, "hands", **hands) == 302
    assert send(client, item, "close") == 302

    page = read(client, item, "/en")
    assert "13 may vote and 7 must be for it; 13 for, 0 against, 0 abstaining" in page
    assert "Approved" in page


def test_nobody_sees_how_others_vote_before_the_close(visit: Visit, item: Item) -> None:
    opened(item)
    chosen: dict[str, object] = {f"hand_{members(item)[0].pk}": "against"}
    send(visit("office"), item, "hands", **chosen)

    for username in ("office", "member-03"):
        page = read(visit(username), item, "/en")
        assert "<dt>Voted</dt><dd>1</dd>" in page
        assert "<dt>Against</dt>" not in page


def test_members_see_totals_after_the_close_and_no_names(visit: Visit, item: Item) -> None:
    opened(item)
    first, *others = members(item)
    client = visit("office")
    hands: dict[str, object] = {f"hand_{member.pk}": "for" for member in others}
    send(client, item, "hands", **hands, **{f"hand_{first.pk}": "against"})
    send(client, item, "close")

    page = read(visit("member-03"), item, "/en")

    assert "<dt>Against</dt><dd>1</dd>" in page
    assert first.person.name_en not in page


def test_hands_for_nobody_are_refused_with_a_sentence(visit: Visit, item: Item) -> None:
    opened(item)

    answer = visit("office").post(f"/items/{item.pk}/", {"step": "hands"})

    assert answer.status_code == 422
    assert "請至少登錄一位委員的表決" in answer.content.decode()


def test_hands_sent_twice_count_once(visit: Visit, item: Item) -> None:
    opened(item)
    hands: dict[str, object] = {f"hand_{member.pk}": "for" for member in members(item)}

    assert [send(visit("office"), item, "hands", **hands, once="k") for _ in range(2)] == [302, 302]
    assert Ballot.objects.count() == 13


def test_an_item_is_deferred_with_a_reason_only(visit: Visit, item: Item) -> None:
    client = visit("office")

    assert send(client, item, "defer", why=" ") == 422
    assert send(client, item, "defer", why="more study") == 302
    assert "保留" in read(client, item)
    assert Act.objects.filter(kind="case.deferred").count() == 1


def test_a_member_carries_nothing_but_the_convener_opens_the_vote(visit: Visit, item: Item) -> None:
    factories.declare_none(item, members(item))

    assert send(visit("member-03"), item, "open") == 403
    assert send(visit("member-03"), item, "paper", appointments=[members(item)[0].pk]) == 403
    assert send(visit("member-01"), item, "open") == 302


def test_an_unknown_step_is_a_bad_request(visit: Visit, item: Item) -> None:
    assert send(visit("office"), item, "shout") == 400


def test_a_recused_member_sees_only_the_recusal_and_a_closed_dossier(visit: Visit, item: Item) -> None:
    declare(factories.acting("member-03"), item.pk, Interest(interest=True, kinship=("spouse",)))
    client = visit("member-03")

    for page in (read(client, item, "/en"), client.get(f"/en/items/{item.pk}/room/").content.decode()):
        assert "You are recused from this item" in page
        assert "Its papers and dossier are closed to you" in page
        assert "Is there a quorum?" not in page
        assert f"/cases/{item.case}/" not in page
        assert "hx-get" not in page


def test_the_dossier_opens_to_a_member_who_has_declared(visit: Visit, item: Item) -> None:
    client, case = visit("member-03"), f"/cases/{item.case}/"

    assert case not in read(client, item)
    declare(factories.acting("member-03"), item.pk, Interest(interest=False))
    assert case in read(client, item)


def test_the_room_asks_for_itself_again_until_the_item_is_decided(visit: Visit, item: Item) -> None:
    client, address = visit("member-03"), f'hx-get="/items/{item.pk}/room/"'

    assert address in read(client, item)
    opened(item)
    assert "現在投票" in client.get(f"/items/{item.pk}/room/").content.decode()
    office = visit("office")
    send(office, item, "hands", **{f"hand_{member.pk}": "for" for member in members(item)})
    send(office, item, "close")
    assert address not in client.get(f"/items/{item.pk}/room/").content.decode()
