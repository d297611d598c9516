"""A year's inventory: a keeper, a round, the panel's review of all of it, the report, also of nothing (art. 9)."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.models import Body, PanelRules
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.inventory.operations.name_keeper import Named, name_keeper
from coretech.apps.inventory.operations.open_round import open_round
from coretech.apps.inventory.operations.report_round import report_round
from coretech.apps.inventory.operations.review_round import review_round
from coretech.apps.inventory.yearly.facts import is_reviewed, report_ruling
from coretech.apps.inventory.yearly.keepers import keeper_on
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.apps.inventory.yearly.rounds import RoundMoved, rounds_about
from coretech.apps.people.models import Agency, Posting
from coretech.law.ruling import Level
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import inventory_factories as inventory

pytestmark = pytest.mark.usefixtures("stage")

DAY, OFFICER = inventory.DAY, inventory.OFFICER


def nstc() -> Agency:
    return Agency.objects.get(code="nstc")


def told_last() -> str:
    """Whom the last notice was for."""
    return str(Outbox.objects.order_by("-pk").values_list("recipient__username", flat=True)[0])


def test_a_unit_keeps_the_inventory_from_its_day_on() -> None:
    inventory.keeper(since=DAY)

    assert keeper_on(nstc(), DAY - dt.timedelta(days=1)) is None
    kept = keeper_on(nstc(), DAY)
    assert kept is not None
    assert (kept.kind, kept.name) == ("unit", "科技發展處")
    assert "科技發展處" not in str(Act.objects.latest("seq").public)


def test_an_officer_who_leaves_keeps_nothing_any_more() -> None:
    post = Posting.objects.get(agency=nstc(), kind="officer")
    name_keeper(factories.acting(OFFICER), "nstc", Named("person", DAY, person=post.person_id))
    assert keeper_on(nstc(), DAY) is not None

    post.end = DAY + dt.timedelta(days=10)
    post.save()

    assert keeper_on(nstc(), DAY + dt.timedelta(days=10)) is not None
    assert keeper_on(nstc(), DAY + dt.timedelta(days=11)) is None


@pytest.mark.parametrize(
    ("named", "field"),
    [
        (Named("club", DAY, "甲"), "kind"),
        (Named("unit", DAY, "  "), "name"),
        (Named("unit", DAY, "x" * 121), "name"),
        (Named("unit", DAY, "甲", person=1), "person"),
        (Named("person", DAY, person=999_999), "person"),
        (Named("unit", DAY + dt.timedelta(days=367), "甲"), "since"),
        (Named("unit", DAY - dt.timedelta(days=1), "甲"), "since"),
    ],
)
def test_a_keeper_that_cannot_be_is_refused_at_its_field(named: Named, field: str) -> None:
    inventory.keeper()

    answer = refused(partial(name_keeper, factories.acting(OFFICER), "nstc", named))

    assert (answer.status, answer.field) == (422, field)


def test_a_round_goes_from_open_to_acknowledged_and_tells_who_waits() -> None:
    made = inventory.opened()
    inventory.found()
    review_round(factories.acting(OFFICER), made.pk, inventory.favoured())
    report_round(factories.acting(OFFICER), made.pk, "")
    assert told_last() == "office"

    acknowledge_round(factories.acting("office"), made.pk)

    made.refresh_from_db()
    assert (made.state, made.nil) == (Round.State.REPORTED, False)
    assert made.acknowledged_at is not None
    assert told_last() == OFFICER
    assert [act.kind for act in Act.objects.filter(subject=made.subject)] == [
        "inventory.round_opened",
        "inventory.round_reviewed",
        "inventory.round_reported",
        "inventory.round_acknowledged",
    ]


def test_a_nil_result_is_reviewed_and_reported_by_the_explanation() -> None:
    made = inventory.reported()

    ruling = report_ruling(made, DAY)

    assert made.nil
    assert ruling.is_yes
    assert [(article.number, article.level) for article in ruling.articles] == [("9.1", Level.EXPLANATION)]
    assert {reading.id for reading in ruling.readings} == {"nil-report-guidance"}
    kept = Act.objects.get(kind="inventory.round_reported")
    assert kept.public["ruling"]["outcome"] == "yes"
    assert inventory.NOTE not in str(kept.public)


def test_a_nil_report_must_say_how_it_was_looked_for() -> None:
    made = inventory.reviewed()

    answer = refused(partial(report_round, factories.acting(OFFICER), made.pk, "  "))

    assert (answer.status, answer.field) == (422, "note")


def test_nothing_is_reported_before_the_panel_has_looked_at_all_of_it() -> None:
    made = inventory.reviewed()
    inventory.found()

    answer = refused(partial(report_round, factories.acting(OFFICER), made.pk, ""))

    assert answer.status == 409
    made.refresh_from_db()
    assert not is_reviewed(made)


def test_what_is_found_after_the_report_brings_the_round_back_to_the_panel() -> None:
    made = inventory.reported()
    by = factories.acting(OFFICER)
    assert refused(partial(review_round, by, made.pk, inventory.favoured())).status == 409
    inventory.found()

    review_round(by, made.pk, inventory.favoured())
    report_round(by, made.pk, "")

    made.refresh_from_db()
    assert (made.state, made.nil, made.reviews.count()) == (Round.State.REPORTED, False, 2)


@pytest.mark.parametrize(
    ("found", "field"),
    [
        (PanelFound(DAY + dt.timedelta(days=1), 9, 8, "好"), "held_on"),
        (PanelFound(dt.date(2024, 12, 31), 9, 8, "好"), "held_on"),
        (PanelFound(DAY, 0, 0, "好"), "present"),
        (PanelFound(DAY, 10, 8, "好"), "present"),
        (PanelFound(DAY, 4, 4, "好"), "present"),
        (PanelFound(DAY, 9, 4, "好"), "in_favour"),
        (PanelFound(DAY, 9, 10, "好"), "in_favour"),
        (PanelFound(DAY, 9, 8, "好", abstain=2), "abstain"),
        (PanelFound(DAY, 9, 8, "好", recused=10), "recused"),
        (PanelFound(DAY, 9, 8, " "), "opinion"),
    ],
)
def test_a_review_that_cannot_be_or_falls_short_is_refused_at_its_figure(
    found: PanelFound, field: str
) -> None:
    made = inventory.opened()

    answer = refused(partial(review_round, factories.acting(OFFICER), made.pk, found))

    assert (answer.status, answer.field) == (422, field)


def test_the_agency_s_own_rules_decide_the_review() -> None:
    panel = Body.objects.get(kind="panel", agency=nstc())
    PanelRules.objects.create(
        body=panel,
        valid_from=DAY,
        quorum="half",
        majority="two_thirds",
        set_at=factories.acting(OFFICER).at,
    )
    made, by = inventory.opened(), factories.acting(OFFICER)

    assert refused(partial(review_round, by, made.pk, inventory.favoured(in_favour=5))).field == "in_favour"
    review_round(by, made.pk, inventory.favoured(in_favour=6))

    made.refresh_from_db()
    assert made.state == Round.State.REVIEWED


@pytest.mark.parametrize(
    ("due", "scope", "field"),
    [
        (DAY - dt.timedelta(days=1), "範圍", "due_on"),
        (dt.date(2026, 1, 1), "範圍", "due_on"),
        (inventory.DUE, " ", "scope"),
    ],
)
def test_a_round_is_opened_for_this_year_with_a_scope(due: dt.date, scope: str, field: str) -> None:
    answer = refused(partial(open_round, factories.acting(OFFICER), "nstc", due, scope))

    assert (answer.status, answer.field) == (422, field)
    assert not Round.objects.exists()


def test_a_round_that_began_with_its_first_candidate_is_opened_once() -> None:
    inventory.found()

    made = inventory.opened()

    assert Round.objects.count() == 1
    assert made.candidates.count() == 1
    again = partial(open_round, factories.acting(OFFICER), "nstc", inventory.DUE, "範圍")
    assert refused(again).status == 409


def test_two_who_write_at_once_do_not_write_over_each_other() -> None:
    made = inventory.opened()
    seen = made.lock
    by = factories.acting(OFFICER)
    review_round(by, made.pk, inventory.favoured(), seen)

    answer = refused(partial(report_round, by, made.pk, inventory.NOTE, seen))

    assert isinstance(answer, RoundMoved)


STEPS: dict[str, Callable[[int], Callable[..., object]]] = {
    "open": lambda _: partial(open_round, agency_code="nstc", due_on=inventory.DUE, scope="範圍"),
    "keeper": lambda _: partial(name_keeper, agency_code="nstc", named=Named("unit", DAY, "甲")),
    "review": lambda pk: partial(review_round, round_id=pk, found=inventory.favoured()),
    "report": lambda pk: partial(report_round, round_id=pk, note="無"),
}


@pytest.mark.parametrize("step", STEPS)
def test_the_steps_belong_to_the_agency_s_officers(step: str) -> None:
    made = inventory.reviewed()
    run = STEPS[step](made.pk)

    others = ("agency-moea", "office", "member-02", "panel-nstc-01", "announcer", "public")

    assert statuses_for(others, run) <= {403, 404}


def test_the_office_alone_acknowledges_once_and_only_a_report() -> None:
    made = inventory.reviewed()
    assert refused(partial(acknowledge_round, factories.acting("office"), made.pk)).status == 409
    report_round(factories.acting(OFFICER), made.pk, inventory.NOTE)

    assert statuses_for((OFFICER, "member-02"), partial(acknowledge_round, round_id=made.pk)) == {403}
    acknowledge_round(factories.acting("office"), made.pk)
    assert refused(partial(acknowledge_round, factories.acting("office"), made.pk)).status == 409


def test_a_nil_round_is_found_again_by_its_words_years_later() -> None:
    made = inventory.reported()
    later = dt.date(2027, 1, 5)

    assert rounds_about(factories.acting(OFFICER, later), "衛星與雷達") == [made]
    assert rounds_about(factories.acting("office"), "沒有可能項目") == [made]
    assert rounds_about(factories.acting("agency-moea"), "衛星") == []
    assert rounds_about(factories.acting("office"), " ") == []
