"""Which questions somebody may see; what is sealed in them is asked of `coretech.apps.scope.facts`."""

import datetime as dt

from django.db.models import F, Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of
from coretech.apps.audit.rulings import NO_MATTER, allow
from coretech.apps.scope.models import AskedTechnology, NamedReader, Question
from coretech.apps.scope.states import OPEN, State
from coretech.apps.scope.targets import REMIND_BEFORE
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action, Matter, Role, who_may


def require_reader(by: Acting) -> None:
    """Refuse whoever handles no questions, advises on none and is not of the Office (HTTP 403)."""
    if Role.OFFICE in by.standing.roles:
        return
    advises = Matter(agencies=by.standing.panels)
    if who_may(Action.ADVISE_SCOPE, by.standing, advises, by.today).is_yes:
        return
    allow(by, Action.HANDLE_SCOPE, Matter(agencies=by.standing.agencies))


def visible_questions(by: Acting) -> QuerySet[Question]:
    """All for the Office, an authority's own for its officers, those an expert is named to; none for anybody else."""
    found = Question.objects.select_related("authority").prefetch_related("authority__names")
    if Role.OFFICE in by.standing.roles:
        return found
    named = NamedReader.objects.filter(
        person_id=by.person_id or 0, part=NamedReader.Part.EXPERT, ended_at=None
    )
    mine = Q(authority__code__in=by.standing.panels, pk__in=named.values("question"))
    return found.filter(mine | Q(authority__code__in=by.standing.agencies))


def waiting(by: Acting) -> QuerySet[Question]:
    """The questions that wait for their answer, what is due first at the top; those whose clock stands still last."""
    found = visible_questions(by).filter(state__in=OPEN)
    return found.order_by(F("stopped_on").asc(nulls_first=True), "due_on", "pk")


def settled(by: Acting) -> QuerySet[Question]:
    """The questions that were answered or withdrawn, newest first."""
    return visible_questions(by).exclude(state__in=OPEN)


def find_question(by: Acting, number: str) -> Question:
    """The question, where this reader may see it (HTTP 404 otherwise)."""
    found = visible_questions(by).filter(number=number).first()
    if found is None:
        raise no_such_question()
    return found


def question_of_secret(secret: str) -> Question:
    """The question behind a secret address: whoever knows it may follow the question (HTTP 404 otherwise)."""
    found = Question.objects.select_related("authority").filter(key=hash_of(secret)).first()
    if found is None:
        raise no_such_question()
    return found


def own_questions(by: Acting) -> QuerySet[Question]:
    """The questions somebody asked while signed in, newest first."""
    return Question.objects.exclude(account=None).filter(account_id=by.account_id or 0)


def technologies_of(question: Question) -> list[AskedTechnology]:
    """What is asked about, in the asker's order, with the items named and what was answered."""
    rows = question.technologies.prefetch_related("items", "answers__item", "answers__digest")
    return list(rows)


def find_technology(question: Question, place: int) -> AskedTechnology:
    """One technology of a question (HTTP 404 where there is none in this place)."""
    found = question.technologies.filter(place=place).first()
    if found is None:
        raise not_found(
            f"詢問{question.number}沒有第{place}項技術。",
            f"Question {question.number} has no technology in place {place}.",
        )
    return found


def is_late(question: Question, day: dt.date) -> bool:
    """Whether an answer is owed and its day has passed; a clock that stands still is never late."""
    return question.state in OPEN and question.stopped_on is None and day > question.due_on


def due_for_reminder(day: dt.date) -> QuerySet[Question]:
    """The questions whose answer comes due soon, or is late, and whose clock runs."""
    running = Question.objects.filter(state__in=OPEN - {State.ASKED_BACK}, stopped_on=None)
    return running.filter(due_on__lte=day + REMIND_BEFORE).order_by("due_on", "pk")


def no_such_question() -> Refused:
    """The refusal of a question that is not there, or not for this reader (HTTP 404)."""
    return not_found("沒有這件詢問，或您無權閱覽。", "There is no such question, or it is not yours to see.")


def require_asker(by: Acting) -> None:
    """Require what everybody may: to ask, and to follow what one asked."""
    allow(by, Action.ASK_SCOPE, NO_MATTER)
