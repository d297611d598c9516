"""The scenes of a consultation: two stakeholders are asked by a link, one answers."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.cases.consulting import link_to
from coretech.apps.cases.models import Case, Consultation, ConsultationAnswer
from coretech.apps.cases.operations.answer_consultation import Answer, answer_consultation
from coretech.apps.cases.operations.consult import Question, consult
from coretech.apps.cases.states import State
from coretech.demo.acting import acting_as
from coretech.demo.found import case_of, reached
from coretech.demo.proposals import AGENCY, RENAMING
from coretech.demo.scene import PUBLIC, Came, Scene, on
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_PERIOD = dt.timedelta(days=14)
_QUESTION = "貴單位是否持有或使用這類雷達系統？以系統為名列管，對貴單位有何影響？"
_STAKEHOLDERS = (("industry", "陳示範", "示範衛星公司"), ("academia", "王示範", "示範大學"))
_ANSWER = Answer(
    text="本公司供應收發模組。贊同以系統為名，並請說明模組單獨出口時如何認定。",
    consent=ConsultationAnswer.Consent.NAMED.value,
    agreed=True,
)


def _case() -> Case:
    """The renaming's case, where scenes before have opened it.

    Raises:
        Refused: (HTTP 409) where it is not open.
    """
    found = case_of(RENAMING)
    if found is None:
        raise wrong_state("演出所需的案件不在，請重新演出。", "The play's case is not there; play again.")
    return found


def _first() -> Consultation | None:
    """What the first of the stakeholders was asked."""
    return Consultation.objects.filter(case__candidate__name_zh=RENAMING.name_zh).order_by("pk").first()


def _ask(by: Acting) -> Came:
    last, case = by.today + _PERIOD, _case()
    return Came(
        [
            consult(
                by,
                case.reference,
                Question(group, name, f"{group}@example.invalid", _QUESTION, last, organisation),
            )
            for group, name, organisation in _STAKEHOLDERS
        ]
    )


def _answered() -> bool:
    """Whether the answer is there, or can no longer come."""
    found = _first()
    if found is None or found.answers.exists():
        return True
    return found.closed_at is not None or found.answer_by < acting_as(PUBLIC).today


def _answer(by: Acting) -> Came:
    found = _first()
    return Came([] if found is None else [answer_consultation(by, secret_of(link_to(found)), _ANSWER)])


SCENES = (
    Scene(
        Sentence(
            "徵詢產業與學術界意見，寄出回復連結", "Industry and academia are asked, each by a link of its own"
        ),
        f"agency-{AGENCY}",
        Action.CONSULT,
        on(2025, 4, 1),
        lambda: _first() is not None or reached(State.ANNOUNCED, RENAMING),
        _ask,
    ),
    Scene(
        Sentence("受徵詢者回復，表示同意具名", "One of them answers, and agrees to be named"),
        PUBLIC,
        Action.COMMENT,
        on(2025, 4, 11),
        _answered,
        _answer,
    ),
)
