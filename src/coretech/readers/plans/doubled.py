"""Words that stand twice in a row, which is how a slip of typing or of copying looks."""

import re
from collections.abc import Iterable, Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.lines import Line
from coretech.readers.plans.paragraphs import paragraphs

_DOUBLED = re.compile(r"(?P<word>[\u3400-\u9fff]{2,6}?)(?P=word)+")
_AROUND = 5


def doubled(lines: Iterable[Line]) -> Iterator[Finding]:
    """A finding for each word of two characters or more that stands twice in a row; heads of tables do so oftener."""
    for each in paragraphs(lines):
        for match in _DOUBLED.finditer(each.text):
            word, start = match.group("word"), match.start()
            if len(set(word)) > 1 and len(match.group()) == 2 * len(word):
                around = each.text[max(0, start - _AROUND) : match.end() + _AROUND]
                yield Finding(
                    Kind.TEXT,
                    (each.line_at(start),),
                    Sentence(
                        f"「{word}」重複：「…{around}…」。", f"“{word}” stands twice in a row: “…{around}…”."
                    ),
                )
