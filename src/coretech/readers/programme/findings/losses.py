"""What a table has lost: dates, agencies, headings, rows, cells."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import plain
from coretech.readers.programme.drafts import Heading
from coretech.readers.programme.numbers import approach_of, item_of
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import Status, WorkItem

if TYPE_CHECKING:
    from coretech.readers.programme.targets import Row

_ROW = re.compile(r"([0-9]{1,2}[.\-－][0-9]{1,2}[.\-－][0-9]{1,2})(?![0-9])\.?\s*\D")
_SHOWN = 12


def whole_chapters(read: Read) -> Iterator[Finding]:
    """Parts of a programme of which nothing was found."""
    last = (read.lines[-1].no,) if read.lines else ()
    missing = [
        ("期程", "its years", read.start is None),
        ("產業", "industries", not read.industries),
        ("措施的辦理期程表", "schedules of measures", not read.sections),
        ("全期與分年目標表", "target tables", not read.table.rows),
        ("經費表", "a budget table", not read.budget.rows),
    ]
    for zh, en, gone in missing:
        if gone:
            yield Finding(
                Kind.LOST, last, Sentence(f"全文找不到{zh}。", f"The document shows no sign of {en}.")
            )


def headless(read: Read) -> Iterator[Finding]:
    """Schedules whose head, which names the columns, is not there."""
    for part in read.sections:
        if not part.headed:
            yield Finding(
                Kind.LOST,
                (part.line,),
                Sentence(
                    f"措施 {part.code} 的期程表沒有表頭，欄位依慣例推定。",
                    f"The schedule of measure {part.code} has no head; its columns are taken to be the usual ones.",
                ),
            )


def empty_schedules(read: Read) -> Iterator[Finding]:
    """Schedules without a row."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        if not draft.works:
            yield Finding(
                Kind.LOST,
                (part.line,),
                Sentence(
                    f"措施 {part.code} 的期程表沒有任何重點工作。",
                    f"The schedule of measure {part.code} has no rows.",
                ),
            )


def dates(read: Read) -> Iterator[Finding]:
    """Work items without dates, and dates without an end: one finding for each measure."""
    yield from _grouped(
        [item for item in read.work_items if not item.periods],
        Sentence("沒有起訖時程", "have no dates"),
    )
    yield from _grouped(
        [
            item
            for item in read.work_items
            if any(not span.yearly and (span.start is None or span.end is None) for span in item.periods)
        ],
        Sentence("的起訖時程不完整", "have dates without a start or an end"),
    )


def agencies(read: Read) -> Iterator[Finding]:
    """Work items to which no agency is given: one finding for each measure."""
    yield from _grouped(
        [item for item in read.work_items if not item.lead],
        Sentence("沒有主辦機關", "have no lead agency"),
    )


def _grouped(items: list[WorkItem], what: Sentence) -> Iterator[Finding]:
    found: dict[str, list[WorkItem]] = defaultdict(list)
    for item in items:
        found[item.measure].append(item)
    for measure, each in found.items():
        numbers = [item.work_no for item in each]
        yield Finding(
            Kind.LOST,
            tuple(sorted({item.line for item in each})),
            Sentence(
                f"措施 {measure} 的重點工作 {shown(numbers, '、')} {what.zh}。",
                f"In measure {measure}, work items {shown(numbers, ', ')} {what.en}.",
            ),
        )


def shown(numbers: list[str], mark: str) -> str:
    """Numbers one after the other; of very many the first and how many they are."""
    if len(numbers) <= _SHOWN:
        return mark.join(numbers)
    return f"{mark.join(numbers[:_SHOWN])}…（{len(numbers)}）"


