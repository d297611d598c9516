"""Reading a programme: from a document's text to checked records."""

import re

from coretech.readers.plans.agencies import agencies_in
from coretech.readers.plans.finding import ranked
from coretech.readers.plans.lines import Line, lines_of
from coretech.readers.plans.wording import plain
from coretech.readers.programme.budget import read_budget
from coretech.readers.programme.chapters import Section, sections
from coretech.readers.programme.findings import findings
from coretech.readers.programme.industries import headings, industries
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import Measure, Programme
from coretech.readers.programme.schedule import draft_of, work_items
from coretech.readers.programme.targets import Table, read_targets, targets

_YEARS = r"(?:民國)?([0-9]{2,3})\s*年?\s*[~～至\-－]\s*([0-9]{2,3})\s*年"
_PERIOD = re.compile(rf"(?:期程|期間)[^。]{{0,12}}?{_YEARS}")


def read_programme(text: str) -> Programme:
    """The programme a text holds; what was not understood or does not agree is among its findings."""
    read = take_apart(lines_of(text))
    return Programme(
        title=read.title,
        start=read.start,
        end=read.end,
        industries=tuple(read.industries),
        measures=tuple(read.measures),
        work_items=tuple(read.work_items),
        targets=tuple(read.targets),
        budget=read.budget.rows,
        findings=tuple(ranked(findings(read))),
    )


def take_apart(lines: list[Line]) -> Read:
    """All that the document's tables hold, with what their readers noted on the way."""
    headed = headings(lines)
    by_number = {str(each.no): each.name for each in headed}
    parts = sections(lines)
    drafts = [draft_of(part) for part in parts]
    table = read_targets(lines)
    start, end = _period(lines)
    return Read(
        lines=lines,
        title=_title(lines),
        start=start,
        end=end,
        industries=industries(lines, headed),
        sections=parts,
        drafts=drafts,
        measures=_measures(parts, table, by_number),
        work_items=[
            item for part, draft in zip(parts, drafts, strict=True) for item in work_items(part, draft)
        ],
        table=table,
        targets=targets(table, by_number),
        budget=read_budget(lines),
    )


def _measures(parts: list[Section], table: Table, by_number: dict[str, str]) -> list[Measure]:
    """Those with a schedule, and those that stand in the tables of targets alone, by their codes."""
    scheduled = [
        Measure(part.code, _industry(part.code, by_number), part.title, part.agencies, part.line)
        for part in parts
    ]
    known = {each.code for each in scheduled}
    others = {code.replace(".", "-"): code for code in table.titles}
    rest = [
        Measure(
            code=code,
            industry=_industry(code, by_number),
            title=table.titles[dotted],
            agencies=agencies_in(table.agencies.get(dotted, "")).lead,
            line=table.title_lines[dotted],
            schedule=False,
        )
        for code, dotted in others.items()
        if code not in known
    ]
    return sorted([*scheduled, *rest], key=lambda each: tuple(map(int, each.code.split("-"))))


def _industry(code: str, by_number: dict[str, str]) -> str:
    return by_number.get(code.partition("-")[0], "")


def _title(lines: list[Line]) -> str:
    """The document's title: its first heading, or its first line."""
    first = next((line for line in lines if line.text.lstrip().startswith("#")), lines[0] if lines else None)
    return "" if first is None else plain(first.text)


def _period(lines: list[Line]) -> tuple[int | None, int | None]:
    """The ROC years the programme runs, as it says of itself."""
    for line in lines:
        match = _PERIOD.search(plain(line.text))
        if match is not None:
            return int(match.group(1)), int(match.group(2))
    return None, None
