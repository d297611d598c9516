"""What documents are made from: a case as one reader sees it; and what they become."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Case
from coretech.apps.meetings.dossier import seen
from coretech.engines.documents.model import Block, Language
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

LEVELS = tuple(Secrecy)
"""From open to secret."""


@dataclass(frozen=True, slots=True)
class Source:
    """A case before one reader, in the language of the document."""

    by: Acting
    case: Case
    view: SeenCase
    language: Language

    @property
    def day(self) -> dt.date:
        """The day the document is made, by whose names agencies are called."""
        return self.by.today

    def require(self, level: Secrecy) -> None:
        """Refuse (HTTP 403) with the ruling, where what has this level is closed to the reader."""
        require(self.view.at(level), status=403)

    def say(self, sentence: Sentence) -> str:
        """The words in the document's language."""
        return sentence.say(self.language)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a document says; ``level`` is the highest of what stands in it, ``draft`` that it is not final."""

    title: Sentence
    blocks: tuple[Block, ...]
    level: Secrecy
    draft: bool = False


def source_of(by: Acting, case: Case, language: Language) -> Source:
    """The case as this reader sees it."""
    return Source(by, case, seen(by, case), language)


def highest(levels: Iterable[Secrecy], least: Secrecy = Secrecy.OPEN) -> Secrecy:
    """The highest of some levels, and no lower than ``least``."""
    return max((least, *levels), key=LEVELS.index)
