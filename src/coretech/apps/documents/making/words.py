"""How documents name what a case is made of."""

import datetime as dt

from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.models import Case, PanelReview
from coretech.apps.inventory.models import Candidate
from coretech.kit.clock import TAIPEI
from coretech.kit.roc import english_date, roc_date
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.law.terms import Part
from coretech.law.wording import named

KINDS = {
    Candidate.Kind.IDENTIFY: Sentence("認定新技術", "identification of a technology"),
    Candidate.Kind.CHANGE: Sentence("變更清單項目", "change of a listed item"),
}
ASPECTS = {
    Candidate.Aspect.NAME: Sentence("變更名稱", "change of name"),
    Candidate.Aspect.SCOPE: Sentence("變更範疇", "change of scope"),
    Candidate.Aspect.AUTHORITY: Sentence("變更主管機關", "change of authority"),
    Candidate.Aspect.SPLIT: Sentence("分拆項目", "split"),
    Candidate.Aspect.MERGE: Sentence("合併項目", "merger"),
    Candidate.Aspect.REMOVAL: Sentence("廢止項目", "removal"),
}
METHODS = {
    PanelReview.Method.PAPER: Sentence("於系統外開會", "met outside the system"),
    PanelReview.Method.HANDS: Sentence("舉手表決", "show of hands"),
    PanelReview.Method.NAMED: Sentence("記名表決", "named ballot"),
    PanelReview.Method.SECRET: Sentence("無記名表決", "secret ballot"),
    PanelReview.Method.CONSENT: Sentence("無異議通過", "without objection"),
}
MARKINGS = {
    Secrecy.OPEN: None,
    Secrecy.INTERNAL: Sentence("內部文件", "Internal"),
    Secrecy.CONFIDENTIAL: Sentence("密", "Confidential"),
    Secrecy.SECRET: Sentence("機密", "Secret"),
}
"""What stands at the head of each page; nothing where the document is open."""


def matter(case: Case) -> Sentence:
    """What the case would do."""
    aspect = ASPECTS.get(Candidate.Aspect(case.aspect)) if case.aspect else None
    return aspect or KINDS[Candidate.Kind(case.kind)]


def part_name(name: str) -> Sentence:
    """A part of the dossier as a heading."""
    words = named(Part(name))
    return Sentence(words.zh, words.en.removeprefix("the ").capitalize())


def level_name(level: str) -> Sentence:
    """A level of secrecy."""
    return LEVELS[level]


def day(of: dt.date) -> Sentence:
    """A day as official documents have it: 中華民國114年11月24日."""
    return Sentence(f"中華{roc_date(of)}", english_date(of))


def day_of(moment: dt.datetime) -> Sentence:
    """The day of a moment, in Taipei."""
    return day(moment.astimezone(TAIPEI).date())
