"""The pages of the room: what to do now, the board, the chair's panel, the screen in public."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.meetings.models import Item, Speech
from coretech.apps.meetings.operations.ask_to_speak import ask_to_speak
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.open_vote import open_vote
from tests import factories
from tests.factories.room_factories import OFFICE, Room, at_first_item, observer, open_room, recuse

Visit = Callable[[str], Client]

LANGUAGES = ["", "/en"]


def text(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def page_of(room: Room, part: str = "") -> str:
    return f"/meetings/{room.meeting.pk}/{part}"


def voting_room(called: Room) -> Room:
    room = at_first_item(called)
    factories.declare_none(room.first, room.present)
    open_vote(factories.acting(OFFICE), room.first.pk)
    return room


@pytest.mark.parametrize(("language", "words"), [("", "現在投票"), ("/en", "Vote now")])
def test_a_members_vote_is_the_first_thing_on_the_page(
    visit: Visit, language: str, words: str, called: Room
) -> None:
    room = voting_room(called)

    page = text(visit("member-02"), language + page_of(room))

    button = page.index(f'href="{language}/items/{room.first.pk}/vote/"')
    assert page.index("<h1") < button < page.index('id="board"')
    assert words in page[button : button + 200]


def test_whoever_has_voted_or_is_away_has_no_button(visit: Visit, called: Room) -> None:
    room = voting_room(called)
    member = visit("member-02")
    cast_vote(factories.acting("member-02"), room.first.pk, "for")

    for client in (member, visit("member-20")):
        assert "現在投票" not in text(client, page_of(room, "now/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recused_member_is_asked_to_leave_and_gets_no_vote(
    visit: Visit, language: str, called: Room
) -> None:
    room = at_first_item(called)
    recuse("member-04", room.first)
    factories.declare_none(room.first, [seat for seat in room.present if seat.seat.number != 4])
    open_vote(factories.acting(OFFICE), room.first.pk)

    page = text(visit("member-04"), language + page_of(room, "now/"))

    assert ("請離席" if language == "" else "please leave your seat") in page
    assert "/vote/" not in page


def test_names_of_the_recused_are_for_whoever_runs_the_meeting(visit: Visit, called: Room) -> None:
    room = at_first_item(called)
    recuse("member-04", room.first)

    def recused(username: str) -> bool:
        return "迴避：第4席" in text(visit(username), page_of(room, "board/"))

    assert {name: recused(name) for name in (OFFICE, "member-01", "member-02", "member-04")} == {
        OFFICE: True,
        "member-01": True,
        "member-02": False,
        "member-04": False,
    }


def test_the_board_shows_the_quorum_with_its_article_and_how_many_not_how(visit: Visit, called: Room) -> None:
    room = voting_room(called)
    cast_vote(factories.acting("member-02"), room.first.pk, "against")

    page = text(visit("member-03"), page_of(room, "board/"))

    assert "出席人數是否足夠" in page
    assert "第5條第3項" in page
    assert "<dt>已投票</dt><dd>1</dd>" in page
    assert "反對" not in page


def test_the_convener_runs_the_meeting_from_its_page(visit: Visit, called: Room) -> None:
    chair = visit("member-01")

    def press(step: str, of: int = 0) -> int:
        sent = {"step": step, "of": str(of), "once": f"{step}-{of}"}
        return chair.post(page_of(called), sent).status_code

    assert press("open") == 302
    assert press("take-up", called.first.pk) == 302
    assert press("suspend") == 302
    assert press("close") == 409
    assert press("resume") == 302
    assert called.fresh().state == "open"
    assert called.fresh().current == called.first
    assert f"進行第{called.second.order}案" in text(chair, page_of(called))


def test_a_member_asks_speaks_and_is_done_by_three_buttons(visit: Visit, called: Room) -> None:
    room = at_first_item(called)
    member, chair = visit("member-02"), visit("member-01")
    assert "登記發言" in text(member, page_of(room, "now/"))
    for _ in range(2):
        assert member.post(page_of(room), {"step": "ask", "once": "a"}).status_code == 302
    speech = Speech.objects.get()

    assert "取消登記發言" in text(member, page_of(room, "now/"))
    assert "第2席" in text(chair, page_of(room, "now/"))
    assert chair.post(page_of(room), {"step": "floor", "of": str(speech.pk)}).status_code == 302
    assert "發言完畢" in text(member, page_of(room, "now/"))
    assert member.post(page_of(room), {"step": "done", "of": str(speech.pk)}).status_code == 302
    assert "發言中" not in text(chair, page_of(room, "board/"))


@pytest.mark.parametrize("of", ["x", "-1", "1e3", "٣", "9" * 30])
def test_a_number_that_is_none_is_a_bad_request(visit: Visit, of: str, called: Room) -> None:
    room = at_first_item(called)

    assert visit("member-01").post(page_of(room), {"step": "floor", "of": of}).status_code == 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_chair_is_named_on_a_page_of_its_own(visit: Visit, language: str, called: Room) -> None:
    room, office = open_room(called), visit(OFFICE)
    page = language + page_of(room, "chair/")
    assert "請選擇" in text(office, page) or "Choose" in text(office, page)
    sent = {"appointment": str(room.seat(2).pk), "item": str(room.first.pk), "why": "", "once": "n"}

    refused = office.post(page, sent)
    named = office.post(page, {**sent, "why": "The convener is recused.", "once": "m"})

    assert refused.status_code == 422
    assert ("由他人主持的理由" if language == "" else "Say why") in refused.content.decode()
    assert named.status_code == 302
    assert Item.objects.get(pk=room.first.pk).chair == room.seat(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_puts_somebody_who_raised_a_hand_on_the_list(
    visit: Visit, language: str, called: Room
) -> None:
    room, office = at_first_item(called), visit(OFFICE)
    guest, page = observer(room), language + page_of(room, "speaker/")
    assert guest.name in text(office, page)

    assert office.post(page, {"speaker": "", "once": "a"}).status_code == 422
    assert office.post(page, {"speaker": f"observer-{guest.pk}", "once": "b"}).status_code == 302
    assert office.post(page, {"speaker": f"seat-{room.seat(2).pk}", "once": "c"}).status_code == 302

    assert [speech.observer for speech in Speech.objects.all()] == [guest, None]


def test_the_chairs_pages_are_closed_to_members(visit: Visit, called: Room) -> None:
    room, member = at_first_item(called), visit("member-02")

    assert member.get(page_of(room, "chair/")).status_code == 403
    assert member.get(page_of(room, "speaker/")).status_code == 403
    assert "主持會議" not in text(member, page_of(room))
    assert room.meeting.screen_key not in text(member, page_of(room))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_in_public_tells_numbers_and_nothing_confidential(
    visit: Visit, language: str, called: Room
) -> None:
    room = at_first_item(called)
    recuse("member-04", room.first)
    ask_to_speak(factories.acting("member-02"), room.meeting.pk)
    guest = observer(room)
    screen = f"{language}/screen/{room.meeting.screen_key}/"

    shown = text(visit("public"), screen) + text(visit("public"), f"{screen}board/")

    assert ("<dt>出席</dt><dd>13</dd>" if language == "" else "<dt>Attending</dt><dd>13</dd>") in shown
    assert ("第2席" if language == "" else "Seat 2") in shown
    told = [
        factories.NEW_NAME,
        "SAR",
        factories.NEW_TECHNOLOGY,
        "示範",
        "demonstration",
        "Member",
        guest.name,
    ]
    assert [word for word in told if word in shown.replace("示範字", "")] == []


def test_a_screen_nobody_knows_the_address_of_is_not_found(visit: Visit) -> None:
    for part in ("", "board/", "events/"):
        assert visit("public").get(f"/screen/guessed/{part}").status_code == 404


def test_the_parts_of_the_room_are_closed_to_whoever_may_not_know_of_the_meeting(
    visit: Visit, called: Room
) -> None:
    room = at_first_item(called)

    for username in ("public", "agency-nstc", "announcer"):
        for part in ("board/", "now/", "events/", "chair/", "speaker/"):
            assert visit(username).get(page_of(room, part)).status_code in {403, 404}


def test_a_stream_is_offered_as_events_that_nothing_on_the_way_keeps(visit: Visit, called: Room) -> None:
    answers = [
        visit("member-02").get(page_of(called, "events/")),
        visit("public").get(f"/screen/{called.meeting.screen_key}/events/"),
    ]

    for answer in answers:
        assert answer.status_code == 200
        assert answer["Content-Type"] == "text/event-stream; charset=utf-8"
        assert answer["X-Accel-Buffering"] == "no"
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_offers_a_reload_and_the_screen_reloads_itself(
    visit: Visit, language: str, called: Room
) -> None:

    page = text(visit("member-02"), language + page_of(called))
    screen = text(visit("public"), f"{language}/screen/{called.meeting.screen_key}/")

    assert ("重新載入" if language == "" else "Reload to see") in page
    assert 'http-equiv="refresh"' not in page
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in screen
