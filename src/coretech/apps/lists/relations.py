"""The relations of SKOS between two items: their letter, their word, and what each is seen from the other side."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from coretech.apps.lists.models import Mapping, MappingJudgement
from coretech.kit.sentence import Sentence

Relation = Mapping.Relation
Judgement = MappingJudgement.Judgement


@dataclass(frozen=True, slots=True)
class Word:
    """How a relation is written: one letter for a cell, a word beside it, and the sentence that explains it."""

    letter: str
    word: Sentence
    meaning: Sentence


WORDS: MappingOf[str, Word] = {
    Relation.EXACT.value: Word(
        "E",
        Sentence("相同", "exact"),
        Sentence("兩者指同一項技術", "both name the same technology"),
    ),
    Relation.CLOSE.value: Word(
        "C",
        Sentence("相近", "close"),
        Sentence("兩者相近，多數情形可互換", "near enough to stand for one another in most uses"),
    ),
    Relation.BROAD.value: Word(
        "B",
        Sentence("對方較廣", "broader"),
        Sentence("對方的項目較廣，包含這一項", "the other item is broader and takes this one in"),
    ),
    Relation.NARROW.value: Word(
        "N",
        Sentence("對方較窄", "narrower"),
        Sentence("對方的項目較窄，是這一項的一部分", "the other item is narrower, a part of this one"),
    ),
    Relation.RELATED.value: Word(
        "R",
        Sentence("相關", "related"),
        Sentence("有關聯，但不互相包含", "connected, neither taking the other in"),
    ),
}

_INVERSE = {Relation.BROAD.value: Relation.NARROW.value, Relation.NARROW.value: Relation.BROAD.value}

JUDGED: MappingOf[str, Sentence] = {
    "": Sentence("系統提議，尚未判斷", "proposed, not judged"),
    Judgement.ACCEPTED.value: Sentence("成立", "accepted"),
    Judgement.OTHER.value: Sentence("成立，但關係不同", "accepted as another relation"),
    Judgement.REJECTED.value: Sentence("不成立", "rejected"),
    Judgement.UNSURE.value: Sentence("不確定", "unsure"),
}
"""What was judged last, in words; nothing while nobody has judged."""

HOLDING = frozenset({Judgement.ACCEPTED.value, Judgement.OTHER.value})


def inverse(relation: str) -> str:
    """The same relation seen from the other item."""
    return _INVERSE.get(relation, relation)
