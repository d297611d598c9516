"""Consultations for tests, asked and answered through the project's own operations."""

import datetime as dt
from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.links import secret_of
from coretech.apps.bodies.standing import acting_for
from coretech.apps.cases.consulting import link_to
from coretech.apps.cases.models import Case, Comment, Consultation
from coretech.apps.cases.operations.answer_consultation import Answer, answer_consultation
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.consult import Question, consult
from tests import factories

DAY = factories.DAY
LAST_DAY = DAY + dt.timedelta(days=14)
QUESTION = Question(
    group="industry",
    name="林示範",
    email="lin@example.org",
    text="貴公司是否使用此類感測器？",
    answer_by=LAST_DAY,
    organisation="示範衛星公司",
)
ANSWER = Answer("外流將影響三家廠商。", "named", confidential=False, agreed=True)


def asked_in(
    case: Case, username: str = "agency-nstc", day: dt.date = DAY, **changes: object
) -> Consultation:
    """A question asked in a case; ``changes`` are the question's fields."""
    consult(factories.acting(username, day), case.reference, replace(QUESTION, **changes))  # type: ignore[arg-type]  # the fields are named by the test
    return Consultation.objects.latest("pk")


def asked(**changes: object) -> Consultation:
    """A question asked in a case of its own."""
    return asked_in(factories.draft_case(factories.renaming()), **changes)  # type: ignore[arg-type]  # as above


def secret(consultation: Consultation) -> str:
    """What the link in the mail ends in."""
    return secret_of(link_to(consultation))


def answered(consultation: Consultation, day: dt.date = DAY, **changes: object) -> str:
    """The receipt of an answer; ``changes`` are the answer's fields."""
    return _answered(factories.acting("public", day), consultation, replace(ANSWER, **changes))  # type: ignore[arg-type]  # as above


def answered_now(consultation: Consultation) -> str:
    """The receipt of an answer given at this moment of the day that pages stand at, whatever the hour is."""
    return _answered(acting_for(None, now(), ""), consultation, ANSWER)


def _answered(by: Acting, consultation: Consultation, given: Answer) -> str:
    return str(answer_consultation(by, secret(consultation), given).public["receipt"])


def commented(text: str, sender: str = "", contact: str = "") -> Comment:
    """A comment on a pre-announcement of its own."""
    case = factories.pre_announced_case(factories.renaming())
    comment(factories.acting("public"), case.pre_announcements.get().pk, text, sender, contact)
    return Comment.objects.latest("pk")
