"""``coretech plan link``: suggesting, proposing, judging and listing what a plan's entries serve."""

import json

import pytest

from tests.cli.conftest import Run
from tests.factories import plans_factories
from tests.factories.motion_factories import MEASURE, SLUG


@pytest.fixture(autouse=True)
def _plan(run: Run) -> None:  # noqa: ARG001 - its database
    plans_factories.taken_over(plans_factories.programme())


def listed(run: Run, *account: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("plan", "link", "list", "--json", *account).out)
    return found


def test_a_link_is_proposed_judged_and_then_public(run: Run) -> None:
    what = ("--relation", "builds", "--item", "14", "--why", "同一技術")
    assert run("plan", "link", "propose", SLUG, MEASURE, *what, "--as", "agency-nstc").status == 0
    (waiting,) = listed(run, "--as", "office")

    assert (waiting["item"], waiting["judgement"]) == (14, "")
    assert listed(run) == []

    assert run("plan", "link", "judge", str(waiting["link"]), "accepted", "--as", "office").status == 0
    assert [each["judgement"] for each in listed(run)] == ["accepted"]


def test_a_refusal_says_why(run: Run) -> None:
    refused = run("plan", "link", "judge", "1", "accepted", "--as", "member-05")

    assert refused.status != 0
    assert "the Office" in refused.err


def test_names_that_share_nothing_suggest_nothing(run: Run) -> None:
    found = run("plan", "link", "suggest", SLUG, MEASURE)

    assert found.status == 0
    assert "No item of the list has a name alike" in found.err
