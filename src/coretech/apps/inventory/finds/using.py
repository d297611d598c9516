"""What followed from an accepted find, in whichever screening it was found: its readiness, and its candidate."""

from coretech.apps.inventory.finds.judgements import ROOT_OF_ITS_FIND, alike
from coretech.apps.inventory.models import Candidate, Find, FindCandidate, Portfolio, Readiness


def readiness_of(find: Find) -> list[Readiness]:
    """The assessments of its readiness, the newest last."""
    return list(Readiness.objects.filter(find__in=alike(find)).select_related("by").order_by("pk"))


def candidate_of(find: Find) -> Candidate | None:
    """The candidate that was made of it."""
    made = FindCandidate.objects.filter(find__in=alike(find)).select_related("candidate").first()
    return None if made is None else made.candidate


def followed(portfolio: Portfolio) -> tuple[dict[int, int], dict[int, int]]:
    """The newest level and the candidate of each find that has one, by the find's root."""
    among = {"find__row__intake__portfolio": portfolio.projects_key}
    levels = Readiness.objects.filter(**among).annotate(root=ROOT_OF_ITS_FIND).order_by("pk")
    made = FindCandidate.objects.filter(**among).annotate(root=ROOT_OF_ITS_FIND)
    return dict(levels.values_list("root", "level")), dict(made.values_list("root", "candidate"))