def headings(read: Read) -> Iterator[Finding]:
    """Items and approaches whose work is there and whose own cell is not: one finding for each measure."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        known = {each.number for each in draft.approaches}
        bare = {approach_of(work.number) for work in draft.works}
        lost: dict[str, int] = {}
        for work in draft.works:
            above = max(
                (each for each in draft.approaches if each.line <= work.line), key=_line, default=None
            )
            if item_of(work.number) not in draft.items:
                lost.setdefault(item_of(work.number), work.line)
            if approach_of(work.number) not in known and not (above and above.number not in bare):
                lost.setdefault(approach_of(work.number), work.line)
        if lost:
            yield Finding(
                Kind.LOST,
                tuple(sorted(set(lost.values()))),
                Sentence(
                    f"措施 {part.code} 的期程表缺少 {'、'.join(lost)} 的標題，其下的重點工作仍在。",
                    f"The schedule of measure {part.code} has lost the headings {', '.join(lost)}; their work is "
                    "there.",
                ),
            )


def _line(heading: Heading) -> int:
    return heading.line


def skipped(read: Read) -> Iterator[Finding]:
    """Numbers that are skipped in a schedule or among the targets of a measure: one finding for each measure."""
    for part, draft in zip(read.sections, read.drafts, strict=True):
        gone = _gaps([work.number for work in draft.works])
        if gone:
            yield _skipped(
                part.line, Sentence(f"措施 {part.code} 的期程表", f"The schedule of {part.code}"), gone
            )
    codes: dict[str, list[Row]] = defaultdict(list)
    for row in read.table.rows:
        codes[approach_of(row.code)].append(row)
    for measure, rows in codes.items():
        gone = _gaps([row.code for row in rows])
        if gone and {row.measure for row in rows} == {measure}:
            yield _skipped(
                rows[0].line, Sentence(f"措施 {measure} 的目標", f"The targets of {measure}"), gone
            )


def _gaps(numbers: list[str]) -> list[str]:
    """The numbers between the first and the last of each approach that are not there."""
    last: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        last[approach_of(number)].add(int(number.rpartition(".")[2]))
    return [
        f"{head}.{each}" for head, seen in last.items() for each in range(1, max(seen)) if each not in seen
    ]


def _skipped(line: int, where: Sentence, gone: list[str]) -> Finding:
    return Finding(
        Kind.LOST,
        (line,),
        Sentence(f"{where.zh}缺少 {shown(gone, '、')}。", f"{where.en} is without {shown(gone, ', ')}."),
    )


def unread_rows(read: Read) -> Iterator[Finding]:
    """Rows with the number of a work item or a target that no table's head claims, as one matter."""
    taken = {item.line for item in read.work_items} | {row.line for row in read.table.rows}
    rows = [line for line in read.lines if line.is_row and line.no not in taken and _numbered(line)]
    if rows:
        yield Finding(
            Kind.LOST,
            tuple(line.no for line in rows),
            Sentence(
                f"{len(rows)} 列有編號、但不在任何認得的表中：表頭可能遺失。",
                f"{len(rows)} rows bear a number but stand in no table whose head was found; it may be lost.",
            ),
        )


def _numbered(line: Line) -> bool:
    return any(_ROW.match(plain(cell)) for cell in line.cells)


def strays(read: Read) -> Iterator[Finding]:
    """Texts in tables that belong to nothing, as one matter."""
    found = [*(stray for draft in read.drafts for stray in draft.strays), *read.table.strays]
    if found:
        texts = [f"「{text[:20]}」" for _, text in found]
        yield Finding(
            Kind.LOST,
            tuple(sorted({line for line, _ in found})),
            Sentence(
                f"表中有 {len(found)} 段文字不知屬於哪一格：{shown(texts, '、')}。",
                f"{len(found)} texts in tables belong to no cell: {shown(texts, ', ')}.",
            ),
        )


def blank_years(read: Read) -> Iterator[Finding]:
    """Yearly cells that are blank where others have a text or a dash, as one matter."""
    found = {
        target.code: [year for year, cell in target.yearly.items() if cell.status is Status.BLANK]
        for target in read.targets
    }
    blank = {code: years for code, years in found.items() if years}
    if blank:
        listed = [f"{code}（{'、'.join(years)}）" for code, years in blank.items()]
        yield Finding(
            Kind.LOST,
            tuple(target.line for target in read.targets if target.code in blank),
            Sentence(
                f"目標 {shown(listed, '、')} 的分年欄空白，既無目標也無「-」。",
                f"Targets {shown(listed, ', ')} have blank yearly cells, neither a text nor a dash.",
            ),
        )


def shared_years(read: Read) -> Iterator[Finding]:
    """Targets without any yearly cell of their own, as one matter."""
    shared = [
        target
        for target in read.targets
        if target.yearly and all(cell.status is Status.MERGED for cell in target.yearly.values())
    ]
    if shared:
        codes = [target.code for target in shared]
        yield Finding(
            Kind.LOST,
            tuple(target.line for target in shared),
            Sentence(
                f"目標 {shown(codes, '、')} 沒有自己的分年目標，僅能推定與上列共用儲存格，無法逐項管考。",
                f"Targets {shown(codes, ', ')} have no yearly targets of their own; they seem to share the cells above "
                "and cannot be checked one by one.",
            ),
        )
