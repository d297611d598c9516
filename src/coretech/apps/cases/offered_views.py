"""What consultations say for the dossier's stakeholders' views: rows to take over, with their source and date."""

import datetime as dt
from collections.abc import Mapping

from coretech.apps.cases.consulting import Asked, Stage, asked
from coretech.apps.cases.content import View
from coretech.apps.cases.models import Case, Consultation, ConsultationAnswer
from coretech.kit.clock import TAIPEI
from coretech.law.access import Secrecy

NIL = "逾期未提出意見。"
"""What the dossier, which is in Chinese, says of somebody who did not answer."""


def offered_views(case: Case, day: dt.date) -> list[View]:
    """A row for each answer and each silence that was recorded, in the order asked.

    A row names nobody who did not consent to it. Its source is the number of the receipt, or of the question nobody
    answered. Whoever shows a row asks first whether its level opens to the reader.
    """
    rows = Consultation.objects.filter(case=case).prefetch_related("answers")
    told = [asked(consultation, day) for consultation in rows]
    return [_row(each) for each in told if each.stage in {Stage.ANSWERED, Stage.NIL}]


def earlier_sources(case: Case) -> Mapping[str, frozenset[str]]:
    """By the source of each answer that counts, the sources of those its sender gave before it."""
    rows = Consultation.objects.filter(case=case).prefetch_related("answers")
    answers = [list(consultation.answers.all()) for consultation in rows]
    return {
        source_of(each[-1].receipt): frozenset(source_of(earlier.receipt) for earlier in each[:-1])
        for each in answers
        if each
    }


def _row(each: Asked) -> View:
    answer, found = each.answer, each.consultation
    if answer is None:
        closed = found.closed_at or found.asked_at
        return _view(found, NIL, found.number, closed, Secrecy.INTERNAL)
    guarded = answer.confidential or answer.consent == ConsultationAnswer.Consent.NONE
    level = Secrecy.CONFIDENTIAL if guarded else Secrecy.INTERNAL
    named = answer.consent == ConsultationAnswer.Consent.NAMED
    return _view(found, answer.text, answer.receipt, answer.answered_at, level, named=named)


def _view(  # noqa: PLR0913 - a row of the form has these fields
    found: Consultation, words: str, source: str, at: dt.datetime, level: Secrecy, *, named: bool = False
) -> View:
    return View(
        group=found.group,
        who=found.name if named else "",
        organisation=found.organisation if named else "",
        view=words,
        level=level.value,
        source=source_of(source),
        date=at.astimezone(TAIPEI).date().isoformat(),
    )


def source_of(number: str) -> str:
    """How a row of views cites an answer, by its receipt, or a question nobody answered, by its number."""
    return f"徵詢{number}"
