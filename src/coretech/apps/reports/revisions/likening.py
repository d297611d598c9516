"""How alike the words of two rows of a plan are, and which rows were likely only given another number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coretech.kit.folding import fold
from coretech.readers.plan_files.rows import ElementRow, TargetRow, WorkRow

Worded = ElementRow | WorkRow | TargetRow
Words = frozenset[str]
LEAST = 0.6
"""From this likeness on a row is proposed as the same under another number."""


@dataclass(frozen=True, slots=True)
class Likened:
    """Two keys whose rows say nearly the same."""

    old: str
    new: str
    likeness: float


def words_of(row: Worded) -> Words:
    """A row's pairs of neighbouring characters: of its title and text, folded, without spaces."""
    text = "".join(fold(_text(row)).split())
    return frozenset(text[place : place + 2] for place in range(len(text) - 1)) or frozenset({text} - {""})


def likeness(one: Words, other: Words) -> float:
    """Twice what they share by what they have together (Dice), from 0 to 1; two rows without words are alike."""
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 1.0


def likened(
    olds: Iterable[Worded], news: Iterable[Worded], at_home: Callable[[Worded, Worded], bool]
) -> list[Likened]:
    """Pairs of rows of the same kind, the likeliest first; those ``at_home`` with each other before all others.

    Every row is in one pair at most.
    """
    before, after = _with_words(olds), _with_words(news)
    candidates = [
        (not at_home(old, new), Likened(old.key, new.key, alike))
        for old, words in before
        for new, others in after
        if _kind(old) == _kind(new) and (alike := likeness(words, others)) >= LEAST
    ]
    found: list[Likened] = []
    taken_old, taken_new = set[str](), set[str]()
    for _, each in sorted(
        candidates, key=lambda pair: (pair[0], -pair[1].likeness, pair[1].old, pair[1].new)
    ):
        if each.old not in taken_old and each.new not in taken_new:
            found.append(each)
            taken_old.add(each.old)
            taken_new.add(each.new)
    return found


def _with_words(rows: Iterable[Worded]) -> Sequence[tuple[Worded, Words]]:
    """Rows that have words; without any nothing could be alike."""
    return [(row, words) for row in rows if (words := words_of(row))]


def _kind(row: Worded) -> str:
    return row.kind if isinstance(row, ElementRow) else ""


def _text(row: Worded) -> str:
    if isinstance(row, ElementRow):
        return f"{row.title} {row.text}" if row.title else row.text
    if isinstance(row, WorkRow):
        return row.text or f"{row.item_title} {row.approach_title}"
    return row.text or row.measure_title
