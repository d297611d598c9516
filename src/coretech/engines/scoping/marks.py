"""Words that mark a text as secret: what a state, a company or an agreement writes on what must not go out.

A technology may be about secrets (cryptography, confidential computing); such words are no marks. The patterns are
read alike by Python and by the script of the page, which looks before anything is sent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.engines.scoping.widths import traced

ANY_CASE: tuple[str, ...] = (
    "[絕绝]對機密|绝对机密|極機密|极机密",
    "(?<![算隨随司])[機机]密(?![碼码鑰钥]|[計计運运]算)(?:文件|等[級级])?",
    "密等|密[級级][:：]|解密條件|解密条件|保密期限",
    "[營营][業业][秘祕]密|商[業业][秘祕]密",
    "(?:公司|本部|部[門门])?[內内]部(?:文件|使用|限[閱阅]|[資资]料)|限[閱阅]",
    "(?:[請请]?勿|不得|禁止)(?:外流|外[傳传]|外洩|外泄|[對对]外(?:提供|公[開开]))",
    "保密[協协][議议定]|保密切[結结][書书]?",
    r"\b(?:strictly |highly |company |commercial[- ]in[- ])?confidential\b(?! computing)(?! comput)",
    r"\b(?:top|company|state|trade)[ -]secrets?\b",
    r"\bproprietary (?:and|information|data|material)",
    r"\b(?:for )?internal use only\b|\bdo not (?:distribute|circulate|disclose)\b|\bneed[- ]to[- ]know\b",
    r"\bnon[- ]?disclosure\b|\bunder (?:an? )?nda\b|\bclassified (?:information|document|material)\b",
)
"""Patterns that count in either case."""
AS_WRITTEN: tuple[str, ...] = (
    r"(?:^|[\n\[(【（/])[ \t]*(?:SECRET|RESTRICTED|CLASSIFIED)\b",
    r"[【\[(（][ 　]*密[ 　]*[】\])）]|密件",
    r"\bNDA\b",
)
"""Patterns that count only as they stand."""

_PATTERNS = tuple(re.compile(each, re.IGNORECASE | re.ASCII) for each in ANY_CASE) + tuple(
    re.compile(each, re.ASCII) for each in AS_WRITTEN
)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A mark with where it stands in the text, the end not included."""

    start: int
    end: int
    words: str


def marks_in(text: str) -> list[Mark]:
    """The marks of a text in order, none within another; empty for one that bears none."""
    found: list[Mark] = []
    for mark in sorted(_all(text), key=lambda each: (each.start, -each.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def _all(text: str) -> Iterator[Mark]:
    plain = traced(text)
    for pattern in _PATTERNS:
        for hit in pattern.finditer(plain.text):
            skipped = len(hit.group()) - len(hit.group().lstrip())
            start, end = plain.back(hit.start() + skipped, hit.end())
            yield Mark(start, end, text[start:end])
