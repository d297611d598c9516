"""A plan as a tree, from goals or industries down to work items, drawn as branches that open without a script."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.urls import reverse

from coretech.apps.plans.models import Element, PlanVersion, Target, WorkItem
from coretech.apps.reports.measured.standing_of import Latest, Stood
from coretech.apps.reports.models import Indicator
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.kit.sentence import Sentence
from coretech.web.plans.lights import counts_of, lights_together, tags_of
from coretech.web.plans.words import ELEMENTS, months_short, without_marks
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

MOST_WORKS = 1000
"""Up to so many work items all stand in the tree; a larger plan has them on its measures' pages."""

MOST_OPEN = 60
"""Up to so many entries below the tops, the tops are open from the start."""

_BRANCHES = {Element.Kind.INDUSTRY, Element.Kind.GOAL, Element.Kind.SUBGOAL, Element.Kind.STRATEGY}
_WORK_COLUMNS = ("parent_id", "work_no", "text", "approach_title", "start", "end", "lead")


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A work item in the tree."""

    number: str
    words: str
    when: str
    who: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entry of the tree with what hangs on it."""

    key: str
    href: str
    kind: str
    name: str
    lead: str
    tags: list[Tag]
    counts: str
    children: list["Node"]
    works: list[WorkLine]
    branch: bool
    opened: bool


@dataclass(frozen=True, slots=True)
class _Counts:
    """What hangs on each element, by its id, and how each measure stood, by its key."""

    works: Mapping[int | None, int]
    targets: Mapping[int | None, int]
    indicators: Mapping[str, int]
    stood: Mapping[str, Stood]
    lines: Mapping[int | None, list[WorkLine]] = field(default_factory=dict)


def nodes_of(version: PlanVersion, latest: Latest, asked: str = "") -> list[Node]:
    """The top of the tree with all below it, in a fixed number of queries; ``asked`` opens one branch, or ``all``."""
    tree = tree_of(version)
    counts = _counts(version, latest)
    tops = [each for each in tree.tops if each.kind in _BRANCHES]
    opens = len(tree.by_key) - len(tops) <= MOST_OPEN or asked == "all"
    return [_node(version, tree, each, counts, opened=opens or each.key == asked) for each in tops]


def _counts(version: PlanVersion, latest: Latest) -> _Counts:
    works = _on_each(WorkItem.objects.filter(version=version))
    indicators = Indicator.objects.filter(plan=version.plan_id).order_by()
    return _Counts(
        works,
        _on_each(Target.objects.filter(version=version)),
        Counter(indicators.values_list("element_key", flat=True)),
        latest.stood,
        _lines(version) if sum(works.values()) <= MOST_WORKS else {},
    )


def _on_each(rows: QuerySet[WorkItem] | QuerySet[Target]) -> Counter[int | None]:
    """How many rows hang on each element, by its id."""
    return Counter(parent for (parent,) in rows.order_by().values_list("parent_id"))


def _lines(version: PlanVersion) -> dict[int | None, list[WorkLine]]:
    found: dict[int | None, list[WorkLine]] = defaultdict(list)
    rows = WorkItem.objects.filter(version=version).order_by("order").values_list(*_WORK_COLUMNS)
    for parent, number, text, approach, start, end, lead in rows:
        found[parent].append(
            WorkLine(number, without_marks(text or approach), months_short(start, end), "、".join(lead))
        )
    return found


def _node(version: PlanVersion, tree: Tree, element: Element, counts: _Counts, *, opened: bool) -> Node:
    children = [_node(version, tree, each, counts, opened=opened) for each in tree.below(element)]
    branch = element.kind in _BRANCHES
    stood = counts.stood.get(element.key)
    return Node(
        key=element.key,
        href=reverse("plan_element", args=[version.plan.slug, element.key]),
        kind=say(ELEMENTS[Element.Kind(element.kind)]),
        name=f"{element.code} {element.title}".strip(),
        lead="、".join(element.lead),
        tags=tags_of(stood),
        counts=_below(tree, element, counts) if branch else _counted(element, counts, stood),
        children=children,
        works=counts.lines.get(element.pk, []),
        branch=branch,
        opened=opened,
    )


def _below(tree: Tree, element: Element, counts: _Counts) -> str:
    """How many measures and work items stand below a branch, and how many measures have which light."""
    under = [each for each in tree.under(element) if each.kind == Element.Kind.MEASURE]
    stood = [counts.stood[each.key] for each in under if each.key in counts.stood]
    parts = [
        _many(len(under), Sentence("項措施", "measures")),
        _many(sum(counts.works[each.pk] for each in under), Sentence("項工作", "work items")),
        lights_together(stood),
    ]
    return tr("，", ", ").join(part for part in parts if part)


def _counted(element: Element, counts: _Counts, stood: Stood | None) -> str:
    there = element.pk in counts.lines
    parts = [
        "" if there else _many(counts.works[element.pk], Sentence("項工作", "work items")),
        _many(counts.targets[element.pk], Sentence("項目標", "targets")),
        _many(counts.indicators[element.key], Sentence("項指標", "indicators")),
        counts_of(stood),
    ]
    return tr("，", ", ").join(part for part in parts if part)


def _many(count: int, what: Sentence) -> str:
    return tr(f"{count}{what.zh}", f"{count} {what.en}") if count else ""
