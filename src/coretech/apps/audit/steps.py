"""Lives as tables: the steps between the states of a matter, with who takes each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from coretech.kit.refusal import elsewhere
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

S = TypeVar("S", bound=Enum)


@dataclass(frozen=True, slots=True)
class Arrow(Generic[S]):
    """One step by its name; ``target`` is None where the matter stays where it stands."""

    sources: frozenset[S]
    target: S | None
    action: Action
    name: Sentence

    def require(self, state: S, names: Mapping[S, Sentence], matter: Sentence) -> None:
        """See that the step is taken from a state; ``matter`` is what it is about, as a sentence begins.

        Raises:
            Refused: (HTTP 409) naming where the matter stands and where it would have to stand.
        """
        if state not in self.sources:
            needed = [name for source, name in names.items() if source in self.sources]
            raise elsewhere(matter, self.name, names[state], needed)


@dataclass(frozen=True, slots=True)
class ArrowUnder(Arrow[S]):
    """One step with what must hold besides the state."""

    holds: Sentence
