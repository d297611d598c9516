"""What a question is about and what was answered, in rows of names and values."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.scope.keeping import reasons_of
from coretech.apps.scope.models import Answer, AskedTechnology, Question
from coretech.apps.scope.queries import technologies_of
from coretech.apps.scope.standing import newest_answer, standing_of, today
from coretech.apps.scope.states import ARROWS, ASKED, OPEN, Step
from coretech.kit.sentence import Sentence
from coretech.web.scope.official.words import ASKERS, listed_names, named, standing_tag, verdict_tag
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Event, Tag
from coretech.web.shell.words import say, tr

_TOLD = frozenset({Step.ASK, Step.TAKE, Step.TRANSFER, Step.ASK_BACK, Step.REPLY, Step.ANSWER, Step.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Told:
    """The answer that counts about one technology, with its reasons where the reader may know them."""

    row: Answer
    verdict: Tag
    standing: Tag
    item: Markup | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One technology, with the items it may fall under and what was answered."""

    row: AskedTechnology
    items: list[Markup]
    answer: Told | None


def what_rows(question: Question, day: dt.date) -> list[tuple[Sentence, str]]:
    """Where it went and by when it should be answered: nothing personal."""
    rows = [
        (Sentence("主管機關", "Authority"), say(question.authority.name_on(day))),
        (Sentence("收件", "Received"), both_dates(question.received_at)),
    ]
    if question.state not in OPEN:
        return rows
    if question.stopped_on is not None:
        since = both_dates(question.stopped_on)
        stopped = tr(
            f"自{since}起停止計算，待補充說明", f"The clock stands still since {since}, until the reply"
        )
        return [*rows, (Sentence("服務目標", "Target"), stopped)]
    return [*rows, (Sentence("服務目標", "Target"), both_dates(question.due_on))]


def asker_rows(question: Question) -> list[tuple[Sentence, str]]:
    """Who asks: for the authority and the Office alone."""
    return [
        (
            Sentence("詢問人", "Asked by"),
            f"{question.sender} ({say(ASKERS[Question.Asker(question.asker)])})",
        ),
        (Sentence("機構", "Organisation"), question.organisation or tr("無", "None")),
        (Sentence("電子郵件", "E-mail address"), question.contact),
    ]


def answered_technologies(question: Question, day: dt.date, *, reasons: bool = True) -> list[Shown]:
    """The technologies with the answers that count, and their reasons where those may be read."""
    names, against = listed_names(day), today(day)
    shown = []
    for each in technologies_of(question):
        answer = newest_answer(list(each.answers.all()))
        told = None
        if answer is not None:
            told = Told(
                answer,
                verdict_tag(answer.verdict),
                standing_tag(standing_of(answer, against)),
                None if answer.item is None else item_link(answer.item.number, names),
                reasons_of(answer) if reasons else "",
            )
        shown.append(Shown(each, [item_link(item.number, names) for item in each.items.all()], told))
    return shown


def item_link(number: int, names: dict[int, str]) -> Markup:
    """An item, which leads to its page."""
    address = reverse("register_item", args=[number])
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, named(number, names))


def asker_events(question: Question) -> list[Event]:
    """What happened, oldest first, with what was said between authority and asker."""
    return list(_events(question))


def _events(question: Question) -> Iterator[Event]:
    for step in question.steps.all():
        arrow = ARROWS.get(Step(step.step))
        note = Sentence(step.note, step.note) if step.note and step.step in _TOLD else None
        yield Event(step.at, ASKED if arrow is None else arrow.done, note=note)
