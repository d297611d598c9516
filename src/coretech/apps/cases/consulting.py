"""Consultations: how each stands, who may see it, and whose link a secret is."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import LONGEST_SECRET, hash_of
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case, Consultation, ConsultationAnswer
from coretech.apps.cases.moving import matter_of
from coretech.apps.cases.queries import find_case
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Role, Secrecy, Standing

REMINDED_BEFORE = dt.timedelta(days=3)
"""How long before the last day to answer somebody silent is reminded."""

_OFFICE = Sentence("關鍵技術辦公室", "the Office of Core Key Technologies")


class Stage(StrEnum):
    """Where a consultation stands on a day; ``DUE`` is silent, past its last day and not closed yet."""

    ASKED = "asked"
    ANSWERED = "answered"
    DUE = "due"
    NIL = "nil"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Asked:
    """A consultation with its newest answer, as it stands on a day."""

    consultation: Consultation
    answer: ConsultationAnswer | None
    stage: Stage


def system(at: dt.datetime) -> Acting:
    """The system reminding and closing for the Office, as its jobs do; the act says so."""
    standing = Standing(frozenset({Role.PUBLIC, Role.OFFICE}), agreement_signed=True)
    return Acting(at, username="system", standing=standing, via="job")


def link_to(consultation: Consultation) -> str:
    """What a consultation's link is made from; the moment keeps a number that is used again from opening it."""
    return f"{consultation.subject}/{consultation.asked_at.astimezone(TAIPEI).isoformat()}"


def allow_consulting(by: Acting, case: Case) -> None:
    """Require the Office, or an officer of an agency whose case it is, with a signed agreement (HTTP 403 otherwise)."""
    matter = replace(matter_of(case), secrecy=Secrecy.INTERNAL, named=True)
    allow(by, Action.CONSULT, matter)


def asked_in(by: Acting, case: Case) -> list[Asked]:
    """The case's consultations in the order asked, for those who may ask (HTTP 403 otherwise)."""
    allow_consulting(by, case)
    rows = Consultation.objects.filter(case=case).select_related("asker").prefetch_related("answers")
    return [asked(consultation, by.today) for consultation in rows]


def asked(consultation: Consultation, day: dt.date) -> Asked:
    """The consultation as it stands on a day."""
    answers = list(consultation.answers.all())
    newest = answers[-1] if answers else None
    return Asked(consultation, newest, _stage(consultation, newest, day))


def find_consultation(by: Acting, consultation_id: int) -> Consultation:
    """The consultation, for those who may ask in its case.

    Raises:
        Refused: (HTTP 404) alike where there is none and where its case is not the reader's; 403 as `asked_in`.
    """
    found = Consultation.objects.select_related("case", "asker").filter(pk=consultation_id).first()
    if found is None:
        raise no_such_consultation()
    case = find_case(by, found.case.reference)
    allow_consulting(by, case)
    return found


def consultation_of(secret: str) -> Consultation:
    """The consultation that a link's secret opens.

    Raises:
        Refused: (HTTP 404) alike for a secret that opens nothing and for one that was withdrawn.
    """
    rows = Consultation.objects.select_related("case", "asker")
    found = rows.filter(token_sha256=hash_of(secret)).first() if len(secret) <= LONGEST_SECRET else None
    if found is None or _stage(found, newest_answer(found), found.answer_by) is Stage.WITHDRAWN:
        raise _no_such_link()
    return found


def newest_answer(consultation: Consultation) -> ConsultationAnswer | None:
    """The answer that counts."""
    return consultation.answers.order_by("-pk").first()


def lock_consultation(consultation_id: int) -> Consultation:
    """The consultation, its row locked until the transaction ends (HTTP 404 where there is none)."""
    rows = Consultation.objects.select_for_update(of=("self",)).select_related("case", "asker")
    found = rows.filter(pk=consultation_id).first()
    if found is None:
        raise no_such_consultation()
    return found


def silent_until(last: dt.date) -> QuerySet[Consultation]:
    """The open consultations nobody has answered whose last day is this one or earlier."""
    return Consultation.objects.filter(closed_at=None, answers=None, answer_by__lte=last)


def asker_name(consultation: Consultation, day: dt.date) -> Sentence:
    """Who asks: the Office, or the agency by its name of the day."""
    return _OFFICE if consultation.asker is None else consultation.asker.name_on(day)


def no_such_consultation() -> Refused:
    """The refusal for a consultation that is not there, or not this reader's."""
    return not_found(
        "沒有這則徵詢，或您無權閱覽。", "There is no such consultation, or it is not yours to see."
    )


def _no_such_link() -> Refused:
    return not_found(
        "此連結無法使用。請確認是否完整複製信中的網址，或洽寄信機關。",
        "This link cannot be used. See that the whole address was copied from the mail, or ask who sent it.",
    )


def _stage(consultation: Consultation, newest: ConsultationAnswer | None, day: dt.date) -> Stage:
    closed = consultation.closed_at
    if newest is not None:
        return Stage.ANSWERED
    if closed is None:
        return Stage.ASKED if day <= consultation.answer_by else Stage.DUE
    early = closed.astimezone(TAIPEI).date() <= consultation.answer_by
    return Stage.WITHDRAWN if early else Stage.NIL
