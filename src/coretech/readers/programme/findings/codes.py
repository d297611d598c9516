"""Numbers of measures, approaches and work items that are not what their place calls for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.lines import Line
from coretech.readers.programme.chapters import Section
from coretech.readers.programme.drafts import Draft, Heading, Work
from coretech.readers.programme.findings.pairing import pairs
from coretech.readers.programme.numbers import approach_of, item_of
from coretech.readers.programme.read import Read

_HYPHENED = re.compile(r"\s*(?:<[a-z]+>)?\s*([0-9]{1,2}[-－–][0-9]{1,2}(?:[-－–][0-9]{1,2})?)(?![0-9/])")


def renumbered(read: Read) -> Iterator[Finding]:
    """Measures that the two chapters number differently: one finding for each industry."""
    found: dict[str, dict[tuple[str, str], set[int]]] = defaultdict(lambda: defaultdict(set))
    for part, code in pairs(read):
        if part.code.replace("-", ".") != code:
            lines = {part.line, read.table.title_lines[code]}
            found[item_of(code)][part.code, code] |= lines
    for changed in found.values():
        zh = "、".join(f"{one} 即目標表的 {other}" for one, other in changed)
        en = ", ".join(f"{one} is {other}" for one, other in changed)
        yield Finding(
            Kind.CODE,
            tuple(sorted(set().union(*changed.values()))),
            Sentence(
                f"期程表與目標表的措施編號不一致：期程表的 {zh}。",
                f"The schedules and the target tables number measures differently: schedule {en} of the target tables.",
            ),
        )


def other_forms(read: Read) -> Iterator[Finding]:
    """Codes in the target tables that are written with a hyphen, as only the schedules' are."""
    measures = {line: code for code, line in read.table.title_lines.items()}
    found: dict[str, int] = {}
    for line in sorted({*measures, *(row.line for row in read.table.rows)}):
        for written in _hyphened(read.lines[line - 1]):
            found.setdefault(written, line)
    if found:
        codes = "、".join(found)
        yield Finding(
            Kind.CODE,
            tuple(sorted(set(found.values()))),
            Sentence(
                f"目標表的編號 {codes} 以連字號書寫，其餘用句點。",
                f"The codes {', '.join(found)} of the target tables are written with hyphens, all others with dots.",
            ),
        )


def _hyphened(line: Line) -> Iterator[str]:
    return (match.group(1) for match in map(_HYPHENED.match, line.cells) if match is not None)


def misplaced(read: Read) -> Iterator[Finding]:
    """Approaches under another item than their number says, unless the number is printed twice: that is said there."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        numbers = [each.number for each in draft.approaches]
        wrong = [each for each in draft.approaches if each.item and not _is_twice(each, numbers, draft)]
        if wrong:
            yield _misplaced(part, wrong)


def _is_twice(approach: Heading, numbers: list[str], draft: Draft) -> bool:
    twice = {each.item for each in draft.approaches if each.item and numbers.count(each.number) > 1}
    return approach.item in twice


def _misplaced(part: Section, wrong: list[Heading]) -> Finding:
    under = wrong[0].item
    numbers = [each.number for each in wrong]
    return Finding(
        Kind.CODE,
        tuple(sorted({each.line for each in wrong})),
        Sentence(
            f"措施 {part.code} 的具體作法 {'、'.join(numbers)} 印在第 {under} 項之下，編號卻屬第 "
            f"{item_of(numbers[0])} 項。",
            f"In measure {part.code}, approach {', '.join(numbers)} is printed under item {under}, but its number is "
            f"one of item {item_of(numbers[0])}.",
        ),
    )


def contradicting(read: Read) -> Iterator[Finding]:
    """Work items below an approach of another number that has none of its own, though theirs is printed nowhere."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        known = {each.number for each in draft.approaches}
        has_works = {approach_of(work.number) for work in draft.works}
        found: dict[str, list[Work]] = defaultdict(list)
        for work in draft.works:
            above = max(
                (each for each in draft.approaches if each.line <= work.line), key=_line, default=None
            )
            if approach_of(work.number) not in known and above and above.number not in has_works:
                found[above.number].append(work)
        for above_number, works in found.items():
            yield _contradicting(part, above_number, works)


def _line(heading: Heading) -> int:
    return heading.line


def _contradicting(part: Section, above: str, works: list[Work]) -> Finding:
    numbers = [work.number for work in works]
    return Finding(
        Kind.CODE,
        tuple(sorted({work.line for work in works})),
        Sentence(
            f"措施 {part.code} 的重點工作 {'、'.join(numbers)} 印在具體作法 {above} 之下，本表沒有具體作法 "
            f"{approach_of(numbers[0])}。",
            f"In measure {part.code}, work items {', '.join(numbers)} are printed under approach {above}; there is no "
            f"approach {approach_of(numbers[0])}.",
        ),
    )


def foreign_targets(read: Read) -> Iterator[Finding]:
    """Targets whose code is of another measure than the one they stand under, unless the code is printed twice."""
    printed = Counter(row.code for row in read.table.rows)
    for row in read.table.rows:
        if row.measure and approach_of(row.code) != row.measure and printed[row.code] == 1:
            yield Finding(
                Kind.CODE,
                (row.line,),
                Sentence(
                    f"目標 {row.code} 印在措施 {row.measure} 之下。",
                    f"Target {row.code} is printed under measure {row.measure}.",
                ),
            )
