"""What was made of a portfolio's finds: the first reviewer's word, and the second's where there is one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.apps.inventory.models import Find, FindJudgement, Portfolio
from coretech.engines.judging.ordering import drawn

SECOND_SHARE = 0.2
"""The share of judged finds that a second reviewer judges as well, drawn at random."""
_UNDONE = FindJudgement.Verdict.UNDONE
ACCEPTED = FindJudgement.Verdict.ACCEPTED


@dataclass(frozen=True, slots=True)
class Word:
    """What stands of a find: the newest word of the first reviewer, and of the second."""

    first: FindJudgement | None = None
    second: FindJudgement | None = None

    @property
    def accepted(self) -> bool:
        """Whether it is accepted."""
        return self.first is not None and self.first.verdict == ACCEPTED


NOTHING = Word()


def words_of(portfolio: Portfolio) -> dict[int, Word]:
    """What stands of each find that somebody judged, by the find's key."""
    return _standing(FindJudgement.objects.filter(find__portfolio=portfolio).order_by("pk"))


def word_of(find: Find) -> Word:
    """What stands of one find."""
    return _standing(find.judgements.order_by("pk")).get(find.pk, NOTHING)


def _standing(rows: Iterable[FindJudgement]) -> dict[int, Word]:
    """The newest word of each; one taken back is none."""
    newest: dict[tuple[int, bool], FindJudgement | None] = {}
    for row in rows:
        newest[row.find_id, row.second] = None if row.verdict == _UNDONE else row
    keys = dict.fromkeys(find for find, _ in newest)
    words = {key: Word(newest.get((key, False)), newest.get((key, True))) for key in keys}
    return {key: word for key, word in words.items() if word != NOTHING}


def is_for_second(portfolio: Portfolio, find_id: int) -> bool:
    """Whether a find was drawn for a second reviewer."""
    return drawn(portfolio.seed, "second", find_id) < SECOND_SHARE


def awaits_second(portfolio: Portfolio, find_id: int, word: Word, person: int | None) -> bool:
    """Whether somebody may be its second reviewer: it was drawn, somebody else judged it, and nobody a second time."""
    if word.first is None or word.second is not None or word.first.by_id == person:
        return False
    return is_for_second(portfolio, find_id)


def shown_to(word: Word, portfolio: Portfolio, find_id: int, person: int | None) -> Word:
    """The word as somebody may see it: nothing of the first while they may still be the second."""
    return NOTHING if awaits_second(portfolio, find_id, word, person) else word


def accepted_of(words: Mapping[int, Word]) -> list[int]:
    """The finds that are accepted."""
    return [key for key, word in words.items() if word.accepted]
