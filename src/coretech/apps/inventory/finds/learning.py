"""What an agency's judgements may teach: none of a confidential portfolio without the agency's leave."""

from collections.abc import Iterator, Mapping
from typing import Any

from coretech.apps.inventory.finds.judgements import words_of
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.models import Find, FindJudgement, Portfolio, TermModel, TrainingLeave
from coretech.apps.people.models import Agency
from coretech.engines.matching.learning import Judged, Parameters, as_data, learn, learning_terms

_TELLING = {FindJudgement.Verdict.ACCEPTED: True, FindJudgement.Verdict.SET_ASIDE: False}


def may_teach(portfolio: Portfolio) -> bool:
    """Whether terms may be learned from a portfolio: what is confidential needs the newest word to allow it."""
    if not portfolio.confidential:
        return True
    newest = TrainingLeave.objects.filter(portfolio=portfolio.projects_key).last()
    return newest is not None and newest.allowed


def judged_by(agency: Agency) -> dict[int, FindJudgement]:
    """The first reviewers' standing words that teach anything, by their numbers."""
    found: dict[int, FindJudgement] = {}
    for portfolio in Portfolio.objects.filter(round__agency=agency).defer("content", "catalogue"):
        if may_teach(portfolio):
            firsts = (word.first for word in words_of(portfolio).values())
            found |= {each.pk: each for each in firsts if each is not None and each.verdict in _TELLING}
    return found


def taught(judged: Mapping[int, FindJudgement]) -> Iterator[Judged]:
    """Each judged project as terms: accepted for an item, or rejected for the one it was found like."""
    rows = Find.objects.filter(pk__in={each.find_id for each in judged.values()}).select_related(
        "row__intake"
    )
    finds = {find.pk: find for find in rows}
    for number in sorted(judged):
        word = judged[number]
        find = finds[word.find_id]
        item = word.item or find.item
        if item:
            (project,) = projects_of([find.row])
            accepted = word.verdict == FindJudgement.Verdict.ACCEPTED
            yield Judged(item, learning_terms(project.text), accepted)


def relearned(model: TermModel) -> dict[str, list[list[Any]]]:
    """The weights that a version's judgements and parameters give now: the same as it keeps."""
    kept = FindJudgement.objects.in_bulk(model.judgements)
    return as_data(learn(taught(kept), Parameters(**model.parameters)))
