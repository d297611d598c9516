"""From a plan's JSON to its rows."""

from collections.abc import Iterator

from coretech.readers.plan_files.contract import (
    AnnualSaid,
    FindingSaid,
    GoalSaid,
    PeriodSaid,
    PlanSaid,
    ProgrammeSaid,
    Said,
    StrategySaid,
    TargetSaid,
    WorkSaid,
)
from coretech.readers.plan_files.keys import Keys
from coretech.readers.plan_files.rows import (
    BudgetRow,
    ElementRow,
    Figures,
    FindingRow,
    NumbersRow,
    PlanRows,
    TargetRow,
    WorkRow,
    YearRow,
)


def rows_of(said: Said) -> PlanRows:
    """The rows of a plan of any kind."""
    if isinstance(said, ProgrammeSaid):
        return _programme(said)
    return _plan(said) if isinstance(said, PlanSaid) else _annual(said)


def _programme(said: ProgrammeSaid) -> PlanRows:
    keys = Keys()
    industries = [
        ElementRow(
            key=keys.of("industry", no),
            kind="industry",
            code=str(no),
            title=each.name,
            line=each.line,
            text=each.vision,
            lead=tuple(each.lead),
            named=tuple(each.strategies),
        )
        for no, each in enumerate(said.industries, start=1)
    ]
    above = {each.title: each.key for each in reversed(industries)}
    measures = [
        ElementRow(
            key=keys.of("measure", each.code),
            kind="measure",
            code=each.code,
            title=each.title,
            line=each.line,
            parent=above.get(each.industry, ""),
            under=each.industry,
            lead=tuple(each.agencies),
            scheduled=each.schedule,
        )
        for each in said.measures
    ]
    coded = {each.code: each.key for each in reversed(measures)}
    return PlanRows(
        kind=said.kind,
        title=said.title,
        start=said.period.start,
        end=said.period.end,
        elements=(*industries, *measures),
        work_items=tuple(_work(each, keys, coded.get(each.measure, "")) for each in said.work_items),
        targets=tuple(
            _target(each, keys, coded.get(each.measure_code.replace(".", "-"), "")) for each in said.targets
        ),
        budget=tuple(
            BudgetRow(
                keys.of("budget", f"{each.industry}-{each.year}"),
                above.get(each.industry, ""),
                each.industry,
                each.year,
                each.amount_100m_ntd,
            )
            for each in said.budget
        ),
        findings=tuple(_findings(said.findings, keys)),
    )


def _work(each: WorkSaid, keys: Keys, parent: str) -> WorkRow:
    return WorkRow(
        key=keys.of("work", f"{each.measure}-{each.work_no}"),
        parent=parent,
        measure=each.measure,
        item_no=each.item_no,
        item_title=each.item_title,
        approach_no=each.approach_no,
        approach_title=each.approach_title,
        work_no=each.work_no,
        text=each.text,
        periods=tuple(_period(period) for period in each.periods),
        start=each.start or "",
        end=each.end or "",
        date_as_written=each.date_as_written,
        lead=tuple(each.lead),
        co=tuple(each.co),
        line=each.line,
        confidence=each.confidence,
    )


def _period(period: PeriodSaid) -> Figures:
    return period.model_dump(mode="json", exclude_unset=True)


def _target(each: TargetSaid, keys: Keys, parent: str) -> TargetRow:
    years = (
        YearRow(year, each.yearly_status[year], text, _metrics(each, year))
        for year, text in each.yearly.items()
    )
    return TargetRow(
        key=keys.of("target", each.code),
        parent=parent,
        code=each.code,
        measure_code=each.measure_code,
        measure_title=each.measure_title,
        under=each.industry,
        agencies=tuple(each.agencies),
        text=each.text,
        yearly=tuple(years),
        line=each.line,
        confidence=each.confidence,
    )


def _metrics(each: TargetSaid, year: str) -> tuple[Figures, ...] | None:
    found = each.metrics.get(year)
    return None if found is None else tuple(found)


def _plan(said: PlanSaid) -> PlanRows:
    keys = Keys()
    aims = (
        ElementRow(keys.of("agency", no), "agency", "", each.name, each.aim_line)
        for no, each in enumerate(said.agencies, start=1)
    )
    return PlanRows(
        kind=said.kind,
        title=said.title,
        start=said.period.start,
        end=said.period.end,
        elements=(*(row for goal in said.goals for row in _goal(goal, keys)), *aims),
        tables=tuple(
            NumbersRow(
                keys.of("table", each.no),
                each.no,
                each.caption,
                each.unit,
                tuple(each.header),
                tuple(map(tuple, each.rows)),
                each.line,
            )
            for each in said.tables
        ),
        findings=tuple(_findings(said.findings, keys)),
    )


def _goal(goal: GoalSaid, keys: Keys) -> Iterator[ElementRow]:
    """A goal and all beneath it, each after what it hangs on."""
    top = keys.of("goal", goal.no)
    yield ElementRow(top, "goal", str(goal.no), goal.title, goal.line)
    for subgoal in goal.subgoals:
        code = f"{goal.no}.{subgoal.no}"
        below = keys.of("subgoal", code)
        yield ElementRow(below, "subgoal", code, subgoal.title, subgoal.line, parent=top)
        for strategy in subgoal.strategies:
            yield from _strategy(strategy, below, keys)


def _strategy(strategy: StrategySaid, parent: str, keys: Keys) -> Iterator[ElementRow]:
    key = keys.of("strategy", strategy.id)
    yield ElementRow(
        key,
        "strategy",
        strategy.id,
        strategy.title,
        strategy.line,
        parent=parent,
        lead=tuple(strategy.lead),
        co=tuple(strategy.co),
    )
    for each in strategy.measures:
        yield ElementRow(keys.of("measure", each.id), "measure", each.id, each.title, each.line, parent=key)


def _annual(said: AnnualSaid) -> PlanRows:
    keys = Keys()
    elements: list[ElementRow] = []
    for goal in said.goals:
        top = keys.of("goal", goal.no)
        elements.append(ElementRow(top, "goal", str(goal.no), goal.title, goal.line))
        for each in goal.strategies:
            code = f"{goal.no}.{each.no}"
            elements.append(
                ElementRow(keys.of("strategy", code), "strategy", code, "", each.line, parent=top)
            )
    elements += [
        ElementRow(
            keys.of("programme", each.no),
            "programme",
            str(each.no),
            each.name,
            each.lines[0],
            under=each.unit,
            category=each.category,
            last_line=each.lines[1],
        )
        for each in said.programmes
    ]
    findings = tuple(_findings(said.findings, keys))
    return PlanRows(said.kind, said.title, said.year, said.year, elements=tuple(elements), findings=findings)


def _findings(findings: list[FindingSaid], keys: Keys) -> Iterator[FindingRow]:
    for no, each in enumerate(findings, start=1):
        yield FindingRow(keys.of("finding", no), each.kind, tuple(each.lines), each.zh, each.en)
