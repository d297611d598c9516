"""Stakeholders are asked by a link, answer until the last day, and silence is recorded as no view (art. 4(1))."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from django.core import serializers
from django.db import ProgrammingError, transaction
from django.utils import timezone

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.cases.consulting import Stage, asked, asked_in, system
from coretech.apps.cases.models import Case, Consultation, ConsultationAnswer
from coretech.apps.cases.offered_views import NIL, offered_views
from coretech.apps.cases.operations.answer_consultation import MOST_AN_HOUR, Answer, answer_consultation
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.apps.cases.operations.consult import consult
from coretech.apps.cases.operations.remind_stakeholder import remind_stakeholder
from coretech.apps.cases.operations.withdraw import withdraw
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import consultation_factories as made

pytestmark = pytest.mark.usefixtures("stage")

AFTERWARDS = made.LAST_DAY + dt.timedelta(days=1)


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return factories.draft_case(factories.renaming())


def stage_of(consultation: Consultation, day: dt.date = made.DAY) -> Stage:
    consultation.refresh_from_db()
    return asked(consultation, day).stage


def test_a_question_is_numbered_within_its_case_and_mailed_to_the_address_outside(case: Case) -> None:
    first, second = made.asked_in(case), made.asked_in(case, email="b@example.org", group="research")

    assert [first.number, second.number] == [f"{case.reference}-C1", f"{case.reference}-C2"]
    letters = Outbox.objects.filter(act__kind="case.consulted", recipient=None)
    assert set(letters.values_list("address", flat=True)) == {"lin@example.org", "b@example.org"}


def test_neither_the_mail_nor_the_log_s_leaf_holds_a_word_of_the_question_the_case_or_the_person(
    case: Case,
) -> None:
    found = made.asked_in(case)

    letter = Outbox.objects.get(act__kind="case.consulted")
    leaf = bytes(letter.act.leaf).decode()
    mailed = f"{letter.subject_zh}{letter.subject_en}{letter.text}{letter.path}"
    for word in (found.question, case.name_zh, case.name_en):
        assert word not in mailed
    for word in (found.question, found.name, found.organisation, found.email):
        assert word not in leaf


def test_the_link_s_secret_is_in_no_table() -> None:
    found = made.asked()
    made.answered(found)

    kept = serializers.serialize(
        "json", [*Consultation.objects.all(), *Outbox.objects.all(), *ConsultationAnswer.objects.all()]
    )
    acts = serializers.serialize("json", Act.objects.all())
    assert made.secret(found) not in kept + acts
    assert len(made.secret(found)) == 43


def test_only_the_office_and_the_case_s_own_agency_may_ask(case: Case) -> None:
    others = ["member-01", "announcer", "administrator", "public"]

    assert statuses_for(others, lambda by: consult(by, case.reference, made.QUESTION)) == {403}
    assert made.asked_in(case, "office").asker is None
    asker = made.asked_in(case, "agency-nstc").asker
    assert asker is not None
    assert asker.code == "nstc"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"group": "media"}, "group"),
        ({"name": " "}, "name"),
        ({"name": "名" * 121}, "name"),
        ({"organisation": "名" * 121}, "organisation"),
        ({"email": "not an address"}, "email"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "email"),
        ({"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.org"}, "email"),
        ({"text": "\n"}, "text"),
        ({"text": "問" * 5001}, "text"),
        ({"level": "confidential"}, "level"),
        ({"level": "secret"}, "level"),
        ({"answer_by": made.DAY}, "answer_by"),
        ({"answer_by": made.DAY + dt.timedelta(days=367)}, "answer_by"),
    ],
)
def test_a_question_that_cannot_be_sent_is_refused_at_its_field(
    case: Case, changes: dict[str, object], field: str
) -> None:
    question = replace(made.QUESTION, **changes)  # type: ignore[arg-type]  # the fields are named above

    refusal = refused(lambda: consult(factories.acting("office"), case.reference, question))

    assert (refusal.status, refusal.field) == (422, field)
    assert not Outbox.objects.filter(act__kind="case.consulted").exists()


def test_nobody_is_asked_once_the_case_has_ended(case: Case) -> None:
    withdraw(factories.acting("agency-nstc"), case.reference, "no longer needed")

    refusal = refused(lambda: consult(factories.acting("agency-nstc"), case.reference, made.QUESTION))

    assert refusal.status == 409


def test_an_answer_gets_a_receipt_and_may_be_changed_until_the_last_day() -> None:
    found = made.asked()

    receipts = [made.answered(found), made.answered(found, made.LAST_DAY, text="改為無意見。")]

    assert receipts == [f"{found.number}-A1", f"{found.number}-A2"]
    newest = asked(found, made.LAST_DAY).answer
    assert newest is not None
    assert newest.text == "改為無意見。"
    assert stage_of(found) is Stage.ANSWERED


def test_after_the_last_day_an_answer_is_refused_in_words_that_name_day_and_receipt() -> None:
    found = made.asked()
    receipt = made.answered(found)

    refusal = refused(lambda: made.answered(found, AFTERWARDS))

    assert refusal.status == 409
    assert made.LAST_DAY.isoformat() in refusal.sentence.zh
    assert receipt in refusal.sentence.en


def test_a_wrong_secret_and_a_withdrawn_one_are_refused_alike() -> None:
    found = made.asked()
    close_consultation(factories.acting("office"), found.pk, "wrong address")
    public = factories.acting("public")

    told = {
        refused(partial(answer_consultation, public, secret, made.ANSWER)).sentence
        for secret in (made.secret(found), "x" * 43, "", "密", "x" * 5000)
    }

    assert len(told) == 1
    assert stage_of(found) is Stage.WITHDRAWN


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Answer(" ", "named", agreed=True), "text"),
        (Answer("字" * 20_001, "named", agreed=True), "text"),
        (Answer("有意見", "maybe", agreed=True), "consent"),
        (Answer("有意見", "named", agreed=False), "agreed"),
    ],
)
def test_an_answer_is_complete_and_agrees_to_the_terms(given: Answer, field: str) -> None:
    secret = made.secret(made.asked())

    refusal = refused(lambda: answer_consultation(factories.acting("public"), secret, given))

    assert (refusal.status, refusal.field) == (422, field)


def test_an_answer_changed_again_and_again_is_slowed_down() -> None:
    found = made.asked()
    for _ in range(MOST_AN_HOUR):
        made.answered(found)

    assert refused(lambda: made.answered(found)).status == 429
    assert made.answered(found, made.DAY + dt.timedelta(days=1))


def test_an_answer_is_never_changed_in_its_place() -> None:
    made.answered(made.asked())

    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        ConsultationAnswer.objects.update(text="something else")


def test_a_reminder_is_sent_once_and_leads_to_the_same_link() -> None:
    found = made.asked()
    office = factories.acting("office")
    remind_stakeholder(office, found.pk)

    assert refused(lambda: remind_stakeholder(office, found.pk)).status == 409
    letters = Outbox.objects.filter(address=found.email).values_list("path", "link_to")
    assert len(letters) == 2
    assert len(set(letters)) == 1
    assert made.answered(found)


def test_whoever_has_answered_is_not_reminded() -> None:
    found = made.asked()
    made.answered(found)

    assert refused(lambda: remind_stakeholder(factories.acting("office"), found.pk)).status == 409


def test_silence_is_recorded_as_no_view_after_the_last_day() -> None:
    found = made.asked()
    assert stage_of(found, AFTERWARDS) is Stage.DUE

    act = close_consultation(factories.acting("office", AFTERWARDS), found.pk)

    assert stage_of(found, AFTERWARDS) is Stage.NIL
    assert act.public == {"case": found.case.reference, "outcome": "nil"}
    assert refused(lambda: close_consultation(factories.acting("office", AFTERWARDS), found.pk)).status == 409


def test_before_the_last_day_a_question_is_withdrawn_with_its_reason_and_never_once_answered() -> None:
    found, office = made.asked(), factories.acting("office")

    assert refused(lambda: close_consultation(office, found.pk)).field == "why"
    made.answered(found)
    assert refused(lambda: close_consultation(office, found.pk, "wrong address")).status == 409


def test_what_is_offered_to_the_dossier_keeps_to_the_consent(case: Case) -> None:
    named, group, unpublished, guarded, silent, withdrawn = (made.asked_in(case) for _ in range(6))
    made.answered(named)
    made.answered(group, consent="group")
    made.answered(unpublished, consent="none")
    made.answered(guarded, confidential=True)
    close_consultation(factories.acting("office"), withdrawn.pk, "asked twice")
    close_consultation(factories.acting("office", AFTERWARDS), silent.pk)

    rows = offered_views(case, AFTERWARDS)

    assert [row.source for row in rows] == [
        *(f"徵詢{found.number}-A1" for found in (named, group, unpublished, guarded)),
        f"徵詢{silent.number}",
    ]
    names = [(row.who, row.organisation) for row in rows]
    assert names == [("林示範", "示範衛星公司"), ("", ""), ("", ""), ("林示範", "示範衛星公司"), ("", "")]
    assert [row.level for row in rows] == [
        *("internal", "internal", "confidential", "confidential", "internal")
    ]
    assert [row.view for row in rows] == [*[made.ANSWER.text] * 4, NIL]
    assert (rows[0].group, rows[0].date) == ("industry", made.DAY.isoformat())


def test_who_has_answered_is_told_to_those_who_may_ask_alone(case: Case) -> None:
    made.answered(made.asked_in(case))

    assert statuses_for(["member-01", "announcer", "public"], lambda by: asked_in(by, case)) == {403}
    assert [each.stage for each in asked_in(factories.acting("office"), case)] == [Stage.ANSWERED]


def test_the_system_says_on_the_log_that_it_was_a_job() -> None:
    found = made.asked()

    act = remind_stakeholder(system(timezone.now().replace(year=2025, month=6, day=3)), found.pk)

    assert act.account is None
    assert act.confidential["via"] == "job"
