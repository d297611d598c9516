"""Strategies and measures that stand in one of the two chapters only."""

from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind


def one_chapter_only(read: Read) -> Iterator[Finding]:
    """What the chapter of measures and the table of duties do not both hold; nothing where there is no table."""
    told = {duty.path: duty for duty in read.duties}
    for path, strategy in strategies(read.goals) if told else ():
        number = ".".join(map(str, path))
        duty = told.get(path)
        if duty is None:
            yield _not_in_table(number, strategy.title, strategy.line)
            continue
        for each in strategy.measures:
            if each.no not in duty.measures:
                yield _not_in_table(f"{number}.{each.no}", each.title, each.line)
        known = {each.no for each in strategy.measures}
        for no, (title, line) in duty.measures.items():
            if no not in known:
                yield _only_in_table(f"{number}.{no}", title, line)


def _not_in_table(number: str, title: str, line: int) -> Finding:
    return Finding(
        Kind.CHAPTER,
        (line,),
        Sentence(
            f"{number}「{title}」只見於措施章，分工表沒有。",
            f"{number} stands in the chapter of measures only, not in the table of duties.",
        ),
    )


def _only_in_table(number: str, title: str, line: int) -> Finding:
    return Finding(
        Kind.CHAPTER,
        (line,),
        Sentence(
            f"{number}「{title}」只見於分工表，措施章沒有。",
            f"{number} stands in the table of duties only, not in the chapter of measures.",
        ),
    )
