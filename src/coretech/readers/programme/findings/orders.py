"""Dates that run backwards, and phases that begin before the one they follow."""

from collections.abc import Iterator
from itertools import pairwise

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import WorkItem


def backwards(read: Read) -> Iterator[Finding]:
    """Each work item whose dates end before they start."""
    for item in read.work_items:
        wrong = next((span for span in item.periods if span.backwards), None)
        if wrong is not None:
            said = wrong.said()
            yield Finding(
                Kind.ORDER,
                (item.line,),
                Sentence(
                    f"{_name(item).zh}的期程 {wrong.written}（{said.zh}）結束早於開始。",
                    f"{_name(item).en}: the dates {wrong.written} ({said.en}) end before they start.",
                ),
            )


def phases(read: Read) -> Iterator[Finding]:
    """Each work item with a phase that starts before the phase above it."""
    for item in read.work_items:
        for before, span in pairwise(item.periods):
            if before.start and span.start and span.start < before.start:
                yield Finding(
                    Kind.ORDER,
                    (item.line,),
                    Sentence(
                        f"{_name(item).zh}的期程中，{span.label}{span.written} 早於前一階段 {before.label}"
                        f"{before.written}。",
                        f"{_name(item).en}: {span.label} {span.written} starts before the phase above it, "
                        f"{before.label} {before.written}.",
                    ),
                )
                break


def _name(item: WorkItem) -> Sentence:
    return Sentence(
        f"措施 {item.measure} 的重點工作 {item.work_no}", f"Measure {item.measure}, work item {item.work_no}"
    )
