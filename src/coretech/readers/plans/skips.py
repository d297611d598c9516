"""Numbers that leave some out: what was lost, or was counted wrongly."""

from collections.abc import Iterator, Sequence

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind


def skips(zh: str, en: str, numbered: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """A finding for each number that does not follow the one before it; ``numbered`` are numbers with their lines."""
    last = 0
    above: tuple[int, ...] = ()
    for number, line in numbered:
        if number != last + 1:
            before = f"第 {last} 項之後" if last else "開頭"
            after = f"follows number {last}" if last else "comes first"
            yield Finding(
                Kind.CODE,
                (*above, line),
                Sentence(
                    f"{zh}的編號不連續：{before}是第 {number} 項。",
                    f"The numbers skip: {en} number {number} {after}.",
                ),
            )
        last, above = number, (line,)
