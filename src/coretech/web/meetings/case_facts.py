"""The case behind an item, in short."""

import datetime as dt

from coretech.apps.cases.models import Case
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings.models import Item
from coretech.apps.register.queries import in_force
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.web.cases.words import ASPECTS
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.words import say, tr

KINDS = {
    Candidate.Kind.IDENTIFY: Sentence("認定新項目", "To identify a technology"),
    Candidate.Kind.CHANGE: Sentence("變更清單項目", "To change a listed item"),
}


def case_facts(item: Item) -> list[tuple[Sentence, str]]:
    """What the council is asked, about what, by whom; none of it is confidential to whoever knows of the meeting."""
    case, day = item.case, item.meeting.day
    if case is None:
        return []
    rows = [
        (Sentence("案件編號", "Case"), case.reference),
        (Sentence("提案事由", "Asked for"), say(_asked(case))),
        (Sentence("提報機關", "Submitted by"), say(case.submitter.name_on(day))),
        (Sentence("主管機關", "Authority"), say(case.authority.name_on(day))),
        (Sentence("領域", "Sector"), say(case.sector.name)),
    ]
    listed = _listed(case, day)
    return [*rows[:2], *([listed] if listed is not None else []), *rows[2:], *_amended(case)]


def _amended(case: Case) -> list[tuple[Sentence, str]]:
    """That the proposal was amended before the vote; both wordings stand in the case."""
    last = case.amendments.last()
    if last is None:
        return []
    day = words_of_date(last.amended_at.astimezone(TAIPEI).date())
    words = tr(f"已於{day}修正；原提案見案件。", f"On {day}; what was proposed stands in the case.")
    return [(Sentence("審議中修正", "Amended before the vote"), words)]


def _asked(case: Case) -> Sentence:
    return ASPECTS[Candidate.Aspect(case.aspect)] if case.aspect else KINDS[Candidate.Kind(case.kind)]


def _listed(case: Case, day: dt.date) -> tuple[Sentence, str] | None:
    """The item of the list that would change, as it stood on the day of the meeting."""
    if case.kind != Candidate.Kind.CHANGE:
        return None
    for version in in_force(day):
        if version.item.technology_id == case.technology_id:
            number = version.item.number
            words = tr(f"第{number}項 {version.name_zh}", f"Item {number}, {say(version.name)}")
            return Sentence("現行項目", "The listed item"), words
    return None
