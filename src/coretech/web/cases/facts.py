"""What a case is about, as names and values."""

import datetime as dt

from coretech.apps.cases.facts import is_change
from coretech.apps.cases.models import Case
from coretech.apps.register.queries import in_force
from coretech.kit.sentence import Sentence
from coretech.web.cases.words import ground_name, kind_name
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say

Fact = tuple[Sentence, str]

_BY_OFFICE = Sentence(
    "關鍵技術辦公室自行提案，不經專家審查會（第7條第2項）",
    "the Office itself, past the agency's panel (art. 7(2))",
)


def facts_of(case: Case, day: dt.date) -> list[Fact]:
    """The case in short, agencies by their names of the day."""
    return [
        (Sentence("種類", "Kind"), say(kind_name(case.kind, case.aspect))),
        *(_listed(case, day) if is_change(case) else []),
        (Sentence("擬定名稱", "Proposed name"), say(case.name)),
        (Sentence("領域", "Sector"), say(case.sector.name)),
        *_proposer(case, day),
        (Sentence("擬任主管機關", "Authority"), say(case.authority.name_on(day))),
        (Sentence("成案", "Opened"), both_dates(case.opened_at)),
    ]


def _proposer(case: Case, day: dt.date) -> list[Fact]:
    """The agency that submits it; where the Office proposes by itself, that, and whose inventory found it."""
    agency = say(case.submitter.name_on(day))
    if not case.by_office:
        return [(Sentence("提報機關", "Submitted by"), agency)]
    return [(Sentence("提案", "Proposed by"), say(_BY_OFFICE)), (Sentence("盤點機關", "Found by"), agency)]


def _listed(case: Case, day: dt.date) -> list[Fact]:
    """The item as the list has it on the day, and the ground for changing it."""
    listed = next((each for each in in_force(day) if each.item.technology_id == case.technology_id), None)
    now = (
        []
        if listed is None
        else [(Sentence("清單現列", "Listed as"), f"{listed.item.number}. {say(listed.name)}")]
    )
    return [*now, (Sentence("變更事由", "Ground"), say(ground_name(case.ground)))]
