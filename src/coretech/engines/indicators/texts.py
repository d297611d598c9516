"""Which works hold a keyword in their title, keywords or abstract."""

import json
from collections.abc import Iterable, Iterator
from typing import cast

import polars as pl

from coretech.engines.indicators.folded import HAN, VARIANTS, folded


def holding(texts: pl.DataFrame, needles: Iterable[str]) -> dict[str, set[int]]:
    """For each piece of folded text, the numbers of the works that hold it.

    All pieces are looked for in one pass. An abstract, which OpenAlex gives as places of words, is only put together
    where the rarest-looking word of some piece stands somewhere in it.
    """
    wanted = sorted(set(needles))
    found: dict[str, set[int]] = {each: set() for each in wanted}
    if not wanted:
        return found
    for work, pieces in _in_titles(texts, wanted):
        for piece in pieces:
            found[piece].add(work)
    for work, abstract, possible in _may_hold(texts, wanted):
        text = folded(in_order(abstract))
        for piece in possible:
            if piece in text:
                found[piece].add(work)
    return found


def in_order(inverted: str) -> str:
    """An abstract as text, from the places of its words; empty where it is not such a thing."""
    try:
        places = cast("dict[str, list[int]]", json.loads(inverted))
        words = sorted((place, word) for word, at in places.items() for place in at)
    except (ValueError, AttributeError, TypeError):
        return ""
    return " ".join(word for _, word in words)


def _keywords(texts: pl.DataFrame) -> pl.Expr:
    kept = pl.col("keywords") if texts.schema["keywords"] != pl.Null else pl.lit(None, pl.List(pl.String))
    return kept.list.join(" | ", ignore_nulls=True)


def _folded(text: pl.Expr) -> pl.Expr:
    """As ``folded`` does it."""
    plain = (
        text.str.normalize("NFKC")
        .str.replace_many(list(VARIANTS), list(VARIANTS.values()))
        .str.to_lowercase()
    )
    together = plain.str.replace_all(r"[^\p{L}\p{N}]+", " ")
    for _ in range(2):  # pairs that overlap are found at the second time
        together = together.str.replace_all(rf"([{_HAN}]) ([{_HAN}])", "$1$2")
    words = together.str.replace_all(rf"([^{_HAN}\s])([{_HAN}])", "$1 $2")
    parted = words.str.replace_all(rf"([{_HAN}])([^{_HAN}\s])", "$1 $2")
    return pl.concat_str([pl.lit(" "), parted.str.strip_chars(" "), pl.lit(" ")])


def _in_titles(texts: pl.DataFrame, wanted: list[str]) -> Iterator[tuple[int, set[str]]]:
    words = _folded(pl.concat_str([pl.col("title"), _keywords(texts)], separator=" | ", ignore_nulls=True))
    for work, pieces in (
        _seen(texts.select("work", words=words), "words", wanted).select("work", "seen").rows()
    ):
        yield work, set(pieces)


def _may_hold(texts: pl.DataFrame, wanted: list[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Abstracts with the pieces whose telling word stands in them somewhere: quick, and nothing is missed."""
    by_word: dict[str, list[str]] = {}
    for piece in wanted:
        by_word.setdefault(_telling(piece), []).append(piece)
    plain = pl.col("abstract").str.normalize("NFKC").str.replace_many(list(VARIANTS), list(VARIANTS.values()))
    raw = texts.select("work", "abstract", raw=plain.str.to_lowercase()).drop_nulls()
    escaped = raw.filter(pl.col("raw").str.contains("\\u", literal=True))
    for work, abstract in escaped.select("work", "abstract").rows():
        yield work, abstract, wanted
    rest = raw.join(escaped, on="work", how="anti")
    for work, abstract, words in _seen(rest, "raw", list(by_word)).select("work", "abstract", "seen").rows():
        yield work, abstract, [piece for word in set(words) for piece in by_word[word]]


def _seen(table: pl.DataFrame, column: str, pieces: list[str]) -> pl.DataFrame:
    """The rows in which any of the pieces stands, with those that do."""
    seen = pl.col(column).str.extract_many(pieces, overlapping=True)
    return table.with_columns(seen=seen).filter(pl.col("seen").list.len() > 0)


def _telling(piece: str) -> str:
    """The longest word of a piece; of Chinese one character, since an abstract may be parted anywhere."""
    singles = [each for word in piece.split() for each in ([word] if word.isascii() else list(word))]
    return max(singles, key=len)


_HAN = HAN.replace("\\u3400", "\u3400").replace("\\u9fff", "\u9fff")
