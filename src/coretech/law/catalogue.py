"""Every question, by name: what it takes and how it is answered."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from coretech.kit.sentence import Sentence
from coretech.law.announcement import effect
from coretech.law.change import removal, request, route
from coretech.law.convert import shown
from coretech.law.council import capacity, payment
from coretech.law.council import composition as council_composition
from coretech.law.describe import Described, describe
from coretech.law.dossier import acceptance, completeness, definition
from coretech.law.duty import (
    annual_meeting,
    annual_review,
    inventory_interval,
    inventory_owner,
    inventory_report,
)
from coretech.law.facts import BadFacts, build
from coretech.law.meeting import admission as meeting_admission
from coretech.law.meeting import agreement, ballot, casting_vote, chair, quorum, resolution
from coretech.law.office import director
from coretech.law.panel import composition as panel_composition
from coretech.law.panel import quorum as panel_quorum
from coretech.law.panel import resolution as panel_resolution
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.recusal import chair as recusal_chair
from coretech.law.recusal import interest, order, required
from coretech.law.ruling import Ruling
from coretech.law.stand_in import admission as stand_in_admission
from coretech.law.stand_in import recusal as stand_in_recusal
from coretech.law.term import end, length, renewal, serving
from coretech.law.vacancy import fill

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")

Answer = Callable[[Mapping[str, object], date, Parameters], Ruling]


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with its facts' class and the way to its ruling."""

    question: Question
    facts: type["DataclassInstance"]
    answer: Answer


def _entry(question: Question, facts: type[F], rule: Callable[[F, date, Parameters], Ruling]) -> Entry:
    def answer(data: Mapping[str, object], as_of: date, parameters: Parameters) -> Ruling:
        return rule(build(facts, data), as_of, parameters)

    return Entry(question, facts, answer)


_ENTRIES = (
    _entry(council_composition.QUESTION, council_composition.Facts, council_composition.rule),
    _entry(payment.QUESTION, payment.Facts, payment.rule),
    _entry(end.QUESTION, end.Facts, end.rule),
    _entry(length.QUESTION, length.Facts, length.rule),
    _entry(renewal.QUESTION, renewal.Facts, renewal.rule),
    _entry(serving.QUESTION, serving.Facts, serving.rule),
    _entry(director.QUESTION, director.Facts, director.rule),
    _entry(fill.QUESTION, fill.Facts, fill.rule),
    _entry(quorum.QUESTION, quorum.Facts, quorum.rule),
    _entry(resolution.QUESTION, resolution.Facts, resolution.rule),
    _entry(ballot.QUESTION, ballot.Facts, ballot.rule),
    _entry(chair.QUESTION, chair.Facts, chair.rule),
    _entry(meeting_admission.QUESTION, meeting_admission.Facts, meeting_admission.rule),
    _entry(stand_in_admission.QUESTION, stand_in_admission.Facts, stand_in_admission.rule),
    _entry(required.QUESTION, required.Facts, required.rule),
    _entry(order.QUESTION, order.Facts, order.rule),
    _entry(completeness.QUESTION, completeness.Facts, completeness.rule),
    _entry(acceptance.QUESTION, acceptance.Facts, acceptance.rule),
    _entry(definition.QUESTION, definition.Facts, definition.rule),
    _entry(panel_composition.QUESTION, panel_composition.Facts, panel_composition.rule),
    _entry(annual_meeting.QUESTION, annual_meeting.Facts, annual_meeting.rule),
    _entry(inventory_owner.QUESTION, inventory_owner.Facts, inventory_owner.rule),
    _entry(inventory_report.QUESTION, inventory_report.Facts, inventory_report.rule),
    _entry(annual_review.QUESTION, annual_review.Facts, annual_review.rule),
    _entry(route.QUESTION, route.Facts, route.rule),
    _entry(effect.QUESTION, effect.Facts, effect.rule),
    # What the text leaves open beyond the questions above.
    _entry(capacity.QUESTION, capacity.Facts, capacity.rule),
    _entry(casting_vote.QUESTION, casting_vote.Facts, casting_vote.rule),
    _entry(agreement.QUESTION, agreement.Facts, agreement.rule),
    _entry(stand_in_recusal.QUESTION, stand_in_recusal.Facts, stand_in_recusal.rule),
    _entry(interest.QUESTION, interest.Facts, interest.rule),
    _entry(recusal_chair.QUESTION, recusal_chair.Facts, recusal_chair.rule),
    _entry(inventory_interval.QUESTION, inventory_interval.Facts, inventory_interval.rule),
    _entry(request.QUESTION, request.Facts, request.rule),
    _entry(removal.QUESTION, removal.Facts, removal.rule),
    _entry(panel_quorum.QUESTION, panel_quorum.Facts, panel_quorum.rule),
    _entry(panel_resolution.QUESTION, panel_resolution.Facts, panel_resolution.rule),
)

ENTRIES: Mapping[str, Entry] = {entry.question.id: entry for entry in _ENTRIES}


def questions() -> tuple[Described, ...]:
    """Every question with the facts it takes, in the order of the contract."""
    return tuple(describe(entry.question, entry.facts) for entry in ENTRIES.values())


def ask(
    question: str, facts: Mapping[str, object], *, as_of: date, parameters: Parameters = ENACTED
) -> Ruling:
    """Answer a question on facts given as JSON-like data: ISO dates, enumerations as their values.

    Args:
        question: its name, such as ``meeting.quorum``.
        facts: by the names the contract gives them.
        as_of: the day whose law applies.
        parameters: the law's figures; those bundled unless an amended law is tried.

    Raises:
        BadFacts: naming the field (``question`` where there is no such question).
    """
    entry = ENTRIES.get(question)
    if entry is None:
        raise BadFacts("question", _unknown(question))
    return entry.answer(facts, as_of, parameters)


def _unknown(question: str) -> Sentence:
    close = difflib.get_close_matches(question, ENTRIES, n=3, cutoff=0.4)
    zh = f"，是不是：{'、'.join(close)}" if close else "，問題的寫法例如 meeting.quorum"
    en = f"; did you mean {', '.join(close)}" if close else "; a question is written like meeting.quorum"
    return Sentence(f"沒有 {shown(question)} 這個問題{zh}", f"there is no question {shown(question)}{en}")
