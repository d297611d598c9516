"""Playing the real change: to its end, on its days, and on from wherever it stopped."""

import datetime as dt
from itertools import islice

import pytest

from coretech.apps.audit.clock import now, set_demo_day
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.cases.content import StakeholderViews
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Request, Round
from coretech.apps.meetings.models import Attendance, Ballot, Declaration, RollEntry
from coretech.apps.register.queries import difference, history
from coretech.apps.register.reviews import sheets
from coretech.demo.acting import acting_as
from coretech.demo.cast import SENDING
from coretech.demo.play import SCENES, play
from coretech.demo.proposals import ADDITION, RENAMING
from coretech.kit.refusal import Refused

pytestmark = pytest.mark.usefixtures("opened")


def test_the_play_carries_the_change_onto_the_list_on_its_real_dates() -> None:
    played = list(play())

    changes = {change.number: change.after for change in difference(dt.date(2026, 2, 1), dt.date(2026, 2, 2))}
    days = {one.scene.name.en.split(";")[0]: one.day for one in played}
    assert [one.place for one in played] == list(range(1, len(SCENES) + 1))
    assert {number: after.name_zh for number, after in changes.items() if after} == {
        12: RENAMING.name_zh,
        23: ADDITION.name_zh,
    }
    assert days["Pre-announcement"] == dt.date(2025, 11, 24)
    assert history(12)[-1].announcement.document_number == "示範字第1150000001號"
    assert (now().date(), audit().broken) == (dt.date(2026, 2, 2), ())


def test_every_scene_says_who_may_and_by_which_article_and_writes_something() -> None:
    for one in play():
        assert one.permission.cited
        assert one.came.acts, one.scene.name
        assert {act.confidential["via"] for act in one.came.acts} == {"demonstration"}


def test_the_law_closes_doors_on_the_way_and_says_why() -> None:
    refused = [one.came.refused for one in play() if one.came.refused is not None]

    cited = [refusal.ruling.cited for refusal in refused if refusal.ruling is not None]
    said = [refusal.sentence.zh for refusal in refused if refusal.ruling is None]
    assert cited == ["11", "5.3"]
    assert [words[:8] for words in said] == [
        "專家審查會尚未審",
        "專家審查會尚未審",
        "本案採無記名投票",
        "尚有2則意見未處",
    ]


def test_one_member_steps_aside_from_the_renaming_and_votes_on_the_addition() -> None:
    list(play())

    recused = Declaration.objects.filter(recused=True)
    assert [declared.item.title.zh for declared in recused] == [RENAMING.name_zh]
    assert Ballot.objects.filter(item__case__name_zh=RENAMING.name_zh).count() == 22
    assert RollEntry.objects.filter(item__case__name_zh=ADDITION.name_zh).count() == 23
    assert not Ballot.objects.filter(item__case__name_zh=ADDITION.name_zh).exists()


def test_an_agency_sends_a_stand_in_who_is_counted_and_votes() -> None:
    list(play())

    sent = Attendance.objects.get(status=Attendance.Status.STAND_IN)
    assert sent.stand_in is not None
    assert sent.stand_in.account is not None
    assert sent.stand_in.account.username == SENDING
    assert RollEntry.objects.filter(appointment=sent.appointment).exists()


def test_what_a_stakeholder_answered_stands_first_in_the_dossier() -> None:
    list(play())

    part = newest_parts(Case.objects.get(name_zh=RENAMING.name_zh))["stakeholder_views"]
    assert isinstance(views := content_of(part), StakeholderViews)
    assert [view.group for view in views.views] == ["industry", "government", "academia", "research"]
    assert (views.views[0].who, views.views[0].source) == ("陳示範", "徵詢2025-0001-C1-A1")


def test_one_agency_reports_that_nothing_was_found() -> None:
    list(play())

    rounds = {each.agency.code: each for each in Round.objects.select_related("agency")}
    assert [(code, each.nil) for code, each in sorted(rounds.items())] == [("moea", True), ("nstc", False)]
    assert all(each.acknowledged_at for each in rounds.values())


def test_what_the_play_leaves_undone_is_there_to_be_done() -> None:
    list(play())

    draft = Case.objects.get(state=State.DRAFT.value)
    (sheet,) = sheets(acting_as("agency-nstc"), 2025)
    assert draft.candidate.request.decision == Request.Decision.PROCEED
    assert set(newest_parts(draft)) == {"description", "characteristics"}
    assert sheet.missing == [7, 8, 9, 10, 11, 12, 14]


def test_a_play_that_stops_after_each_scene_goes_on_with_the_next_one() -> None:
    assert [next(play()).place for _ in SCENES] == list(range(1, len(SCENES) + 1))


def test_a_play_that_is_over_does_nothing() -> None:
    list(play())
    acts = Act.objects.count()

    assert list(play()) == []
    assert Act.objects.count() == acts


def test_the_clock_never_goes_back_and_late_plays_reach_the_end_too() -> None:
    set_demo_day(dt.date(2026, 3, 2))
    days = [one.day for one in play()]

    assert days == sorted(days)
    assert days[0] == dt.date(2026, 3, 2)
    assert len(history(12)) == 2


def test_a_case_withdrawn_by_hand_stops_the_play_with_a_sentence() -> None:
    list(islice(play(), 5))
    withdraw(acting_as("agency-nstc"), Case.objects.get(name_zh=ADDITION.name_zh).reference, "by hand")

    with pytest.raises(Refused, match="演出無法接續"):
        list(play())
