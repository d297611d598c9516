"""What a page shows of a ruling besides its sentence and articles."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from coretech.kit.sentence import Sentence
from coretech.law.catalogue import ENTRIES
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import Category, Group, Part
from coretech.law.wording import named
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

OUTCOMES = {
    Outcome.YES: Tag(Sentence("是", "Yes"), "green"),
    Outcome.NO: Tag(Sentence("否", "No"), "red"),
    Outcome.NOT_APPLICABLE: Tag(Sentence("不適用", "Not applicable"), "grey"),
}

FIGURES = {
    "needed": Sentence("門檻", "Needed"),
    "attending": Sentence("出席", "Attending"),
    "entitled_present": Sentence("得參與表決", "Entitled and present"),
    "minimum": Sentence("下限", "At least"),
    "maximum": Sentence("上限", "At most"),
    "end": Sentence("屆滿日", "Ends on"),
    "ends_on": Sentence("職務終止日", "Serves until"),
    "degree": Sentence("親等", "Degree of kinship"),
    "terms": Sentence("已連續任", "Terms in a row"),
    "limit": Sentence("至多任數", "Terms at most"),
    "vacancies": Sentence("缺額", "Vacancies"),
    "regular": Sentence("常會", "Regular meetings"),
    "extraordinary": Sentence("臨時會議", "Extraordinary meetings"),
    "missing": Sentence("尚缺", "Missing"),
    "missing_groups": Sentence("尚缺", "Missing"),
    "missing_categories": Sentence("尚缺", "Missing"),
}

_DATES = frozenset({"end", "ends_on"})
_LISTS: Mapping[str, type[Enum]] = {"missing": Part, "missing_groups": Group, "missing_categories": Category}


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another tenable reading of the same words: in short, its answer and its figures."""

    name: str
    outcome: Tag
    values: Mapping[str, object]


def outcome_of(ruling: Ruling | Reading) -> Tag:
    """The answer as a tag."""
    return OUTCOMES[ruling.outcome]


def values_of(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """The figures that a reader can use, each with its name, in the order of `FIGURES`."""
    found = ((words, _shown(name, values.get(name))) for name, words in FIGURES.items())
    return [(say(words), value) for words, value in found if value]


def readings_of(ruling: Ruling) -> list[OtherReading]:
    """The readings that give another answer or other figures than the one in force."""
    if not ruling.readings:
        return []
    names = ENTRIES[ruling.question].question.readings
    return [
        OtherReading(say(names[reading.id]), outcome_of(reading), reading.values)
        for reading in ruling.readings
        if reading.outcome is not ruling.outcome or not reading.values.items() <= ruling.values.items()
    ]


def _shown(name: str, value: object) -> str:
    """A value in words; nothing for what is not there."""
    if value is None or isinstance(value, bool):
        return ""
    if name in _DATES:
        return words_of_date(dt.date.fromisoformat(str(value)))
    if isinstance(value, list | tuple):
        return tr("、", ", ").join(_entry(name, each) for each in value)
    return str(value)


def _entry(name: str, value: object) -> str:
    """A member of a closed list in words; what somebody named freely, such as an item, as it was named."""
    try:
        return say(named(_LISTS[name](value)))
    except ValueError:
        return str(value)
