"""What a candidate is grounded on: the projects it was made of, for whoever may open their portfolio."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.catalogue import Entry
from coretech.apps.inventory.finds.explained import carried_by
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.finds.proposing import entries_for
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.models import Find
from coretech.readers.portfolios.projects import Project

_TERMS = 5
"""How many of the words that carried a score are told."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A find a candidate was made of, its project, the item it was accepted for, and the surest words they share.

    ``project`` is None and ``terms`` are empty where the portfolio is confidential.
    """

    find: Find
    project: Project | None
    entry: Entry | None
    terms: tuple[str, ...]


def grounds_of(by: Acting, candidate_id: int) -> list[Ground]:
    """The candidate's grounds in the order they were given; none for whoever may not open their portfolio."""
    rows = Find.objects.filter(proposed__candidate=candidate_id).order_by("proposed__pk")
    finds = list(rows.select_related("portfolio__round__agency", "row__intake", "batch"))
    if not finds or refusal_of(find_portfolio, by, finds[0].portfolio_id) is not None:
        return []
    entries = entries_for(finds)
    confidential = finds[0].portfolio.confidential
    projects = [None] * len(finds) if confidential else projects_of([find.row for find in finds])
    return [
        Ground(find, project, entry, _terms(project, entry))
        for find, project, entry in zip(finds, projects, entries, strict=True)
    ]


def _terms(project: Project | None, entry: Entry | None) -> tuple[str, ...]:
    if project is None or entry is None:
        return ()
    return tuple(dict.fromkeys(each.left.text for each in carried_by(project, entry)[:_TERMS]))
