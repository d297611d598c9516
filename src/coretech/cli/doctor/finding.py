"""One thing the doctor looked at."""

from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class State(StrEnum):
    """How a thing stands: there, needed and missing, there and not as it should be, or missing and only useful."""

    FINE = "fine"
    MISSING = "missing"
    WRONG = "wrong"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, what was seen, and what to do where it is not there."""

    name: str
    state: State
    what: Sentence
    seen: Sentence
    advice: Sentence | None = None

    def as_dict(self) -> dict[str, object]:
        """The finding for ``--json``."""
        return {
            "name": self.name,
            "state": self.state.value,
            "what": self.what.as_dict(),
            "seen": self.seen.as_dict(),
            "advice": None if self.advice is None else self.advice.as_dict(),
        }


def plain(words: str) -> Sentence:
    """A name, number or path, the same in both languages."""
    return Sentence(words, words)
