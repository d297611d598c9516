"""Reports on plans on the demonstration's page: whose turn it is with a sheet."""

import pytest

from coretech.apps.bodies.players import players
from coretech.web.demo.reporting import reporting
from tests.factories import cycle_factories as cycle

pytestmark = pytest.mark.usefixtures("stage")


def turns() -> dict[str, tuple[str, str]]:
    """Whose turn it is and on which page, by where the sheet stands."""
    return {
        scene.state.en: (scene.hint.player.account.username, scene.hint.page)
        for scene in reporting(players(cycle.acting("office", cycle.SECOND).at))
        if scene.hint.player is not None
    }


def test_each_hand_a_sheet_can_be_in_is_shown_once_with_its_role() -> None:
    plan = cycle.controlled()
    cycle.reported(plan)

    assert turns() == {
        "Being filled in": ("officer-motc", "sheet"),
        "Waits for the controller": ("controller-1", "sheet_check"),
    }


def test_a_submitted_sheet_waits_for_its_head() -> None:
    opened = cycle.opened(indicators=False)
    cycle.submitted(opened.sheet("motc"), "officer-motc")

    assert turns()["Waits for the agency's head"] == ("head-motc", "sheet_signature")


def test_a_published_period_asks_nobody() -> None:
    cycle.published(cycle.opened(indicators=False))

    assert turns() == {}
