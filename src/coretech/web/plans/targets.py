"""Targets as a table: a column a year, each cell its words or its figures."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from coretech.apps.plans.models import PlanFinding, Target
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import CODE, LINE, chinese, line_with_findings, names, year_heading
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr


def columns_for(targets: Sequence[Target]) -> tuple[Column, ...]:
    """The columns of these targets: every year that any of them has; the words only where they are kept."""
    return (
        Column(CODE),
        *([Column(Sentence("全程目標", "Target"))] if _worded(targets) else []),
        *(Column(year_heading(year)) for year in _years(targets)),
        Column(Sentence("機關", "Agencies")),
        Column(LINE),
    )


def target_rows(targets: Sequence[Target], findings: list[PlanFinding]) -> list[list[object]]:
    """A row for each target."""
    years, worded = _years(targets), _worded(targets)
    return [
        [
            target.code,
            *([chinese(target.text)] if worded else []),
            *(_cell(target, year) for year in years),
            names(target.agencies),
            line_with_findings(target.line, findings),
        ]
        for target in targets
    ]


def _worded(targets: Sequence[Target]) -> bool:
    return any(target.text for target in targets)


def _years(targets: Sequence[Target]) -> list[str]:
    return sorted({each["year"] for target in targets for each in target.yearly})


def _cell(target: Target, year: str) -> Markup | str:
    """What a year says: its words, else its figures; a dash is no target, and a hole of a merged cell says so."""
    found: dict[str, Any] | None = next((each for each in target.yearly if each["year"] == year), None)
    if found is None or found["status"] == "blank":
        return tr("空白", "blank")
    if found["status"] == "merged":
        return tr("與相鄰格合併", "merged with the cell beside it")
    if found["status"] == "none":
        return tr("無目標", "no target")
    return chinese(found["text"] or "；".join(map(_figure, found["metrics"] or ()))) or tr(
        "見原文", "see the document"
    )


def _figure(metric: dict[str, Any]) -> str:
    upper = metric.get("upper")
    value = f"{metric['value']:,}" if upper is None else f"{metric['value']:,}–{upper:,}"
    return f"{'累計 ' if metric.get('cumulative') else ''}{value} {metric.get('unit', '')}".strip()
