"""What is wrong with rows: all of it counted, the first of it listed with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault, Row

LISTED = 10_000


@dataclass
class Problems:
    """Problems as they come up.

    Attributes:
        most: how many are listed.
        count: how many there are.
        listed: the first of them, each with its line.
    """

    most: int = LISTED
    count: int = 0
    listed: list[Fault] = field(default_factory=list)

    def add(self, line: int, sentence: Sentence) -> None:
        """Count one, and list it while the list is short enough to be read."""
        self.count += 1
        if len(self.listed) < self.most:
            self.listed.append(Fault(line, sentence))

    def none_of(self, rows: Iterator[Row | Fault]) -> Iterator[Row]:
        """The rows that could be read; the others are problems."""
        for row in rows:
            if isinstance(row, Fault):
                self.add(row.line, row.sentence)
            else:
                yield row
