"""One thing to measure, beside a peer that does comparable work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Contest:
    """Ours and a peer, each a function of no arguments that does ``count`` units of work.

    Attributes:
        name: as given on the command line.
        what: what is measured, and what the peer does instead.
        unit: what is counted, in the plural, such as ``questions``.
        count: how many units one call does.
        ours: our way.
        peer: the peer's way, none where the peer cannot be had here.
        remarks: what else the runs have shown, asked for once they are over.
    """

    name: str
    what: Sentence
    unit: str
    count: int
    ours: Callable[[], object]
    peer: Callable[[], object] | None
    remarks: Callable[[], Sequence[Sentence]] = tuple
