"""What asks for attention: rules as data, each with its weight, its rows, and how a row is told.

A number on a dashboard and the list it leads to are the same rule over the same scope.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Count, F, Func, Model, QuerySet, Value

from coretech.apps.people.models import Agency
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence

M = TypeVar("M", bound=Model)

MOST = 7
"""So many things stand first on a dashboard."""
OF_A_KIND = 2
"""So many of one kind at first, so that no kind hides the next."""


class Kind(StrEnum):
    """What is told, as its list's address has it."""

    BELOW_STANDARD = "below-standard"
    RED = "red"
    OVERDUE_SHEET = "overdue-sheets"
    OVERDUE_ISSUE = "overdue-issues"
    OWN_GREENER = "own-greener"
    OVERDUE_FINDING = "overdue-findings"
    LATE_RETURN = "late-returns"
    OUT_OF_PACE = "out-of-pace"
    UNDER_SPENT = "under-spent"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan on a dashboard: its newest version's title, and its newest published period, none where none is."""

    id: int
    slug: str
    title: str
    period: int | None = None
    year: int = 0
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a dashboard looks at on a day.

    ``agencies`` are those whose own share is told, by id; None for all of them together. ``public`` leaves out whatever
    is not published.
    """

    day: dt.date
    plans: Mapping[int, PlanLine]
    agencies: Mapping[int, Agency] | None = None
    public: bool = False

    @property
    def periods(self) -> list[int]:
        """The newest published period of each plan."""
        return [each.period for each in self.plans.values() if each.period is not None]

    def of_slug(self, slug: str) -> "Scope":
        """The same for one plan alone.

        Raises:
            Refused: (HTTP 404) where the scope has no such plan.
        """
        found = next((line for line in self.plans.values() if line.slug == slug), None)
        if found is None:
            raise not_found("這個儀表板沒有這個計畫。", "This dashboard has no such plan.")
        return replace(self, plans={found.id: found})


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that asks for attention: why, and the path of its record.

    ``plan`` and ``element_key`` name the plan's entry it is about, where it is about one; ``name`` what else it is.
    """

    kind: Kind
    reason: Sentence
    path: str
    plan: int | None = None
    element_key: str = ""
    name: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[M]):
    """A rule: what it finds in a scope, the most pressing first, and how each is told.

    ``weight`` 0 is for what is only counted and never stands first. ``plan`` is where a row has its plan's id, empty
    where it has none. ``public`` says whether the public is told.
    """

    kind: Kind
    weight: int
    title: Sentence
    rows: Callable[[Scope], QuerySet[M]]
    noted: Callable[[M, Scope], Noted] = field(repr=False)
    plan: str = ""
    public: bool = False

    def applies(self, scope: Scope) -> bool:
        """Whether the reader of this scope is told."""
        return self.public or not scope.public

    def by_plan(self, scope: Scope) -> dict[int, int]:
        """How many there are, by the plan's id; under 0 where they belong to none."""
        found = self.rows(scope).order_by()
        if not self.plan:
            return {0: found.count()}
        return dict(found.values_list(self.plan).annotate(many=Count("pk")).values_list(self.plan, "many"))

    def first(self, scope: Scope, most: int = MOST) -> list[Noted]:
        """The most pressing ones."""
        return self.page(scope, 0, most)

    def page(self, scope: Scope, start: int, end: int) -> list[Noted]:
        """The rows from one place to another, in words."""
        return [self.noted(each, scope) for each in self.rows(scope)[start:end]]


def among(column: str, keys: Iterable[int]) -> Func:
    """That a column is one of these keys, told as one parameter however many they are.

    Hundreds of parameters of their own cost more to write down than the query takes.
    """
    array = Value(list(keys), output_field=ArrayField(BigIntegerField()))
    return Func(
        F(column), array, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField()
    )


class AnyRule(Protocol):
    """A rule whatever its rows are."""

    @property
    def kind(self) -> Kind:
        """What it tells."""

    @property
    def weight(self) -> int:
        """How heavy it weighs."""

    @property
    def title(self) -> Sentence:
        """What its list is called."""

    @property
    def public(self) -> bool:
        """Whether the public is told."""

    @property
    def plan(self) -> str:
        """Where a row has its plan's id."""

    def applies(self, scope: Scope) -> bool:
        """Whether the reader is told."""

    def by_plan(self, scope: Scope) -> dict[int, int]:
        """How many there are."""

    def first(self, scope: Scope, most: int = MOST) -> list[Noted]:
        """The most pressing ones."""

    def page(self, scope: Scope, start: int, end: int) -> list[Noted]:
        """Some of them."""


def the_few(found: Iterable[tuple[int, Noted]], most: int = MOST) -> list[Noted]:
    """The heaviest few of what was found with its weight: at most two of a kind until every kind had its turn.

    What two rules say of one record is told once, by the heavier.
    """
    by_path: dict[str, tuple[int, Noted]] = {}
    for weight, noted in sorted(found, key=lambda each: -each[0]):
        by_path.setdefault(noted.path, (weight, noted))
    places: Counter[Kind] = Counter()
    turns: list[tuple[int, int, Noted]] = []
    for weight, noted in by_path.values():
        turns.append((places[noted.kind] // OF_A_KIND, -weight, noted))
        places[noted.kind] += 1
    chosen = sorted(turns, key=lambda each: each[:2])[:most]
    return [noted for _, _, noted in sorted(chosen, key=lambda each: each[1])]
