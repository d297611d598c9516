"""What a careful clerk would send back about an annual plan."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.annual.records import AnnualPlan
from coretech.readers.plans.doubled import doubled
from coretech.readers.plans.ending import cut_off
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.lines import Line
from coretech.readers.plans.skips import skips

_OPEN, _CLOSED = "（(「『", "）)」』"


def findings(plan: AnnualPlan, lines: list[Line]) -> list[Finding]:
    """All matters, in no order."""
    return [
        *_lost(plan, lines),
        *_same_names(plan),
        *_cut_names(plan),
        *_skips(plan),
        *doubled(lines),
        *cut_off(lines),
    ]


def _lost(plan: AnnualPlan, lines: list[Line]) -> Iterator[Finding]:
    """Chapters that gave nothing."""
    last = (lines[-1].no,) if lines else ()
    if not plan.goals:
        yield Finding(Kind.LOST, last, Sentence("找不到年度施政目標。", "No goals of the year were found."))
    if not plan.programmes:
        yield Finding(
            Kind.LOST, last, Sentence("找不到年度重要計畫。", "No important programmes were found.")
        )
    for goal in plan.goals:
        if not goal.strategies:
            yield Finding(
                Kind.LOST,
                (goal.line,),
                Sentence(f"目標{goal.no}「{goal.title}」沒有策略。", f"Goal {goal.no} has no strategies."),
            )


def _same_names(plan: AnnualPlan) -> Iterator[Finding]:
    """Programmes of one unit under one name."""
    for place, each in enumerate(plan.programmes):
        earlier = next(
            (
                other
                for other in plan.programmes[:place]
                if (other.unit, other.name) == (each.unit, each.name)
            ),
            None,
        )
        if earlier is not None:
            yield Finding(
                Kind.DUPLICATE,
                (earlier.first, each.first),
                Sentence(
                    f"{each.unit}的「{each.name}」列了兩次（第{earlier.no}項及第{each.no}項）。",
                    f"Programme {each.no} bears the name of programme {earlier.no} of the same unit.",
                ),
            )


def _cut_names(plan: AnnualPlan) -> Iterator[Finding]:
    """Names whose brackets do not close, or that have no unit."""
    for each in plan.programmes:
        opened = len(re.findall(f"[{re.escape(_OPEN)}]", each.name))
        closed = len(re.findall(f"[{re.escape(_CLOSED)}]", each.name))
        if opened != closed or not each.name:
            yield Finding(
                Kind.TEXT,
                (each.first,),
                Sentence(
                    f"第{each.no}項計畫的名稱不完整：{each.name}", f"The name of programme {each.no} is cut."
                ),
            )
        if not each.unit:
            yield Finding(
                Kind.LOST,
                (each.first,),
                Sentence(f"第{each.no}項計畫沒有主管單位。", f"Programme {each.no} names no unit."),
            )


def _skips(plan: AnnualPlan) -> Iterator[Finding]:
    """Numbers of goals and strategies that leave some out."""
    yield from skips("目標", "goal", [(each.no, each.line) for each in plan.goals])
    for goal in plan.goals:
        numbers = [(each.no, each.line) for each in goal.strategies]
        yield from skips(f"目標{goal.no}的策略", f"strategy of goal {goal.no}", numbers)
