"""How an agency settles the rules of its panel, and which of them a day goes by."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.bodies.models import PanelRules
from coretech.apps.bodies.operations.set_panel_rules import Settled, set_panel_rules
from coretech.apps.bodies.panel_rules import (
    changes_allowed_on,
    history_of_rules,
    majority_on,
    quorum_on,
    rules_on,
    visible_panels,
)
from coretech.law.terms import PanelMajority, PanelQuorum
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

TOMORROW = factories.DAY + dt.timedelta(days=1)
SOUND = Settled(
    TOMORROW, "two_thirds", "votes_cast", 36, changes_allowed=True, procedure=" 通知須於七日前送達。 "
)


def test_rules_hold_from_their_first_day_and_the_public_leaf_says_which() -> None:
    act = set_panel_rules(factories.acting(panels.OFFICER), panels.panel().pk, SOUND)

    panel = panels.panel()
    assert rules_on(panel, factories.DAY) is None
    assert (quorum_on(panel, TOMORROW), majority_on(panel, TOMORROW)) == (
        PanelQuorum.TWO_THIRDS,
        PanelMajority.VOTES_CAST,
    )
    assert changes_allowed_on(panel, TOMORROW)
    assert not changes_allowed_on(panel, factories.DAY)
    assert PanelRules.objects.get().procedure == "通知須於七日前送達。"
    assert act.subject == f"panel/{panel.pk}"
    assert act.public["quorum"] == "two_thirds"
    assert "procedure" not in act.public


@pytest.mark.parametrize(
    ("settled", "field"),
    [
        (replace(SOUND, valid_from=factories.DAY), "valid_from"),
        (replace(SOUND, valid_from=dt.date(1999, 1, 1)), "valid_from"),
        (replace(SOUND, quorum="all"), "quorum"),
        (replace(SOUND, majority=""), "majority"),
        (replace(SOUND, term_months=0), "term_months"),
        (replace(SOUND, term_months=121), "term_months"),
        (replace(SOUND, procedure="字" * 20_001), "procedure"),
    ],
)
def test_rules_that_cannot_be_are_refused_at_their_field(settled: Settled, field: str) -> None:
    by, panel = factories.acting(panels.OFFICER), panels.panel()

    assert refused(lambda: set_panel_rules(by, panel.pk, settled)).field == field


@pytest.mark.parametrize("username", ["office", "agency-moea", "panel-nstc-01", "member-02", "public"])
def test_nobody_but_the_agencys_officers_settles_its_panels_rules(username: str) -> None:
    by = factories.acting(username)

    assert refused(lambda: set_panel_rules(by, panels.panel().pk, SOUND)).status == 403


def test_a_body_that_is_no_panel_has_no_such_rules() -> None:
    assert refused(lambda: set_panel_rules(factories.acting(panels.OFFICER), 0, SOUND)).status == 404


@pytest.mark.parametrize(
    ("username", "agencies"),
    [("agency-nstc", ["nstc"]), ("panel-nstc-02", ["nstc"]), ("agency-moa", ["moa"])],
)
def test_an_agencys_panel_is_seen_by_its_officers_and_members_alone(
    username: str, agencies: list[str]
) -> None:
    assert [panel.agency.code for panel in visible_panels(factories.acting(username))] == agencies


@pytest.mark.parametrize("username", ["office", "member-02", "announcer", "public"])
def test_whoever_has_no_panel_is_refused(username: str) -> None:
    assert refused(lambda: visible_panels(factories.acting(username))).status == 403


def test_a_later_word_on_the_same_day_replaces_the_earlier_before_it_began() -> None:
    panels.settle("half", "votes_cast", TOMORROW)
    panels.settle("two_thirds", "votes_cast", TOMORROW)

    newest, replaced = history_of_rules(panels.panel())

    assert (newest.rules.quorum, newest.replaced, newest.until) == ("two_thirds", False, None)
    assert replaced.replaced
    assert not replaced.holds_on(TOMORROW)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    starts=st.lists(st.integers(1, 30), max_size=6),
    asked=st.integers(0, 40),
)
def test_on_any_day_at_most_one_set_of_rules_holds_and_the_history_says_which(
    starts: list[int], asked: int
) -> None:
    moa = panels.panel("moa")
    first = factories.DAY
    for days in starts:
        begins = first + dt.timedelta(days=days)
        set_panel_rules(factories.acting("agency-moa"), moa.pk, Settled(begins, "half", "votes_cast"))

    day = first + dt.timedelta(days=asked)
    holding = [held.rules for held in history_of_rules(moa) if held.holds_on(day)]

    current = rules_on(moa, day)
    assert holding == ([] if current is None else [current])


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id"])
@pytest.mark.parametrize("table", ["bodies_panelrules", "meetings_panelopinion"])
def test_neither_rules_nor_opinions_are_ever_changed_or_deleted(table: str, statement: str) -> None:
    panels.settle("half", "votes_cast")
    panels.opined(panels.listed(panels.ready_case(), panels.called()))

    with (
        pytest.raises(ProgrammingError, match="Cannot update or delete"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
