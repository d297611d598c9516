"""A panel's meeting through its pages: called, attended, declared, voted on and closed by those it belongs to."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.cases.models import PanelReview
from coretech.apps.meetings.models import Item, Meeting
from tests import factories
from tests.factories import panel_factories as panels
from tests.web.page_text import text_of

Visit = Callable[[str], Client]


@pytest.fixture
def item(stage: None) -> Item:  # noqa: ARG001 - asked for, not read
    """A case with its opinion on the agenda of a panel that meets by rules of its own."""
    panels.settle("two_thirds", "more_than_half")
    listed = panels.listed(panels.ready_case(), panels.called())
    panels.opined(listed)
    return listed


def test_the_officer_calls_the_panel_by_its_own_name(visit: Visit) -> None:
    client = visit("agency-nstc")
    assert "專家審查會" in text_of(client, "/meetings/new/")

    client.post(
        "/meetings/new/",
        {
            "held_on": "114.6.2",
            "begins_at": "14:00",
            "minutes": "120",
            "place": "第八會議室",
            "kind": "regular",
            "once": "one",
        },
    )

    meeting = Meeting.objects.get()
    assert meeting.body == panels.panel()
    assert "審議會" not in text_of(client, f"/meetings/{meeting.pk}/").replace("技術審議會", "")


def test_officers_members_and_convener_each_do_their_part(visit: Visit, item: Item) -> None:
    officer, meeting = visit("agency-nstc"), item.meeting
    panels.attend(meeting, 6)
    officer.post(f"/meetings/{meeting.pk}/", {"step": "open", "once": "open"})
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.OPEN
    for number in range(1, 7):
        member = visit(panels.member(number))
        assert factories.NEW_TECHNOLOGY in text_of(member, f"/items/{item.pk}/")
        assert member.get(f"/items/{item.pk}/declare/").status_code == 200
    panels.declared(item, 6, recused=1)
    shown = text_of(officer, f"/items/{item.pk}/")
    assert "應有6人出席，現有6人出席" in shown

    officer.post(f"/items/{item.pk}/", {"step": "open", "method": "named", "once": "vote"})
    item.refresh_from_db()
    assert item.state == Item.State.VOTING
    for number in range(1, 6):
        choice = "for" if number < 5 else "against"
        client, address = visit(panels.member(number)), f"/items/{item.pk}/vote/"
        assert client.get(address).status_code == 200
        client.post(address, {"choice": choice, "step": "cast", "once": f"v{number}"})
    recused = visit(panels.member(6))
    assert recused.post(f"/items/{item.pk}/vote/", {"choice": "for", "step": "cast"}).status_code == 409
    assert item.ballots.count() == 5

    officer.post(f"/items/{item.pk}/", {"step": "close", "once": "close"})
    item.refresh_from_db()
    assert (item.state, item.outcome) == (Item.State.DECIDED, Item.Outcome.APPROVED)
    assert item.tally == {"for": 4, "against": 1, "abstain": 0}
    assert PanelReview.objects.get().favourable
    assert "專家審查會通過" in text_of(officer, f"/cases/{item.case.reference if item.case else ''}/")


def test_nobody_of_the_council_or_another_agency_sees_a_panels_meeting(visit: Visit, item: Item) -> None:
    for username in ("office", "member-02", "agency-moea", "announcer"):
        client = visit(username)
        for address in (f"/meetings/{item.meeting_id}/", f"/items/{item.pk}/"):
            assert client.get(address).status_code in {403, 404}
