"""The screenings of the same projects: which is the newest, and which find of an earlier one a find repeats."""

from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet

from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.finds.comparing import Scored
from coretech.apps.inventory.finds.judgements import ROOT, Word, words_among
from coretech.apps.inventory.models import Find, FindJudgement, Portfolio, PortfolioRow
from coretech.kit.refusal import wrong_state

Meaning = tuple[str, str]
"""What an item is, and in which words."""
Meanings = Mapping[str, Meaning]
"""The items of a catalogue by their keys."""
_Reason = FindJudgement.Reason
_OF_THE_PROJECT = {_Reason.NOT_RESEARCH, _Reason.PUBLIC, _Reason.SAME}
"""Reasons to set a project aside that hold whatever item it is like."""


def screenings_of(portfolio: Portfolio) -> QuerySet[Portfolio]:
    """All screenings of a portfolio's projects, the first first."""
    key = portfolio.projects_key
    rows = Portfolio.objects.filter(Q(pk=key) | Q(origin=key)).select_related("round__agency", "model")
    return rows.defer("content", "catalogue").order_by("number")


def is_newest(portfolio: Portfolio) -> bool:
    """Whether no later screening of the same projects has begun."""
    return not Portfolio.objects.filter(origin=portfolio.projects_key, number__gt=portfolio.number).exists()


def require_newest(portfolio: Portfolio) -> None:
    """Refuse to go on in a screening that a later one follows (HTTP 409)."""
    if not is_newest(portfolio):
        raise wrong_state(
            "這個計畫組合已重新比對，請到最新一次比對辦理；這一次的結果保留供查。",
            "These projects were screened again; go on in the newest screening. This one is kept as it was.",
        )


def former_of(portfolio: Portfolio) -> Portfolio | None:
    """The screening before this one."""
    if portfolio.number == 1:
        return None
    found = Q(pk=portfolio.origin_id) | Q(origin=portfolio.origin_id)
    return Portfolio.objects.filter(found, number__lt=portfolio.number).order_by("number").last()


def repeated_by(
    portfolio: Portfolio, rows: Sequence[PortfolioRow], bests: Sequence[Scored]
) -> dict[int, int]:
    """By row, the first find that said what is found now, where an earlier screening said it.

    It says the same while the item found is the same, in name and wording. Where another is found, a project stays
    accepted while the item it was accepted for stands as it stood; it stays set aside for what the project itself is,
    and for its item where it lies below the threshold now and the other item was there to choose already.
    """
    former = former_of(portfolio)
    if former is None:
        return {}
    before, now = _meanings(former), _meanings(portfolio)
    finds = Find.objects.filter(portfolio=former, row__in=rows)
    words = words_among(finds, FindJudgement.objects.filter(find__row__in=rows))
    by_row = {find.row_id: (find.item, find.root, words.get(find.pk)) for find in finds.annotate(root=ROOT)}
    found = {}
    for row, best in zip(rows, bests, strict=True):
        item, root, word = by_row[row.pk]
        low = best.score < portfolio.threshold
        if before.get(item) == now.get(best.key) or _holds(word, now.get(best.key), before, now, low=low):
            found[row.pk] = root
    return found


def _holds(word: Word | None, meaning: Meaning | None, before: Meanings, now: Meanings, *, low: bool) -> bool:
    """Whether a word holds though another item is found now, ``low`` where that lies below the threshold."""
    if word is None or word.first is None:
        return False
    if word.accepted:
        return before.get(word.first.item) in now.values()
    if word.first.verdict != FindJudgement.Verdict.SET_ASIDE:
        return False
    known = meaning is None or meaning in before.values()
    return word.first.reason in _OF_THE_PROJECT or (low and known)


def _meanings(portfolio: Portfolio) -> dict[str, Meaning]:
    return {entry.key: entry.meaning for entry in read(portfolio.catalogue)}
