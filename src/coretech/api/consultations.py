"""Consultations of stakeholders: asking, who has answered, reminding and closing. Answers come in by the link alone."""

import datetime as dt
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Body, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import AddressNumber, Day, Given, Line, Moment, Paragraphs, Reference, Shown
from coretech.apps.cases.consulting import Asked, asked, asked_in, find_consultation
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.apps.cases.operations.consult import Question, consult
from coretech.apps.cases.operations.remind_stakeholder import remind_stakeholder
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import seen

of_case = Router(tags=["consultations"])
router = Router(tags=["consultations"])

Group = Literal["industry", "government", "academia", "research"]


class StakeholderAnswerShown(Shown):
    """The newest answer; ``text`` is null where it is confidential and closed to this account.

    ``consent`` is how it may be told of: ``named``, ``group`` or ``none``.
    """

    receipt: str
    text: str | None
    consent: str
    confidential: bool
    answered_at: Moment


class ConsultationShown(Shown):
    """Whom the case's agency or the Office asked, what, and how it stands today.

    ``stage`` is ``asked``, ``answered``, ``due``, ``nil`` or ``withdrawn``.
    """

    id: int
    number: str
    group: str
    name: str
    organisation: str
    email: str
    question: str
    level: str
    stage: str
    answer_by: dt.date
    asked_at: Moment
    reminded_at: Moment | None
    closed_at: Moment | None
    answer: StakeholderAnswerShown | None


class QuestionGiven(Given):
    """Whom to ask, and a question written for outsiders, never taken from the dossier."""

    group: Group
    name: Line
    email: Line
    text: Paragraphs
    answer_by: Day
    organisation: Line = ""
    level: Literal["open", "internal"] = "open"


class CloseGiven(Given):
    """Why it is closed; asked for before the last day."""

    why: Line = ""


UNSAID = CloseGiven()


@of_case.get(
    "/{reference}/consultations", response=list[ConsultationShown], summary="徵詢情形 / Who was asked"
)
def list_consultations(request: HttpRequest, reference: Reference) -> list[ConsultationShown]:
    """The case's consultations in the order asked, for those who may ask."""
    by = acting(request)
    case = find_case(by, reference)
    rows = asked_in(by, case)
    reader = seen(by, case)
    return [_shown(reader, each) for each in rows]


@of_case.post("/{reference}/consultations", response=WRITTEN, summary="徵詢利害關係人 / Ask a stakeholder")
def ask_stakeholder(request: HttpRequest, reference: Reference, given: QuestionGiven) -> Status[Done]:
    """Send one stakeholder the question by a link with a last day; the mail holds no word of either."""
    find_case(acting(request), reference)
    where = reverse("api:list_consultations", args=[reference])
    return written(request, lambda by: consult(by, reference, Question(**given.model_dump())), where)


@router.get("/{consultation_id}", response=ConsultationShown, summary="一則徵詢 / One consultation")
def show_consultation(request: HttpRequest, consultation_id: AddressNumber) -> ConsultationShown:
    """One consultation with its newest answer, for those who may ask in its case."""
    by = acting(request)
    found = find_consultation(by, consultation_id)
    return _shown(seen(by, found.case), asked(found, by.today))


@router.post("/{consultation_id}/reminder", response=WRITTEN, summary="提醒 / Remind")
def remind(request: HttpRequest, consultation_id: AddressNumber) -> Status[Done]:
    """Send whoever has not answered the link again, once, before the last day has passed."""
    find_consultation(acting(request), consultation_id)
    return written(request, lambda by: remind_stakeholder(by, consultation_id), _place(consultation_id))


@router.post("/{consultation_id}/close", response=WRITTEN, summary="結束徵詢 / Close")
def close(
    request: HttpRequest, consultation_id: AddressNumber, given: Body[CloseGiven] = UNSAID
) -> Status[Done]:
    """Close it after the last day, silence being recorded as no view; before that, withdraw it with the reason."""
    find_consultation(acting(request), consultation_id)
    return written(
        request, lambda by: close_consultation(by, consultation_id, given.why), _place(consultation_id)
    )


def _place(consultation_id: int) -> str:
    return reverse("api:show_consultation", args=[consultation_id])


def _shown(reader: SeenCase, each: Asked) -> ConsultationShown:
    found, answer = each.consultation, each.answer
    told = None
    if answer is not None:
        told = StakeholderAnswerShown(
            receipt=answer.receipt,
            text=answer.text if reader.shows(answer, "text") else None,
            consent=answer.consent,
            confidential=answer.confidential,
            answered_at=answer.answered_at,
        )
    return ConsultationShown(
        id=found.pk,
        number=found.number,
        group=found.group,
        name=found.name,
        organisation=found.organisation,
        email=found.email,
        question=found.question,
        level=found.level,
        stage=each.stage.value,
        answer_by=found.answer_by,
        asked_at=found.asked_at,
        reminded_at=found.reminded_at,
        closed_at=found.closed_at,
        answer=told,
    )
