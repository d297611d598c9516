"""What was made of a portfolio's finds: the first reviewer's word, and the second's where there is one.

A find that a later screening repeats is one find with the first that said it: they share their judgements, what
followed from them, and their place in random samples. The first one's key is their ``root``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Coalesce

from coretech.apps.inventory.models import Find, FindJudgement, Portfolio
from coretech.engines.judging.ordering import drawn

SECOND_SHARE = 0.2
"""The share of judged finds that a second reviewer judges as well, drawn at random."""
ROOT = Coalesce("unchanged__former", "pk", output_field=BigIntegerField())
"""Of a find, the key of the first find that said the same."""
ROOT_OF_ITS_FIND = Coalesce("find__unchanged__former", "find", output_field=BigIntegerField())
"""The same, of what is said of a find."""
_UNDONE = FindJudgement.Verdict.UNDONE
ACCEPTED = FindJudgement.Verdict.ACCEPTED


@dataclass(frozen=True, slots=True)
class Word:
    """What stands of a find: the newest word of the first reviewer, and of the second."""

    first: FindJudgement | None = None
    second: FindJudgement | None = None
    root: int = 0

    @property
    def accepted(self) -> bool:
        """Whether it is accepted."""
        return self.first is not None and self.first.verdict == ACCEPTED


NOTHING = Word()


def words_of(portfolio: Portfolio) -> dict[int, Word]:
    """What stands of each find that somebody judged, in this screening or an earlier one, by the find's key."""
    judged = FindJudgement.objects.filter(find__row__intake__portfolio=portfolio.projects_key)
    return words_among(Find.objects.filter(portfolio=portfolio), judged)


def words_among(finds: QuerySet[Find], judged: QuerySet[FindJudgement]) -> dict[int, Word]:
    """What stands of those finds that judgements are about, by the find's key."""
    rows = judged.annotate(root=ROOT_OF_ITS_FIND).order_by("pk")
    standing = _standing((row.root, row) for row in rows)
    rooted = finds.annotate(root=ROOT).filter(root__in=standing).order_by("pk").values_list("pk", "root")
    return {key: standing[root] for key, root in rooted}


def word_of(find: Find) -> Word:
    """What stands of one find."""
    return words_for((find,)).get(find.pk, NOTHING)


def _standing(rows: Iterable[tuple[int, FindJudgement]]) -> dict[int, Word]:
    """The newest word of each root; one taken back is none."""
    newest: dict[tuple[int, bool], FindJudgement | None] = {}
    for root, row in rows:
        newest[root, row.second] = None if row.verdict == _UNDONE else row
    keys = dict.fromkeys(root for root, _ in newest)
    words = {key: Word(newest.get((key, False)), newest.get((key, True)), key) for key in keys}
    return {key: word for key, word in words.items() if word.first or word.second}


def words_for(finds: Iterable[Find]) -> dict[int, Word]:
    """What stands of some finds, by the find's key; nothing of one that nobody judged."""
    keys, rows = zip(*((find.pk, find.row_id) for find in finds), strict=True)
    judged = FindJudgement.objects.filter(find__row__in=rows)
    return words_among(Find.objects.filter(pk__in=keys), judged)


def root_of(find: Find) -> int:
    """The key of the first find that said the same."""
    key: int = Find.objects.annotate(root=ROOT).values_list("root", flat=True).get(pk=find.pk)
    return key


def alike(find: Find) -> QuerySet[Find]:
    """The find and all that say the same of its project, in every screening."""
    return Find.objects.filter(row=find.row_id).annotate(root=ROOT).filter(root=root_of(find))


def is_for_second(portfolio: Portfolio, root: int) -> bool:
    """Whether a find was drawn for a second reviewer, by its root."""
    return drawn(portfolio.seed, "second", root) < SECOND_SHARE


def awaits_second(portfolio: Portfolio, word: Word, person: int | None) -> bool:
    """Whether somebody may be its second reviewer: it was drawn, somebody else judged it, and nobody a second time."""
    if word.first is None or word.second is not None or word.first.by_id == person:
        return False
    return is_for_second(portfolio, word.root)


def shown_to(word: Word, portfolio: Portfolio, person: int | None) -> Word:
    """The word as somebody may see it: nothing of the first while they may still be the second."""
    return NOTHING if awaits_second(portfolio, word, person) else word


def accepted_of(words: Mapping[int, Word]) -> list[int]:
    """The finds that are accepted."""
    return [key for key, word in words.items() if word.accepted]
