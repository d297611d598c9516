"""The compiled scores of an evaluation: by element, by chapter and as a whole; the same at every asking."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from coretech.apps.plans.models import Element
from coretech.apps.reports.evaluations.access import scored_in
from coretech.apps.reports.evaluations.scoring import declared_keys, newest_scores
from coretech.apps.reports.models import Criterion, Evaluation, Score
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.apps.reports.sheets.access import digest_of
from coretech.engines.scoring.compiling import Given, Scored, Weighed, compiled, mean_of


@dataclass(frozen=True, slots=True)
class Line:
    """An element with its scores, and what evaluators wrote of it, without their names."""

    element: Element
    scored: Scored
    comments: tuple[tuple[Criterion, str], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the plan at the top of its tree, with the elements scored in it."""

    element: Element
    lines: tuple[Line, ...]

    @property
    def mean(self) -> Decimal | None:
        """The mean of its elements' totals in per cent, each counting once."""
        return mean_of(line.scored.total for line in self.lines)


@dataclass(frozen=True)
class Compiled:
    """An evaluation's scores: the criteria with their weights, and the chapters in printed order."""

    criteria: tuple[Criterion, ...]
    chapters: tuple[Chapter, ...]
    evaluators: int

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every element."""
        return tuple(line for chapter in self.chapters for line in chapter.lines)

    @property
    def mean(self) -> Decimal | None:
        """The mean of all elements' totals, each counting once."""
        return mean_of(line.scored.total for line in self.lines)

    def mean_by(self, criterion: Criterion) -> Decimal | None:
        """The mean of all elements' means by one criterion, each counting once."""
        return mean_of(line.scored.by_criterion[criterion.order] for line in self.lines)

    @property
    def thin(self) -> tuple[Line, ...]:
        """The elements with too few evaluators."""
        return tuple(line for line in self.lines if line.scored.total.is_thin)

    @property
    def digest(self) -> str:
        """What tells these figures from others: the log keeps it at the compilation."""
        return digest_of(
            {
                line.element.key: [
                    f"{each.count}:{each.mean}:{each.deviation}"
                    for each in (line.scored.total, *line.scored.by_criterion.values())
                ]
                for line in self.lines
            }
        )


def compiled_of(evaluation: Evaluation) -> Compiled:
    """What the scores on record say; one given before its evaluator declared the element does not count."""
    tree, elements = tree_of(evaluation.version), scored_in(evaluation.version)
    criteria = tuple(evaluation.criteria.order_by("order"))
    scores = _counting(evaluation, tree)
    weighed = [Weighed(each.order, each.weight, each.most) for each in criteria]
    given = [Given(each.evaluator_id, each.criterion.order, each.element_key, each.score) for each in scores]
    by_key = {each.key: each for each in compiled([each.key for each in elements], weighed, given)}
    comments = _comments(scores)
    chapters: dict[str, list[Line]] = defaultdict(list)
    for each in elements:
        chapters[top_of(each, tree).key].append(Line(each, by_key[each.key], tuple(comments[each.key])))
    told = tuple(Chapter(tree.by_key[key], tuple(lines)) for key, lines in chapters.items())
    return Compiled(criteria, told, len({each.evaluator_id for each in scores}))


def top_of(element: Element, tree: Tree) -> Element:
    """The chapter an element belongs to: what stands at the top above it, or itself."""
    return next(iter(tree.above(element)), element)


def _counting(evaluation: Evaluation, tree: Tree) -> list[Score]:
    declared = {each.pk: declared_keys(each, tree) for each in evaluation.evaluators.all()}
    rows = newest_scores(evaluation).select_related("criterion")
    return [each for each in rows if each.element_key not in declared[each.evaluator_id]]


def _comments(scores: list[Score]) -> dict[str, list[tuple[Criterion, str]]]:
    """What was written, in an order that tells nobody's hand: by criterion, then by the words."""
    found: dict[str, list[tuple[Criterion, str]]] = defaultdict(list)
    for each in sorted(scores, key=lambda score: (score.criterion.order, score.comment)):
        if each.comment:
            found[each.element_key].append((each.criterion, each.comment))
    return found
