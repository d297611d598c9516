"""What a careful clerk would send back about a plan."""

import re
from collections.abc import Iterator

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import NumberTable
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.wording import plain

_TOTAL = re.compile(r"合計|總計|小計|總和")
_SHARE = re.compile(r"占比|比率|比重|百分比")
_COUNTS = re.compile(
    r"(?P<goals>[0-9]+)\s*項目標、\s*(?P<subgoals>[0-9]+)\s*項子目標、\s*"
    r"(?P<strategies>[0-9]+)\s*項策略[，、及]*\s*(?P<measures>[0-9]+)\s*項"
)


def findings(read: Read) -> list[Finding]:
    """All matters, in no order."""
    return [
        *_titles(read),
        *_one_chapter_only(read),
        *_counts(read),
        *_totals(read),
        *_shares(read),
        *_lost(read),
    ]


def _titles(read: Read) -> Iterator[Finding]:
    """Measures and strategies that the two chapters call by different names."""
    tree = dict(strategies(read.goals))
    for duty in read.duties:
        strategy = tree[duty.path]
        number = ".".join(map(str, duty.path))
        pairs = [(number, strategy.title, strategy.line, duty.title, duty.line)]
        pairs += [
            (f"{number}.{each.no}", each.title, each.line, *duty.measures[each.no])
            for each in strategy.measures
            if each.no in duty.measures
        ]
        for code, one, line, other, other_line in pairs:
            if _differ(one, other):
                yield Finding(
                    Kind.CONTRADICTION,
                    (line, other_line),
                    Sentence(
                        f"{code} 在措施章作「{one}」，在分工表作「{other}」。",
                        f"{code} is called “{one}” in the chapter of measures and “{other}” in the table of duties.",
                    ),
                )


def _differ(one: str, other: str) -> bool:
    """Whether two titles differ in more than spaces and marks."""
    return re.sub(r"\W", "", fold(one)) != re.sub(r"\W", "", fold(other))


def _one_chapter_only(read: Read) -> Iterator[Finding]:
    """Strategies and measures that stand in one of the two chapters only."""
    told = {duty.path: duty for duty in read.duties}
    for path, strategy in strategies(read.goals):
        number = ".".join(map(str, path))
        duty = told.get(path)
        if duty is None:
            yield _missing(number, strategy.title, strategy.line)
            continue
        for each in strategy.measures:
            if each.no not in duty.measures:
                yield _missing(f"{number}.{each.no}", each.title, each.line)
        known = {each.no for each in strategy.measures}
        for no, (title, line) in duty.measures.items():
            if no not in known:
                yield Finding(
                    Kind.CHAPTER,
                    (line,),
                    Sentence(
                        f"{number}.{no}「{title}」只見於分工表，措施章沒有。",
                        f"{number}.{no} stands in the table of duties only, not in the chapter of measures.",
                    ),
                )
        if not duty.agencies.lead:
            yield Finding(
                Kind.LOST,
                (duty.line,),
                Sentence(
                    f"策略 {number} 在分工表沒有機關。",
                    f"Strategy {number} names no agency in the table of duties.",
                ),
            )


def _missing(number: str, title: str, line: int) -> Finding:
    return Finding(
        Kind.CHAPTER,
        (line,),
        Sentence(
            f"{number}「{title}」只見於措施章，分工表沒有。",
            f"{number} stands in the chapter of measures only, not in the table of duties.",
        ),
    )


def _counts(read: Read) -> Iterator[Finding]:
    """What the document says of its own numbers, against what is there."""
    found = {
        "goals": len(read.goals),
        "subgoals": sum(len(goal.subgoals) for goal in read.goals),
        "strategies": len(list(strategies(read.goals))),
        "measures": sum(len(strategy.measures) for _, strategy in strategies(read.goals)),
    }
    for place, line in enumerate(read.lines):
        match = _COUNTS.search(plain("".join(each.text.strip() for each in read.lines[place : place + 2])))
        if match is None:
            continue
        said = {name: int(value) for name, value in match.groupdict().items()}
        if said != found:
            yield Finding(
                Kind.CONTRADICTION,
                (line.no,),
                Sentence(
                    f"文中稱有{_tally(said, zh=True)}，實際讀到{_tally(found, zh=True)}。",
                    f"The text counts {_tally(said, zh=False)}; there are {_tally(found, zh=False)}.",
                ),
            )
        return


