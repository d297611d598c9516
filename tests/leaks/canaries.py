"""Words planted in the fields of cases, each of which occurs nowhere else, and who may see each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.field_table import FIELDS, Rule
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.meetings.dossier import seen
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.queries import visible_meetings

MARK = "kanari"
_PUBLIC_ONCE_DONE = {Rule.COMMENT, Rule.UNREDACTED}


@dataclass(frozen=True)
class Canary:
    """A word in a field of a row of a case; ``row`` is filled in once it is written.

    Where the word has no row of a case's own, ``rule`` says who may see it.
    """

    word: str
    case: Case
    row: Model
    name: str


@dataclass(frozen=True)
class View:
    """What a reader has of a case: whether it was published, whether they may know of it, and its fields."""

    published: bool
    known: bool
    fields: SeenCase

    def shows(self, canary: Canary) -> bool:
        """Whether the table lets the reader see a canary of the case."""
        rule = FIELDS[type(canary.row).__name__][canary.name]
        if rule in (Rule.KNOWN, Rule.PROPOSED) and self.published:
            return True
        known = self.known or rule in _PUBLIC_ONCE_DONE
        return known and self.fields.shows(canary.row, canary.name)


@dataclass
class Cage:
    """All canaries of a world, which stands still once it is planted: each reader's views are made once."""

    canaries: list[Canary] = field(default_factory=list)
    _views: dict[tuple[Acting, int], View] = field(default_factory=dict)
    _words: int = 0

    def word(self) -> str:
        """A word that occurs nowhere else."""
        self._words += 1
        return f"{MARK}{self._words:04d}x"

    def plant(self, case: Case, make: Callable[..., Model], /, *names: str, **more: object) -> Model:
        """Make a row with a word of its own in each of some fields."""
        words = {name: self.word() for name in names}
        row = make(**words, **more)
        self.canaries += [Canary(word, case, row, name) for name, word in words.items()]
        return row

    def keep(self, case: Case, row: Model, name: str, word: str) -> None:
        """Remember a word that an operation wrote."""
        self.canaries.append(Canary(word, case, row, name))

    def hidden_from(self, by: Acting) -> dict[str, str]:
        """The words somebody may not see, each with the field it stands in."""
        return {
            each.word: f"{type(each.row).__name__}.{each.name} of {each.case.reference} ({each.case.state})"
            for each in self.canaries
            if not self.shows(by, each)
        }

    def shows(self, by: Acting, canary: Canary) -> bool:
        """Whether somebody may see a word."""
        key = (by, canary.case.pk)
        if key not in self._views:
            self._views[key] = _view(by, canary.case)
        return self._views[key].shows(canary)


def _view(by: Acting, case: Case) -> View:
    return View(case.pre_announcements.exists(), _knows_of(by, case), seen(by, case))


def _knows_of(by: Acting, case: Case) -> bool:
    """Whether somebody may know that there is a case: by its state and agencies, or from an agenda."""
    listed = Item.objects.filter(case=case, meeting__in=visible_meetings(by))
    return visible_cases(by).filter(pk=case.pk).exists() or listed.exists()
