"""The scenes of supplies: who files for energy is posted, two years of returns come in, alerts open."""

import datetime as dt
import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations.post_person import Post, post_person
from coretech.apps.supplies.bundled import load_commodities
from coretech.apps.supplies.models import Alert, Batch, Commodity
from coretech.apps.supplies.operations.file_returns import file_returns
from coretech.apps.supplies.operations.name_watcher import name_watcher
from coretech.apps.supplies.operations.watch_supplies import watch_supplies
from coretech.apps.supplies.reading import ReadFile
from coretech.demo.acting import acting_as
from coretech.demo.cast import ADMINISTRATOR, OFFICE
from coretech.demo.people import FIRST_DAY
from coretech.demo.scene import Came, Scene
from coretech.demo.supply_figures import MADE_UP, rows_of
from coretech.engines.supplies.periods import Frequency
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

OFFICER, ENERGY = "agency-moea", "energy"
FILE = "示範申報"
_SINCE = dt.date(2023, 4, 1)
_YEARLY_SINCE = dt.date(2021, 1, 1)
_TOLD = ("natural-gas", "wheat")


def _person() -> Person:
    return Person.objects.get(account__username=OFFICER)


def _posted() -> bool:
    return Posting.objects.filter(person=_person(), agency__code=ENERGY).exists()


def _post(by: Acting) -> Came:
    post = Post(ENERGY, Posting.Kind.OFFICER, by.today)
    return Came([post_person(acting_as(ADMINISTRATOR), _person().pk, post)])


def _file(by: Acting) -> Came:
    """One batch for all of them, marked as made up."""
    load_commodities()
    rows = []
    for made in MADE_UP:
        frequency = Frequency(Commodity.objects.get(slug=made.slug).frequency)
        since = _YEARLY_SINCE if frequency is Frequency.YEARLY else _SINCE
        rows += list(rows_of(made, frequency, since, by.today - dt.timedelta(days=1)))
    digest = hashlib.sha256(repr(rows).encode()).hexdigest()
    filed = file_returns(by, ReadFile(FILE, digest, tuple(rows), demonstration=True))
    return Came([filed, *_named(by)])


def _named(by: Acting) -> list[Act]:
    return [name_watcher(by, slug, _person().pk) for slug in _TOLD]


def _watch(by: Acting) -> Came:
    return Came([watch_supplies(by)])


SCENES = (
    Scene(
        Sentence("能源署指派物資申報承辦人", "The energy administration names who files its returns"),
        ADMINISTRATOR,
        Action.POST_PEOPLE,
        lambda: FIRST_DAY,
        _posted,
        _post,
    ),
    Scene(
        Sentence("12項物資2年來的申報（示範資料）", "Returns of 12 commodities over two years (made up)"),
        OFFICER,
        Action.FILE_RETURN,
        lambda: FIRST_DAY,
        Batch.objects.filter(demonstration=True).exists,
        _file,
    ),
    Scene(
        Sentence("檢視存量並開啟示警", "The stocks are looked at, and alerts opened"),
        OFFICE,
        Action.READ_SUPPLIES,
        lambda: FIRST_DAY,
        Alert.objects.exists,
        _watch,
    ),
)
