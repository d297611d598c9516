"""Figures at a glance, each cell an answer of the law."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from coretech.kit.sentence import Sentence
from coretech.law import Ruling, ask
from coretech.law.kinship import kinship
from coretech.law.parameters import ENACTED
from coretech.web.law.kinship import USUAL, degree_said, relation_address, relations
from coretech.web.meetings.relations import Relation
from coretech.web.shell.parts import Column
from coretech.web.shell.rulings import outcome_of
from coretech.web.shell.words import say


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, columns, and rows of cells."""

    caption: Sentence
    columns: tuple[Column, ...]
    rows: list[list[str]]


def quorum(day: dt.date) -> Table:
    """How many must attend, for every lawful size of the council."""
    return Table(
        Sentence("應有幾人出席", "How many must attend"),
        (
            Column(Sentence("在職委員", "Members in office")),
            Column(Sentence("應有出席", "Must attend")),
        ),
        [[str(size), _needed(_quorum(size, day))] for size in _sizes(day)],
    )


def majority(day: dt.date) -> Table:
    """How many votes carry an item, from the smallest quorum to everybody."""
    most = max(_sizes(day))
    fewest = int(_needed(_quorum(min(_sizes(day)), day)))
    return Table(
        Sentence("要幾票才通過", "How many votes carry it"),
        (
            Column(Sentence("得參與表決的出席者", "Present and may vote")),
            Column(Sentence("同意票至少", "Votes for, at least")),
        ),
        [[str(voters), _needed(_resolution(most, voters, day))] for voters in range(fewest, most + 1)],
    )


def recusal(day: dt.date) -> Table:
    """Relations that have a name: how near they are, and whether one steps aside where they live apart."""
    return Table(
        Sentence("常見的關係", "Common relations"),
        (
            Column(Sentence("誰的利益", "Whose interest")),
            Column(Sentence("親等", "Degree of kinship")),
            Column(Sentence("要迴避嗎", "Step aside?")),
        ),
        [_relation(relation, day) for relation in relations()],
    )


TABLES: dict[str, Callable[[dt.date], Table]] = {"quorum": quorum, "majority": majority, "recusal": recusal}


def _sizes(day: dt.date) -> range:
    law = ENACTED.at(day)
    return range(law.whole("council.members_min"), law.whole("council.members_max") + 1)


def _quorum(size: int, day: dt.date) -> Ruling:
    return ask("meeting.quorum", {"members_in_office": size, "present": size}, as_of=day)


def _resolution(size: int, voters: int, day: dt.date) -> Ruling:
    facts = {"members_in_office": size, "entitled_present": voters, "for": 0, "against": 0, "abstain": 0}
    return ask("meeting.resolution", facts, as_of=day)


def _needed(ruling: Ruling) -> str:
    return str(ruling.values["needed"])


def _relation(relation: Relation, day: dt.date) -> list[str]:
    facts = {
        "kinship": [step.value for step in relation.path],
        "cohabiting": relation.household,
        **USUAL,
    }
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        relation_address(relation), say(relation.words)
    )
    answer = outcome_of(ask("recusal.required", facts, as_of=day))
    return [link, say(degree_said(kinship(relation.path))), say(answer.words)]
