"""The controller's dashboard and the public's over 200 plans with 40 quarters; the peer is the same in plain SQL."""

from collections.abc import Iterator
from pathlib import Path

from bench.contest import Contest
from bench.contests.plan_page import staged, told
from bench.plans_served import Pages, kept, served
from bench.plans_stage import PLANS
from coretech.kit.sentence import Sentence

COUNT = 20
BAR = 300
"""Milliseconds within which 95 of 100 answers are to come."""


def contest(plans: int = PLANS, home: Path | None = None) -> Iterator[Contest]:
    """The stage, filled at the first run and kept."""
    with served(home or kept(plans), plans) as stage:
        controller = Pages(stage.port, ["/dashboard/"], stage.session, COUNT)
        public = Pages(stage.port, ["/dashboard/"], "", COUNT)

        def both() -> None:
            controller()
            public()

        yield Contest(
            "dashboard",
            Sentence(
                f"{plans}個計畫、各5,000項工作、40季的儀表板，管考與公開各{COUNT}次；對照為同樣的計數以SQL取出",
                f"the dashboards of {plans} plans with 5,000 work items and 40 quarters each: {COUNT} times the "
                "controller's and the public's; the peer counts the same in plain SQL",
            ),
            "pages",
            2 * COUNT,
            both,
            lambda: stage.ask("dashboard", 2 * COUNT),
            lambda: [
                told("管考", "controller", controller, BAR),
                told("公開", "public", public, BAR),
                staged(stage),
            ],
        )
