"""``coretech panel``: the rules of any day, the agenda, and the opinion."""

import pytest

from coretech.apps.bodies.models import PanelRules
from coretech.apps.meetings.models import Item, PanelOpinion
from tests.cli.conftest import Run
from tests.factories import panel_factories as panels

OFFICER = ("--as", "agency-nstc")
RULES = ("--from", "2025-06-03", "--quorum", "two_thirds", "--majority", "votes_cast")


@pytest.fixture
def panel(run: Run) -> str:  # noqa: ARG001 - the stage must stand first
    return str(panels.panel().pk)


def test_rules_are_settled_and_told_for_any_day(run: Run, panel: str) -> None:
    assert (
        run("panel", "set-rules", panel, *RULES, "--changes", *OFFICER, "--json").subject == f"panel/{panel}"
    )

    assert PanelRules.objects.get().changes_allowed
    assert run("panel", "rules", panel, *OFFICER, "--json").data["rules"] is None
    later = run("panel", "rules", panel, "--on", "114.6.3", *OFFICER, "--json").data
    assert later["rules"]["quorum"] == "two_thirds"
    words = run("panel", "rules", panel, *OFFICER)
    assert "the council's rules apply" in words.out
    assert "two thirds or more" in words.out


@pytest.mark.parametrize(
    ("change", "status"),
    [(("--from", "2025-06-02"), 2), (("--quorum", "all"), 2), (("--term-months", "0"), 2)],
)
def test_rules_that_cannot_be_are_refused(run: Run, panel: str, change: tuple[str, str], status: int) -> None:
    assert run("panel", "set-rules", panel, *RULES, *change, *OFFICER).status == status
    assert not PanelRules.objects.exists()


@pytest.mark.parametrize(("account", "status"), [("office", 1), ("agency-moea", 1), ("panel-nstc-02", 1)])
def test_nobody_else_settles_them(run: Run, panel: str, account: str, status: int) -> None:
    assert run("panel", "set-rules", panel, *RULES, "--as", account).status == status


def test_the_panels_that_may_be_seen_are_listed(run: Run, panel: str) -> None:
    listed = run("panel", "list", "--as", "panel-nstc-04", "--json").data

    assert [str(each["id"]) for each in listed] == [panel]
    assert run("panel", "list", "--as", "office").status == 1


def test_a_case_goes_on_the_agenda_and_gets_its_opinion(run: Run) -> None:
    case, meeting = panels.ready_case(), panels.called()

    run("panel", "agenda", case.reference, str(meeting.pk), *OFFICER)
    item = Item.objects.get(case=case)
    run("panel", "opinion", str(item.pk), "--text", "In favour.", "--conditions", "Add figures.", *OFFICER)

    assert PanelOpinion.objects.get().conditions == "Add figures."


def test_an_opinion_without_words_is_refused(run: Run) -> None:
    item = panels.listed(panels.ready_case(), panels.called())

    assert run("panel", "opinion", str(item.pk), *OFFICER).status == 2
