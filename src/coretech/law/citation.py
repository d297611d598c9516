"""How a paragraph is cited, in both languages."""

from collections.abc import Iterable

from coretech.kit.sentence import Sentence

STATUTES = {"NSA": Sentence("國家安全法", "National Security Act")}
"""The statutes a paragraph may be of, where it is not the determination regulation's own."""

_PARTS_ZH = ("條", "項", "款", "目")


def cited(number: str) -> Sentence:
    """``5.3`` is 第5條第3項, in English art. 5(3); ``NSA 3.3`` is a paragraph of the National Security Act."""
    statute, _, place = number.rpartition(" ")
    article, *inner = place.split(".")
    zh = "".join(f"第{part}{unit}" for part, unit in zip((article, *inner), _PARTS_ZH, strict=False))
    en = f"art. {article}" + "".join(f"({part})" for part in inner)
    if not statute:
        return Sentence(zh, en)
    act = STATUTES.get(statute, Sentence(statute, statute))
    return Sentence(f"{act.zh}{zh}", f"{act.en} {en}")


def all_cited(numbers: Iterable[str]) -> Sentence:
    """Several paragraphs in a row."""
    return in_a_row(cited(number) for number in numbers)


def in_a_row(sentences: Iterable[Sentence]) -> Sentence:
    """Names or citations in a row, with each language's own comma."""
    each = list(sentences)
    return Sentence("、".join(one.zh for one in each), ", ".join(one.en for one in each))
