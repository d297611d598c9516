"""Whether the terms of a definition can be read, each in its own field."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from coretech.engines.indicators.queries import Query, read_query
from coretech.engines.watching.membership import written
from coretech.kit.refusal import Refused, bad_input

KINDS = ("topics", "words_zh", "words_en", "without")
MOST_TERMS, LONGEST_TERM = 60, 200


def lines_of(text: str) -> list[str]:
    """The terms of a field, one a line; nothing between them counts."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def sound_ways(ways: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The terms as they are kept, each as the query language reads it.

    Raises:
        Refused: (HTTP 422) where a line is not one term, or several joined by AND, or there is nothing to look for.
    """
    sound = {kind: list(_terms(kind, ways.get(kind, ()))) for kind in KINDS}
    if not any(sound[kind] for kind in KINDS if kind != "without"):
        raise bad_input(
            "words_zh",
            "請至少填一個主題編號或關鍵詞。",
            "Give one topic or keyword at least.",
        )
    return sound


def _terms(kind: str, lines: Iterable[str]) -> Iterable[str]:
    given = [unicodedata.normalize("NFC", line.strip()) for line in lines if line.strip()]
    if len(given) > MOST_TERMS or any(len(line) > LONGEST_TERM for line in given):
        raise bad_input(
            kind,
            f"最多{MOST_TERMS}行，每行{LONGEST_TERM}字。",
            f"At most {MOST_TERMS} lines of {LONGEST_TERM} characters.",
        )
    for line in dict.fromkeys(given):
        yield _one_term(kind, line)


def _one_term(kind: str, line: str) -> str:
    try:
        query = read_query(line.lstrip("-−") if kind == "without" else line)
    except Refused as refused:
        words = refused.sentence
        raise bad_input(kind, f"「{line}」：{words.zh}", f"“{line}”: {words.en}") from None
    fits = _is_topics(query) if kind == "topics" else len(query.ways) == 1
    alone = kind != "without" or all(len(way) == 1 for way in query.ways)
    if query.without or not query.ways or not (fits and alone) or len(query.ways) > 1:
        raise bad_input(kind, *_WHAT[kind](line))
    return written(query.ways[0])


def _is_topics(query: Query) -> bool:
    return all(way[0].topic is not None for way in query.ways)


def _topic(line: str) -> Sequence[str]:
    return (
        f"「{line}」不是主題編號；應如 T10682，或以主題起頭：T10682 AND qubit*。",
        f"“{line}” is no topic; write it as T10682, or let a topic come first: T10682 AND qubit*.",
    )


def _word(line: str) -> Sequence[str]:
    return (
        f"「{line}」：每行一個詞；片語請加引號，兩者都要時以 AND 相連。",
        f"“{line}”: one term a line; put a phrase in quotation marks, join two that must both be there by AND.",
    )


def _exclusion(line: str) -> Sequence[str]:
    return f"「{line}」：排除詞每行一個。", f"“{line}”: one term to leave out a line."


_WHAT = {"topics": _topic, "words_zh": _word, "words_en": _word, "without": _exclusion}
