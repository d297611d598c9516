"""Every gatherer against the slow and obvious way, for everybody of the cast, on several days."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.states import State
from coretech.apps.duties.deadline import OFFICE, Deadline, Urgency
from coretech.apps.duties.gathering import GATHERERS
from coretech.apps.duties.gathering.cases import case_steps
from coretech.apps.duties.gathering.inventory import running_rounds
from coretech.apps.duties.gathering.publication import announcements, legislature_reports
from coretech.apps.duties.gathering.terms import vacancies
from coretech.apps.duties.kinds import KINDS, What
from coretech.apps.duties.queries import Chosen, View, by_week, deadlines, views_of
from coretech.apps.inventory.models import Round
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from tests import duties_reference as slow
from tests import factories
from tests.factories import duties_factories as busy
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

DAYS = (busy.DAY, busy.days(8), dt.date(2026, 12, 1))
Gatherer = Callable[[Acting], Iterator[Deadline]]
TWO_WAYS = dict(zip(GATHERERS, slow.REFERENCES, strict=True))


SEEN = {
    *(
        "term",
        "shortfall",
        "own-term",
        "meeting",
        "reply",
        "stand-in",
        "declaration",
        "agreement",
        "unsigned",
    ),
    *("minutes-reply", "minutes-confirmation", "keeper", "round", "round-review", "dossier", "consultation"),
    *("comment-period", "dispositions", "request", "council-year", "panel-year", "yearly-review"),
}


def told(by: Acting, gather: Gatherer) -> set[slow.Told]:
    return {(each.what.value, each.subject, each.due_on) for each in gather(by)}


def test_each_gatherer_has_its_reference() -> None:
    assert [gather.__name__ for gather in GATHERERS] == [slow_one.__name__ for slow_one in slow.REFERENCES]


def test_every_gatherer_finds_what_the_obvious_way_finds_for_everybody() -> None:
    busy.busy()
    different, kinds = [], set()
    for username in busy.EVERYBODY:
        for day in DAYS:
            by = factories.acting(username, day)
            for gather, reference in TWO_WAYS.items():
                found, expected = told(by, gather), set(reference(by))
                different += [(username, day, found ^ expected)] if found != expected else []
                kinds |= {what for what, _, _ in found}

    assert different == []
    assert kinds >= SEEN


def test_once_a_panel_s_terms_are_over_every_seat_is_vacant() -> None:
    by = factories.acting("agency-nstc", dt.date(2027, 3, 3))

    assert told(by, vacancies) == set(slow.vacancies(by))
    assert len(told(by, vacancies)) == 9


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("username", ["office", "agency-nstc", "agency-moea", "announcer", "member-02"])
def test_a_case_waits_for_one_thing_in_each_state(state: State, username: str) -> None:
    case = factories.draft_case(factories.addition())
    if state is State.PRE_ANNOUNCED:
        busy.published().cases.add(case)
    Case.objects.filter(pk=case.pk).update(state=state.value)

    for day in DAYS[:2]:
        by = factories.acting(username, day)
        for gather in (case_steps, announcements, legislature_reports):
            assert told(by, gather) == set(TWO_WAYS[gather](by))


def test_a_complete_draft_waits_for_its_panel_by_the_day_it_meets() -> None:
    case = panels.ready_case()
    officer = factories.acting("agency-nstc")
    assert told(officer, case_steps) == {("panel-review", case.subject, None)}

    panels.listed(case, panels.called(busy.days(9)))

    assert told(officer, case_steps) == {("panel-review", case.subject, busy.days(9))}


@pytest.mark.parametrize("state", Round.State)
def test_a_round_waits_for_one_thing_in_each_state(state: Round.State) -> None:
    busy.busy()
    Round.objects.update(state=state)

    for username in ("office", "agency-moea", "member-02"):
        by = factories.acting(username)
        assert told(by, running_rounds) == set(slow.running_rounds(by))


def test_an_announcement_waits_for_the_end_of_its_comments_and_for_each_disposition() -> None:
    case, draft = factories.draft_case(factories.addition()), busy.published()
    draft.cases.add(case)
    Case.objects.filter(pk=case.pk).update(state=State.PRE_ANNOUNCED.value)
    assert told(factories.acting("announcer", busy.days(10)), announcements) == set()
    assert told(factories.acting("announcer", busy.days(11)), announcements) == set()

    dispose_comment(factories.acting("office", busy.days(11)), draft.comments.get().pk, "noted", "Noted.")

    assert told(factories.acting("announcer", busy.days(11)), announcements) == {
        ("announcement", case.subject, None)
    }


def test_every_kind_is_told_of() -> None:
    assert set(KINDS) == set(What)


def test_overdue_comes_first_then_by_day_then_what_has_none() -> None:
    busy.busy()
    by = factories.acting("office", busy.days(8))
    found = deadlines(by, View.OFFICE)
    order = [each.status_on(by.today) for each in found]

    assert order == sorted(order, key=list(Urgency).index)
    assert {Urgency.OVERDUE, Urgency.COMING, Urgency.NO_DAY} <= set(order)
    overdue, weeks = by_week(found, by.today)
    assert [*overdue, *(each for week in weeks for each in week.deadlines)] == found
    for week in weeks:
        for each in week.deadlines:
            assert (week.monday is None) == (each.due_on is None)
            if week.monday is not None and each.due_on is not None:
                assert week.monday.weekday() == 0
                assert 0 <= (each.due_on - week.monday).days < 7


@pytest.mark.parametrize(
    ("ahead", "status"),
    [
        (-1, Urgency.OVERDUE),
        (0, Urgency.SOON),
        (7, Urgency.SOON),
        (8, Urgency.COMING),
        (None, Urgency.NO_DAY),
    ],
)
def test_its_own_day_is_not_late_yet(ahead: int | None, status: Urgency) -> None:
    due = None if ahead is None else busy.days(ahead)
    deadline = Deadline(
        what=What.CHECK, owner=OFFICE, about=Sentence("案", "case"), subject="case/1", path="/", due_on=due
    )

    assert deadline.status_on(busy.DAY) is status


def test_a_choice_keeps_only_its_topic_and_status() -> None:
    busy.busy()
    by = factories.acting("office")
    everything = deadlines(by, View.OFFICE)
    for topic in {each.kind.topic for each in everything}:
        for status in Urgency:
            chosen = deadlines(by, View.OFFICE, Chosen(topic, status))
            assert chosen == [
                each for each in everything if each.kind.topic is topic and each.status_on(by.today) is status
            ]


def test_a_view_of_others_is_refused() -> None:
    assert views_of(factories.acting("member-02")) == (View.ME,)
    for username, view in (("member-02", View.AGENCY), ("agency-nstc", View.OFFICE), ("public", View.ME)):
        with pytest.raises(Refused) as refused:
            deadlines(factories.acting(username), view)
        assert refused.value.status == 403