def _tally(counts: dict[str, int], *, zh: bool) -> str:
    goals, subgoals, plans, measures = (
        counts[name] for name in ("goals", "subgoals", "strategies", "measures")
    )
    if zh:
        return f"{goals}項目標、{subgoals}項子目標、{plans}項策略、{measures}項措施"
    return f"{goals} goals, {subgoals} sub-goals, {plans} strategies and {measures} measures"


def _totals(read: Read) -> Iterator[Finding]:
    """Total rows that their column does not come to; shares are not added."""
    for table in read.tables:
        for place, row in enumerate(table.rows):
            if not _TOTAL.search(str(row[0])):
                continue
            for column in range(1, len(row)):
                yield from _total(table, place, column)


def _total(table: NumberTable, place: int, column: int) -> Iterator[Finding]:
    printed = table.rows[place][column]
    parts = [row[column] for row in table.rows[:place] if not _TOTAL.search(str(row[0]))]
    numbers = [part for part in parts if isinstance(part, int | float)]
    if not isinstance(printed, int | float) or not numbers or _SHARE.search(table.header[column]):
        return
    total = round(sum(numbers), 6)
    apart, name = printed - total, table.header[column]
    if abs(apart) > 0.5 * 10 ** -_decimals(numbers) * max(1, len(numbers) - 1) ** 0.5:
        yield Finding(
            Kind.SUM,
            (table.line,),
            Sentence(
                f"表{table.no}「{name}」合計印為 {printed:,}，逐列相加為 {total:,}，相差 {apart:,}。",
                f"Table {table.no}, column “{name}”: the total is printed as {printed:,}; its rows come to {total:,}, "
                f"which differs by {apart:,}.",
            ),
        )


def _decimals(numbers: list[int | float]) -> int:
    return max(len(str(number).partition(".")[2]) if isinstance(number, float) else 0 for number in numbers)


def _shares(read: Read) -> Iterator[Finding]:
    """A row that is one row as a percentage of another, where a value is not what the two give."""
    for table in read.tables:
        rows = {str(row[0]): row for row in table.rows}
        share = next((row for name, row in rows.items() if _SHARE.search(name)), None)
        others = [row for row in table.rows if row is not share]
        if share is None or len(others) != 2:  # noqa: PLR2004 - a part and a whole
            continue
        for column in range(1, len(share)):
            part, whole, printed = others[0][column], others[1][column], share[column]
            if not all(isinstance(value, int | float) for value in (part, whole, printed)) or not whole:
                continue
            real = float(part or 0) / float(whole) * 100
            if abs(real - float(printed or 0)) > 0.0051:  # noqa: PLR2004 - half of the last digit printed, and rounding
                name = table.header[column]
                yield Finding(
                    Kind.CONTRADICTION,
                    (table.line,),
                    Sentence(
                        f"表{table.no} {name}的{share[0]}印為 {printed}%，依其金額應為 {real:.2f}%。",
                        f"Table {table.no}, {name}: {share[0]} is printed as {printed} %; its amounts give "
                        f"{real:.2f} %.",
                    ),
                )


def _lost(read: Read) -> Iterator[Finding]:
    """Chapters that gave nothing."""
    last = (read.lines[-1].no,) if read.lines else ()
    if not read.goals:
        yield Finding(Kind.LOST, last, Sentence("找不到目標與措施。", "No goals and measures were found."))
    if read.goals and not read.duties:
        yield Finding(
            Kind.LOST, last, Sentence("找不到策略與措施的分工表。", "No table of duties was found.")
        )
