"""Corrections as pages show them: what was recorded, what stands in its place, why, and by which act."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coretech.apps.audit.models import Act
from coretech.apps.people.models import Agency
from coretech.apps.register.corrected import rectified
from coretech.apps.register.correcting import Corrected, Said
from coretech.apps.register.models import ItemVersion
from coretech.apps.technologies.models import Sector
from coretech.kit.sentence import Sentence
from coretech.web.register.words import FIELDS
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

COLUMNS = (
    Column(Sentence("欄位", "Field")),
    Column(Sentence("原登載", "As recorded")),
    Column(Sentence("更正為", "As corrected")),
)


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """One correction: the two versions, the cells of its table, and the act that made it."""

    wrong: ItemVersion
    right: ItemVersion
    cells: list[list[str]]
    act: Act | None


def corrections_shown(versions: Iterable[ItemVersion]) -> list[CorrectionShown]:
    """The corrections of an item, the newest first."""
    found = rectified(versions)
    return [
        CorrectionShown(each.wrong, each.right, cells(each.changed, each.right.valid_from), each.act)
        for each in reversed(found)
    ]


def cells(changed: Sequence[Corrected], day: dt.date) -> list[list[str]]:
    """What a correction changes, a row a field, in the order an entry is shown; agencies under their names of a day."""
    by_field = {each.field: each for each in changed}
    return [
        [say(name), _words(by_field[field].before, day), _words(by_field[field].after, day)]
        for field, name in FIELDS.items()
        if field in by_field
    ]


def _words(said: Said, day: dt.date) -> str:
    """A value as people read it."""
    match said:
        case bool():
            return tr("是", "Yes") if said else tr("否", "No")
        case dt.date():
            return words_of_date(said)
        case Sector():
            return say(said.name)
        case Agency():
            return say(said.name_on(day))
        case _:
            return said or tr("（空白）", "(blank)")
