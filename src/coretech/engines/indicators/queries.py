"""What belongs to a technology, as one line of text: topics of OpenAlex, keywords in either language, exclusions.

- A term is a topic (``T10682``, or its address), a word, or a phrase in quotation marks. Spaces, commas and
  semicolons part terms. One term is enough for a work to belong.
- ``AND`` between two terms asks for both: ``quantum AND "error correction"``. ``OR`` changes nothing.
- A star at the end leaves the last word open: ``ramjet*``, ``"solar cell*"``.
- A term after a minus takes works away, whatever else they hold: ``-review``.
- Nothing at all means every work.
"""

import re
from dataclasses import dataclass

from coretech.engines.indicators.folded import needle
from coretech.kit.refusal import bad_input

_OPEN, _CLOSE = '"“「『«', '"”」』»'
_TOKEN = re.compile(
    rf"(?P<minus>[-−])?(?:[{_OPEN}](?P<phrase>[^{_OPEN}{_CLOSE}]*)[{_CLOSE}]\*?|(?P<word>[^\s,;，；、{_OPEN}{_CLOSE}]+))"
)
_SEPARATORS = re.compile(r"[\s,;，；、]+")
_TOPIC = re.compile(r"(?:https?://openalex\.org/(?:topics/)?)?T(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One term: a topic's number, or the piece of folded text to look for; the other one is empty."""

    written: str
    topic: int | None = None
    needle: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: ways to belong, each a group of terms all of which must be met; and what must not be met."""

    written: str
    ways: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...]

    @property
    def everything(self) -> bool:
        """Whether every work belongs."""
        return not self.ways and not self.without

    @property
    def only_topics(self) -> bool:
        """Whether it is a plain list of topics, which a join answers."""
        plain = all(len(way) == 1 and way[0].topic is not None for way in self.ways)
        return bool(self.ways) and plain and not self.without

    @property
    def terms(self) -> tuple[Term, ...]:
        """All its terms."""
        return (*(term for way in self.ways for term in way), *self.without)


def read_query(text: str) -> Query:
    """The query a line of text means.

    Raises:
        Refused: where a quotation mark is not closed, an AND stands alone, or a term holds no letter.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    joining = False
    for token in _tokens(text):
        if token["word"] == "AND":
            joining = _may_join(groups, joining=joining)
        elif token["word"] != "OR":
            term = _term(token)
            if token["minus"]:
                without.append(term)
            elif joining:
                groups[-1].append(term)
            else:
                groups.append([term])
            joining = False
    if joining:
        raise _alone()
    return Query(text.strip(), tuple(map(tuple, groups)), tuple(without))


def _tokens(text: str) -> list[re.Match[str]]:
    tokens = list(_TOKEN.finditer(text))
    rest = _SEPARATORS.sub("", _TOKEN.sub("", text))
    if rest:
        raise bad_input(
            "query",
            f"查詢式的「{rest}」無法讀取；引號要成對",
            f"{rest!r} in the query cannot be read; close quotation marks",
        )
    return tokens


def _may_join(groups: list[list[Term]], *, joining: bool) -> bool:
    if joining or not groups:
        raise _alone()
    return True


def _alone() -> Exception:
    return bad_input("query", "AND 兩邊都要有詞", "AND needs a term on either side")


def _term(token: re.Match[str]) -> Term:
    written = token[0].lstrip("-−")
    topic = _TOPIC.fullmatch(token["word"] or "")
    if topic:
        return Term(written, topic=int(topic[1]))
    words = token["word"] or token["phrase"] or ""
    star = "*" if "*" in {written[-1:], words[-1:]} else ""
    found = needle(words.rstrip("*") + star)
    if not found:
        raise bad_input(
            "query",
            f"查詢式的「{written}」沒有文字可查",
            f"{written!r} in the query holds no letter to look for",
        )
    return Term(written, needle=found)
