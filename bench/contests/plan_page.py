"""A plan's page with 5,000 work items, among 200 such plans with 40 quarters; the peer is the same in plain SQL."""

from collections.abc import Iterator
from pathlib import Path

from bench.contest import Contest
from bench.plans_served import Pages, Served, kept, served
from bench.plans_stage import PLANS
from coretech.kit.sentence import Sentence

COUNT = 30
BAR = 150
"""Milliseconds within which 95 of 100 answers are to come."""


def contest(plans: int = PLANS, home: Path | None = None) -> Iterator[Contest]:
    """The stage, filled at the first run and kept."""
    with served(home or kept(plans), plans) as stage:
        paths = [f"/plans/stage-{1 + (7 * place) % plans}/" for place in range(COUNT)]
        ours = Pages(stage.port, paths, "", COUNT)
        yield Contest(
            "plan-page",
            Sentence(
                f"{plans}個計畫、各5,000項工作、40季中一個計畫的頁面，逐次重新產生；對照為同樣的列以SQL取出",
                f"the page of one of {plans} plans with 5,000 work items and 40 quarters each, drawn anew each time; "
                "the peer fetches the same rows in plain SQL",
            ),
            "pages",
            COUNT,
            ours,
            lambda: stage.ask("plan", COUNT),
            lambda: [told("頁面", "page", ours, BAR), staged(stage)],
        )


def told(zh: str, en: str, pages: Pages, bar: int) -> Sentence:
    """How long the pages took, beside the bar."""
    reached = pages.p(95) <= bar
    words = f"p50 {pages.p(50):,.0f} ms, p95 {pages.p(95):,.0f} ms, bar {bar} ms"
    return Sentence(
        f"{zh}：{words}{'，達到' if reached else '，未達到'}",
        f"{en}: {words}: {'reached' if reached else 'NOT reached'}",
    )


def staged(stage: Served) -> Sentence:
    """How many rows the stage has."""
    rows = ", ".join(f"{name.partition('_')[2]} {many:,}" for name, many in stage.rows.items())
    return Sentence(f"列數：{rows}", f"rows: {rows}")
