"""Which elements are closed to an evaluator, which scores count, and how far each evaluator has come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.bodies.queries import postings_of
from coretech.apps.plans.models import Element, PlanVersion, WorkItem
from coretech.apps.reports.evaluations.access import scored_in
from coretech.apps.reports.models import Evaluation, Evaluator, InterestDeclaration, Score
from coretech.apps.reports.responsible import Responsible, responsible_for
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.apps.reports.sheets.parts import leads_of
from coretech.kit.sentence import Sentence

DECLARED = Sentence("您已申報與這一項有利益關係。", "You declared an interest in it.")
OWN_AGENCY = Sentence("這一項由您任職的機關負責。", "An agency you serve answers for it.")


@dataclass(frozen=True, slots=True)
class Place:
    """How far one evaluator has come: elements scored of those open, and those closed; no declaration yet is told."""

    evaluator: Evaluator
    declared: bool
    scored: int
    open: int
    closed: int

    @property
    def is_done(self) -> bool:
        """Whether every open element is scored."""
        return self.declared and self.scored >= self.open


def declaration_of(evaluator: Evaluator) -> InterestDeclaration | None:
    """The declaration that holds; None before the first."""
    return evaluator.declarations.order_by("-pk").first()


def declared_keys(evaluator: Evaluator, tree: Tree) -> frozenset[str]:
    """The elements declared, and everything below them."""
    found = declaration_of(evaluator)
    given = [] if found is None else found.element_keys
    return frozenset(each.key for key in given if key in tree.by_key for each in tree.under(tree.by_key[key]))


def closed_to(evaluator: Evaluator, version: PlanVersion, day: dt.date) -> dict[str, Sentence]:
    """Every element the evaluator must not score, with the reason; own agencies as they are on the day."""
    tree, responsible = tree_of(version), responsible_for(version, day)
    served = {post.agency.code for post in postings_of(evaluator.person, day)}
    through = _leads_of_works(version, responsible) if served else {}
    closed = {
        each.key: OWN_AGENCY
        for each in tree.by_key.values()
        if served & ({*leads_of(each, tree, responsible)} | through.get(each.pk, set()))
    }
    return closed | dict.fromkeys(declared_keys(evaluator, tree), DECLARED)


def newest_scores(evaluation: Evaluation) -> QuerySet[Score]:
    """The scores that count: each evaluator's newest of an element by a criterion."""
    return (
        Score.objects.filter(evaluator__evaluation=evaluation)
        .order_by("evaluator_id", "criterion_id", "element_key", "-pk")
        .distinct("evaluator_id", "criterion_id", "element_key")
    )


def own_scores(evaluator: Evaluator, element_key: str = "") -> list[Score]:
    """The evaluator's own newest scores, of one element where it is named; nobody else's."""
    rows = newest_scores(evaluator.evaluation).filter(evaluator=evaluator).select_related("criterion")
    return list(rows.filter(element_key=element_key) if element_key else rows)


def places_of(evaluation: Evaluation, day: dt.date) -> list[Place]:
    """How far the evaluators have come: counts, and not one score."""
    return [
        place_of(each, scored_in(evaluation.version), day)
        for each in evaluation.evaluators.select_related("person", "evaluation__version").order_by("pk")
    ]


def place_of(evaluator: Evaluator, elements: Iterable[Element], day: dt.date) -> Place:
    """How far one evaluator has come."""
    keys = [each.key for each in elements]
    closed = closed_to(evaluator, evaluator.evaluation.version, day).keys() & set(keys)
    scored = {each.element_key for each in own_scores(evaluator)} - closed
    declared = declaration_of(evaluator) is not None
    return Place(evaluator, declared, len(scored), len(keys) - len(closed), len(closed))


def _leads_of_works(version: PlanVersion, responsible: Responsible) -> dict[int, set[str]]:
    """The agencies that answer for a work item, by the element it hangs on."""
    found: dict[int, set[str]] = {}
    for each in WorkItem.objects.filter(version=version):
        found.setdefault(each.parent_id or 0, set()).update(responsible.work_items.get(each.key, ()))
    return found
