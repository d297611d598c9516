"""What a careful clerk would send back: one matter, with all its lines, in one sentence."""

from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Kind(StrEnum):
    """What sort of matter it is; the heavier first."""

    CONTRADICTION = "contradiction"
    SUM = "sum"
    CODE = "code"
    DUPLICATE = "duplicate"
    CHAPTER = "chapter"
    AGENCY = "agency"
    PERIOD = "period"
    ORDER = "order"
    LOST = "lost"
    UNIT = "unit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter; ``lines`` are those it is seen on, in order."""

    kind: Kind
    lines: tuple[int, ...]
    said: Sentence

    def as_json(self) -> dict[str, object]:
        """The finding as the contract has it."""
        return {"kind": self.kind.value, "lines": list(self.lines), "zh": self.said.zh, "en": self.said.en}


def ranked(findings: list[Finding]) -> list[Finding]:
    """The findings by weight, then by where they are seen."""
    kinds = list(Kind)
    return sorted(findings, key=lambda found: (kinds.index(found.kind), found.lines, found.said.zh))
