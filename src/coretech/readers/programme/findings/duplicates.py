"""Numbers that are printed twice for two things."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.chapters import Section
from coretech.readers.programme.drafts import Draft, Work
from coretech.readers.programme.numbers import approach_of
from coretech.readers.programme.read import Read

if TYPE_CHECKING:
    from coretech.readers.programme.targets import Row


def twice_in_schedules(read: Read) -> Iterator[Finding]:
    """Work items of one schedule under one number: one finding for each approach."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        found: dict[str, dict[str, list[Work]]] = defaultdict(lambda: defaultdict(list))
        for work in draft.works:
            found[approach_of(work.number)][work.number].append(work)
        for works in found.values():
            doubled = {number: each for number, each in works.items() if len(each) > 1}
            if doubled:
                yield _of_schedule(part, draft, doubled)


def _of_schedule(part: Section, draft: Draft, doubled: dict[str, list[Work]]) -> Finding:
    lines = tuple(sorted({work.line for works in doubled.values() for work in works}))
    last = max(max(work.line for work in works) for works in doubled.values())
    above = max(
        (each for each in draft.approaches if each.line <= last), key=lambda each: each.line, default=None
    )
    numbers, approach = list(doubled), approach_of(next(iter(doubled)))
    zh = en = ""
    if above is not None and above.number != approach:
        zh, en = (
            f"，後者印在具體作法 {above.number} 之下",
            f"; the later ones stand under approach {above.number}",
        )
    elif above is not None and above.item:
        zh, en = f"，後者印在第 {above.item} 項之下", f"; the later ones stand under item {above.item}"
    return Finding(
        Kind.DUPLICATE,
        lines,
        Sentence(
            f"措施 {part.code} 的重點工作編號 {'、'.join(numbers)} 重複{zh}。",
            f"In measure {part.code}, the numbers {', '.join(numbers)} are printed more than once{en}.",
        ),
    )


def twice_in_targets(read: Read) -> Iterator[Finding]:
    """Targets under one code."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in read.table.rows:
        found[row.code].append(row)
    for code, rows in found.items():
        if len(rows) > 1:
            wrong = next((row for row in rows if row.measure and row.measure != approach_of(code)), None)
            zh = f"，其一印在措施 {wrong.measure} 之下" if wrong else ""
            en = f"; one of them stands under measure {wrong.measure}" if wrong else ""
            yield Finding(
                Kind.DUPLICATE,
                tuple(row.line for row in rows),
                Sentence(
                    f"目標編號 {code} 重複{zh}。", f"The target code {code} is printed more than once{en}."
                ),
            )


def twice_headed(read: Read) -> Iterator[Finding]:
    """Two schedules under one code."""
    found: dict[str, list[Section]] = defaultdict(list)
    for part in read.sections:
        found[part.code].append(part)
    for code, parts in found.items():
        if len(parts) > 1:
            yield Finding(
                Kind.DUPLICATE,
                tuple(part.line for part in parts),
                Sentence(
                    f"措施編號 {code} 有 {len(parts)} 張期程表。",
                    f"Measure {code} has {len(parts)} schedules.",
                ),
            )
