"""Playing the real change: to its end, on its days, and on from wherever it stopped."""

import datetime as dt
from itertools import islice

import pytest

from coretech.apps.audit.clock import now, set_demo_day
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.meetings.models import Ballot, Declaration
from coretech.apps.register.queries import difference, history
from coretech.demo.acting import acting_as
from coretech.demo.play import SCENES, play
from coretech.demo.proposals import ADDITION, PROPOSALS, RENAMING
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


def test_the_law_closes_three_doors_on_the_way_and_says_why() -> None:
    refused = [one.came.refused for one in play() if one.came.refused is not None]

    rulings = [refusal.ruling for refusal in refused]
    assert [None if ruling is None else ruling.cited for ruling in rulings] == ["11", "5.3", None]
    assert "意見未處理" in refused[-1].sentence.zh


def test_one_member_steps_aside_from_the_renaming_and_votes_on_the_addition() -> None:
    list(play())

    recused = Declaration.objects.filter(recused=True)
    assert [declared.item.title.zh for declared in recused] == [RENAMING.name_zh]
    assert [Ballot.objects.filter(item__case__name_zh=one.name_zh).count() for one in PROPOSALS] == [22, 23]


@pytest.mark.parametrize("stop", range(1, len(SCENES)))
def test_a_play_that_stopped_goes_on_with_the_next_scene(stop: int) -> None:
    assert len(list(islice(play(), stop))) == stop

    assert next(play()).place == stop + 1


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
