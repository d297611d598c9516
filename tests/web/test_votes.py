"""The pages of a vote: how it is held, one's own vote, the result under each reading, the chair's word."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.meetings.models import Ballot, Item, RollEntry
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from tests import factories
from tests.factories.votes_factories import Listed, fresh, open_item, tally

Visit = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("stage")


def page(client: Client, item: Item, of: str = "", language: str = "/en") -> str:
    answer = client.get(f"{language}/items/{item.pk}/{of}")
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, item: Item, step: str, **data: object) -> int:
    return client.post(f"/items/{item.pk}/", {"step": step} | data).status_code


def disputed() -> Item:
    item, members = open_item("named", present=14)
    choices = ["for"] * 7 + ["against"] * 5 + ["abstain"] * 2
    record_hands(
        factories.acting("office"), item.pk, dict(zip((seat.pk for seat in members), choices, strict=True))
    )
    close_vote(factories.acting("office"), item.pk)
    return fresh(item)


@pytest.mark.parametrize("method", ["named", "hands", "secret"])
def test_the_office_opens_a_vote_by_the_method_it_chooses(visit: Visit, method: str, listed: Listed) -> None:
    item, _ = listed
    words = {"named": "Named ballot", "hands": "Show of hands", "secret": "Secret ballot"}

    assert "How the vote is held" in page(visit("office"), item)
    assert send(visit("office"), item, "open", method=method) == 302
    assert words[method] in page(visit("member-03"), item)


def test_a_secret_vote_that_could_be_changed_is_refused_at_its_field(visit: Visit, listed: Listed) -> None:
    item, _ = listed

    answer = visit("office").post(f"/items/{item.pk}/", {"step": "open", "method": "secret", "changes": "on"})

    assert answer.status_code == 422
    assert "只有記名投票可以改投" in answer.content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_secret_vote_is_cast_after_a_notice_and_a_look(visit: Visit, language: str, listed: Listed) -> None:
    item, _ = open_item("secret", listed=listed)
    client, address = visit("member-03"), f"{language}/items/{item.pk}/vote/"

    assert ("無記名投票" if not language else "Secret ballot") in page(client, item, "vote/", language)
    chosen = client.post(address, {"step": "choose", "choice": "against"}).content.decode()
    assert 'value="secret-1"' in chosen
    assert not RollEntry.objects.exists()
    sent = client.post(address, {"step": "cast", "vote": "secret-1", "choice": "against", "once": "k"})

    assert sent.status_code == 302
    assert RollEntry.objects.count() == 1
    assert not Ballot.objects.exists()
    assert "against" not in sent.headers["Location"]


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_pages_of_a_secret_vote_are_equally_long_whatever_is_chosen(
    visit: Visit, language: str, listed: Listed
) -> None:
    item, _ = open_item("secret", listed=listed)
    client, address = visit("member-03"), f"{language}/items/{item.pk}/vote/"

    lengths = {
        len(client.post(address, {"step": "choose", "choice": choice}).content)
        for choice in ("for", "against", "abstain")
    }

    assert len(lengths) == 1


def test_a_choice_made_for_a_secret_vote_is_never_cast_in_the_open(visit: Visit, listed: Listed) -> None:
    item, _ = open_item("secret", listed=listed)
    chair, office, member = visit("member-01"), visit("office"), visit("member-03")
    assert send(chair, item, "annul", why="wrong paper") == 302
    assert send(office, item, "open", method="named") == 302

    answer = member.post(f"/items/{item.pk}/vote/", {"step": "cast", "vote": "secret-1", "choice": "against"})

    assert answer.status_code == 409
    assert not Ballot.objects.exists()


def test_what_a_member_chose_in_secret_is_on_no_page_afterwards(visit: Visit, listed: Listed) -> None:
    item, _ = open_item("secret", listed=listed)
    cast_secret_vote(factories.acting("member-03"), item.pk, "abstain")

    for username in ("member-03", "office", "member-01"):
        assert "Abstaining" not in page(visit(username), item)
    assert "cannot be changed" in page(visit("member-03"), item, "vote/")


def test_a_named_vote_is_changed_on_the_page_where_the_chair_allows_it(visit: Visit, listed: Listed) -> None:
    item, _ = open_item("named", changes=True, listed=listed)
    client, address = visit("member-03"), f"/en/items/{item.pk}/vote/"
    for key, choice in enumerate(("for", "against")):
        cast = {"step": "cast", "vote": "named-1", "choice": choice, "once": f"k{key}"}
        assert client.post(address, cast).status_code == 302

    assert "your last vote counts" in page(client, item, "vote/")
    assert "Vote otherwise" in page(client, item)
    assert Ballot.objects.count() == 2


def test_in_a_show_of_hands_members_raise_theirs_and_the_office_enters_a_count(
    visit: Visit, listed: Listed
) -> None:
    item, _ = open_item("hands", listed=listed)
    office = visit("office")

    assert "raise yours in the room" in page(visit("member-03"), item)
    assert send(office, item, "count", in_favour="9", against="3", abstain="2") == 422
    assert send(office, item, "count", in_favour="9", against="-3", abstain="1") == 422
    assert send(office, item, "count", in_favour="nine", against="3", abstain="1") == 422
    assert send(office, item, "count", in_favour="9", against="3", abstain="1") == 302
    assert "<dt>Voted</dt><dd>13</dd>" in page(office, item)
    assert "Against" not in page(visit("member-03"), item, "room/")
    assert send(office, item, "close") == 302
    assert tally(item) == {"for": 9, "against": 3, "abstain": 1}


@pytest.mark.parametrize("username", ["office", "member-03", "member-01"])
def test_a_disputed_count_shows_the_outcome_under_each_reading(visit: Visit, username: str) -> None:
    shown = page(visit(username), disputed())

    assert "The outcome under each reading" in shown
    assert "only votes for and against are compared" in shown
    assert "once the chair has said which applies" in shown


def test_the_default_reading_is_marked_and_not_chosen_for_the_chair(visit: Visit) -> None:
    item, chair = disputed(), visit("member-01")

    shown = page(chair, item)
    assert "(the default)" in shown
    assert "checked" not in shown
    assert send(chair, item, "settle", why="as always") == 422
    assert send(chair, item, "settle", reading="votes-cast", why=" ") == 422
    assert send(visit("office"), item, "settle", reading="votes-cast", why="so") == 403
    assert send(chair, item, "settle", reading="votes-cast", why="as the council always has") == 302
    after = page(visit("member-03"), item)
    assert "as the council always has" in after
    assert "applied by the chair" in after
    assert "Approved" in after


def test_a_tie_shows_that_the_chair_does_not_break_it(visit: Visit) -> None:
    item, members = open_item("named", present=14)
    choices = ["for"] * 7 + ["against"] * 7
    record_hands(
        factories.acting("office"), item.pk, dict(zip((seat.pk for seat in members), choices, strict=True))
    )
    close_vote(factories.acting("office"), item.pk)

    assert "there is no casting vote" in page(visit("office"), item)


def test_without_objection_takes_the_chairs_question_first(visit: Visit, listed: Listed) -> None:
    item, _ = listed
    office = visit("office")

    assert send(office, item, "adopt") == 422
    assert send(office, item, "adopt", asked="on") == 302
    assert "Without objection" in page(visit("member-03"), item)


def test_a_report_is_noted_with_one_button(visit: Visit, listed: Listed) -> None:
    item, _ = listed
    report = Item.objects.create(
        meeting=item.meeting, order=9, kind="report", title_zh="執行情形", title_en="Progress"
    )
    shown = page(visit("office"), report)

    assert "Note the report" in shown
    assert "Open the vote" not in shown
    assert send(visit("office"), report, "note") == 302
    assert "Noted" in page(visit("member-03"), report)


def test_only_the_chair_annuls_and_gives_a_reason(visit: Visit, listed: Listed) -> None:
    item, _ = open_item("secret", listed=listed)

    assert "Annul this vote" not in page(visit("office"), item)
    assert send(visit("member-01"), item, "annul", why="") == 422
    assert send(visit("member-01"), item, "annul", why="wrong paper") == 302
    assert fresh(item).round == 2


def test_a_result_stays_readable_when_members_leave_afterwards(visit: Visit, listed: Listed) -> None:
    item, members = open_item("hands", listed=listed)
    office = factories.acting("office")
    record_hands(office, item.pk, {seat.pk: "for" for seat in members})
    close_vote(office, item.pk)
    item.meeting.attendance.filter(appointment__in=members[4:]).update(status="absent")

    assert "<dt>For</dt><dd>13</dd>" in page(visit("member-03"), item)
