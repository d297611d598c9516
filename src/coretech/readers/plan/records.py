"""What a plan holds: a tree from goals to measures, the agencies and their aims, and tables of numbers."""

from dataclasses import dataclass, field

from coretech.readers.plans.finding import Finding


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its number within its strategy, its title, and where it stands."""

    no: int
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy of a sub-goal, who leads it and who joins, and its measures."""

    no: int
    title: str
    line: int
    measures: tuple[Measure, ...] = ()
    lead: tuple[str, ...] = ()
    co: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubGoal:
    """A sub-goal with its strategies."""

    no: int
    title: str
    line: int
    strategies: tuple[Strategy, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its sub-goals."""

    no: int
    title: str
    line: int
    subgoals: tuple[SubGoal, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The goal and all beneath it as the contract has it; ids are the numbers down the tree."""
        subgoals = [self._subgoal(each) for each in self.subgoals]
        return {"no": self.no, "title": self.title, "line": self.line, "subgoals": subgoals}

    def _subgoal(self, subgoal: SubGoal) -> dict[str, object]:
        strategies = [_strategy(f"{self.no}.{subgoal.no}.{each.no}", each) for each in subgoal.strategies]
        return {"no": subgoal.no, "title": subgoal.title, "line": subgoal.line, "strategies": strategies}


@dataclass(frozen=True, slots=True)
class Aim:
    """An agency whose aims the plan tells, and the line they begin on."""

    name: str
    line: int

    def as_json(self) -> dict[str, object]:
        """The agency as the contract has it."""
        return {"name": self.name, "aim_line": self.line}


@dataclass(frozen=True, slots=True)
class NumberTable:
    """A table of numbers: each row begins with its name; None where a dash is printed."""

    no: int
    caption: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    line: int

    def as_json(self) -> dict[str, object]:
        """The table as the contract has it."""
        rows = [list(row) for row in self.rows]
        said: dict[str, object] = {"no": self.no, "caption": self.caption, "unit": self.unit}
        return {**said, "header": list(self.header), "rows": rows, "line": self.line}


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read, with what a clerk would send back; ``start`` and ``end`` are ROC years."""

    title: str
    start: int | None
    end: int | None
    goals: tuple[Goal, ...] = ()
    agencies: tuple[Aim, ...] = ()
    tables: tuple[NumberTable, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def as_json(self) -> dict[str, object]:
        """The plan as the contract has it."""
        return {
            "kind": "plan",
            "title": self.title,
            "period": {"start": self.start, "end": self.end},
            "goals": [each.as_json() for each in self.goals],
            "agencies": [each.as_json() for each in self.agencies],
            "tables": [each.as_json() for each in self.tables],
            "findings": [each.as_json() for each in self.findings],
        }


def _strategy(number: str, strategy: Strategy) -> dict[str, object]:
    measures = [
        {"no": each.no, "id": f"{number}.{each.no}", "title": each.title, "line": each.line}
        for each in strategy.measures
    ]
    said: dict[str, object] = {
        "no": strategy.no,
        "id": number,
        "title": strategy.title,
        "line": strategy.line,
    }
    return {**said, "lead": list(strategy.lead), "co": list(strategy.co), "measures": measures}
