"""The answers to a file of recorded votes, a row at a time: as CSV behind the file's own columns, or as JSON."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from coretech.cli.json_input import as_json
from coretech.cli.speech import complain, say
from coretech.engines.tally.majorities import OF_PRESENT, OF_VOTES_CAST, Answer, Count, answer
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts
from coretech.readers.votes.rows import Counted, Fault, Votes

ANSWERED = (OF_PRESENT, OF_VOTES_CAST, "needed", "base", "base-from", "disputed")
"""The columns that are added: both outcomes, how many had to be for it, of how many, whence that is, in dispute."""


@dataclass(slots=True)
class Tally:
    """One run over a file: what was answered so far, and what could not be."""

    votes: Votes
    as_of: date
    language: str
    answers: int = field(default=0, init=False)
    disputed: int = field(default=0, init=False)
    summed: int = field(default=0, init=False)
    faults: int = field(default=0, init=False)

    def lines(self) -> Iterator[tuple[Counted, dict[str, str | int]]]:
        """Each good row with what the law adds to it; a bad one is told at once and passed over."""
        for row in self.votes.rows():
            found = row if isinstance(row, Fault) else self._answer(row)
            if isinstance(found, Fault):
                self.faults += 1
                complain(_told(found), self.language, 0)
            elif isinstance(row, Counted):
                yield row, self._counted(row, found)

    def summary(self) -> Sentence:
        """How many rows were answered, are in dispute, were bad, or had to do without the number entitled."""
        zh = f"{self.answers} 列已答覆，其中 {self.disputed} 列依解讀不同而結果不同"
        en = f"rows answered: {self.answers}, of which disputed between the readings: {self.disputed}"
        if self.faults:
            zh, en = f"{zh}；{self.faults} 列有誤，未答覆", f"{en}; bad rows left out: {self.faults}"
        if self.summed:
            zh += f"；{self.summed} 列沒有出席得表決人數，改以同意、反對、棄權的合計為準"
            en += f"; rows that do not say how many could vote, so for + against + abstain was used: {self.summed}"
        return Sentence(f"{zh}。", f"{en}.")

    def _answer(self, row: Counted) -> Answer | Fault:
        try:
            return answer(_count(row), self.as_of)
        except BadFacts as bad:
            columns = self.votes.columns
            column = "" if columns.entitled is None else columns.header[columns.entitled]
            return Fault(row.line, column, bad.sentence)

    def _counted(self, row: Counted, found: Answer) -> dict[str, str | int]:
        self.answers += 1
        self.disputed += found.ruling.disputed
        self.summed += row.entitled is None
        source = "votes" if row.entitled is None else "file"
        outcomes = (found.outcomes[OF_PRESENT], found.outcomes[OF_VOTES_CAST])
        values = (*outcomes, found.needed, _count(row).base, source, str(found.ruling.disputed).lower())
        return dict(zip(ANSWERED, values, strict=True))


def print_csv(told: Tally) -> None:
    """The file's own columns as they are, and the answers behind them."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*told.votes.columns.header, *ANSWERED])
    for row, added in told.lines():
        writer.writerow([*row.cells, *added.values()])


def print_json(told: Tally) -> None:
    """A line of JSON for each row: where it stands, the file's cells, and the answers."""
    for row, added in told.lines():
        cells = dict(zip(told.votes.columns.header, row.cells, strict=True))
        disputed = added["disputed"] == "true"
        say(as_json({"line": row.line, "row": cells, **added, "disputed": disputed}))


def _count(row: Counted) -> Count:
    return Count(row.for_, row.against, row.abstain, row.entitled)


def _told(fault: Fault) -> Sentence:
    zh, en = f"第 {fault.line} 行", f"line {fault.line}"
    if fault.column:
        zh, en = f"{zh}「{fault.column}」欄", f"{en}, column “{fault.column}”"
    return Sentence(f"{zh}：{fault.sentence.zh}", f"{en}: {fault.sentence.en}")
