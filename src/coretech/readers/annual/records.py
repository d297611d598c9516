"""What an annual plan holds."""

from dataclasses import dataclass

from coretech.readers.plans.finding import Finding


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy of a goal: its number and the line it begins on."""

    no: int
    line: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the year with its strategies."""

    no: int
    title: str
    strategies: tuple[Strategy, ...]
    line: int

    def as_json(self) -> dict[str, object]:
        """The goal as the contract has it."""
        strategies = [{"no": each.no, "line": each.line} for each in self.strategies]
        return {"no": self.no, "title": self.title, "strategies": strategies, "line": self.line}


@dataclass(frozen=True, slots=True)
class AnnualProgramme:
    """An important programme: whose, of which category, and the lines it stands on, both included."""

    no: int
    unit: str
    name: str
    category: str
    first: int
    last: int

    def as_json(self) -> dict[str, object]:
        """The programme as the contract has it."""
        said: dict[str, object] = {"no": self.no, "unit": self.unit, "name": self.name}
        return {**said, "category": self.category, "lines": [self.first, self.last]}


@dataclass(frozen=True, slots=True)
class AnnualPlan:
    """A plan of one ROC year as read, with what a clerk would send back."""

    title: str
    year: int | None
    goals: tuple[Goal, ...]
    programmes: tuple[AnnualProgramme, ...]
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The plan as the contract has it."""
        return {
            "kind": "annual",
            "title": self.title,
            "year": self.year,
            "goals": [goal.as_json() for goal in self.goals],
            "programmes": [programme.as_json() for programme in self.programmes],
            "findings": [found.as_json() for found in self.findings],
        }
