"""What followed from an accepted find, in whichever screening it was found: its readiness, and its candidate."""

from collections.abc import Sequence

from coretech.apps.inventory.finds.judgements import ROOT, ROOT_OF_ITS_FIND, alike
from coretech.apps.inventory.models import Candidate, Find, FindCandidate, Portfolio, Readiness


def readiness_of(find: Find) -> list[Readiness]:
    """The assessments of its readiness, the newest last."""
    return list(Readiness.objects.filter(find__in=alike(find)).select_related("by").order_by("pk"))


def candidate_of(find: Find) -> Candidate | None:
    """The candidate that was made of it."""
    made = FindCandidate.objects.filter(find__in=alike(find)).select_related("candidate").first()
    return None if made is None else made.candidate


def used_among(finds: Sequence[Find]) -> frozenset[int]:
    """The finds that a candidate was made of already, by their keys."""
    rows = [find.row_id for find in finds]
    made = FindCandidate.objects.filter(find__row__in=rows).annotate(root=ROOT_OF_ITS_FIND)
    among = Find.objects.filter(pk__in=[find.pk for find in finds]).annotate(root=ROOT)
    return frozenset(
        among.filter(root__in=set(made.values_list("root", flat=True))).values_list("pk", flat=True)
    )


def followed(portfolio: Portfolio) -> tuple[dict[int, int], dict[int, int]]:
    """The newest level and the candidate of each find that has one, by the find's root."""
    among = {"find__row__intake__portfolio": portfolio.projects_key}
    levels = Readiness.objects.filter(**among).annotate(root=ROOT_OF_ITS_FIND).order_by("pk")
    made = FindCandidate.objects.filter(**among).annotate(root=ROOT_OF_ITS_FIND)
    return dict(levels.values_list("root", "level")), dict(made.values_list("root", "candidate"))
