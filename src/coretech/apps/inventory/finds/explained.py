"""Which words carried a find's score, with their places in the project and in the item."""

from coretech.apps.inventory.finds.catalogue import Entry
from coretech.apps.inventory.models import TermModel
from coretech.engines.matching.explaining import Carried, explain
from coretech.engines.matching.learning import Weight, from_data, learning_terms
from coretech.engines.matching.lexicon import lexicon
from coretech.readers.portfolios.projects import Project


def carried_by(project: Project, entry: Entry) -> tuple[Carried, ...]:
    """The words of the project that meet words of the item, the surest first."""
    return explain(project.text, entry.text, lexicon()).terms


def learned_of(project: Project, item: str, model: TermModel | None) -> list[Weight]:
    """The learned terms of an item that the project holds, the heaviest first."""
    if model is None:
        return []
    terms = learning_terms(project.text)
    return [each for each in from_data(model.weights).get(item, []) if each.term in terms]
