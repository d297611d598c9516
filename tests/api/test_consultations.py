"""Consultations over the API: the askers' side; answers come in by the link alone."""

from collections.abc import Callable

import pytest

from coretech.apps.cases.models import Case, Comment
from tests import factories
from tests.api.caller import Caller, json_of, problem_of
from tests.factories import consultation_factories as made

Call = Callable[[str], Caller]

ASKED = {
    "group": "research",
    "name": "吳示範",
    "organisation": "示範研究院",
    "email": "wu@example.org",
    "text": "現有替代技術？",
    "answer_by": "2025-06-20",
}


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return factories.draft_case(factories.renaming())


def test_somebody_is_asked_reminded_and_the_question_withdrawn(caller: Call, case: Case) -> None:
    agency = caller("agency-nstc")
    where = agency.done(f"/cases/{case.reference}/consultations", ASKED)

    (told,) = agency.read(where)
    assert (told["number"], told["stage"], told["level"]) == (f"{case.reference}-C1", "asked", "open")
    one = agency.done(f"/consultations/{told['id']}/reminder")
    assert agency.read(one)["reminded_at"]
    problem_of(agency.post(f"/consultations/{told['id']}/reminder"), 409)
    problem_of(agency.post(f"/consultations/{told['id']}/close"), 422)
    agency.done(f"/consultations/{told['id']}/close", {"why": "asked twice"})
    assert agency.read(one)["stage"] == "withdrawn"


def test_an_answer_is_told_with_its_receipt_and_consent(caller: Call, case: Case) -> None:
    found = made.asked_in(case)
    made.answered(found, confidential=True, consent="none")

    told = caller("office").read(f"/consultations/{found.pk}")["answer"]

    assert told["receipt"] == f"{found.number}-A1"
    assert (told["text"], told["consent"], told["confidential"]) == (made.ANSWER.text, "none", True)


def test_a_question_of_too_high_a_level_or_with_a_field_too_many_is_refused(caller: Call, case: Case) -> None:
    path = f"/cases/{case.reference}/consultations"

    problem_of(caller("office").post(path, ASKED | {"level": "secret"}), 422)
    problem_of(caller("office").post(path, ASKED | {"token": "x"}), 422)
    problem_of(caller("office").post(path, ASKED | {"email": "nobody"}), 422)


@pytest.mark.parametrize("username", ["member-01", "announcer", "administrator"])
def test_nobody_else_may_know_who_was_asked(caller: Call, case: Case, username: str) -> None:
    found = made.asked_in(case)
    who = caller(username)

    for answer in (
        who.get(f"/cases/{case.reference}/consultations"),
        who.get(f"/consultations/{found.pk}"),
        who.post(f"/cases/{case.reference}/consultations", ASKED),
        who.post(f"/consultations/{found.pk}/reminder"),
        who.post(f"/consultations/{found.pk}/close", {"why": "x"}),
    ):
        assert answer.status_code in {403, 404}
        assert found.name not in answer.content.decode()


def test_a_consultation_that_never_was_is_not_found(caller: Call, case: Case) -> None:  # noqa: ARG001 - the stage
    problem_of(caller("office").get("/consultations/999"), 404)


def test_the_public_reads_the_edited_comment_and_the_office_the_one_that_came(
    caller: Call, public: Caller
) -> None:
    received = made.commented("請說明。電話 0912-345-678", "王大明")
    office, path = caller("office"), f"/comments/{received.pk}/disposition"
    given = {"disposition": "noted", "reply": "已說明。"}

    assert problem_of(office.post(path, given), 422)["sentence"]["en"].startswith("It holds personal data")
    office.done(path, given | {"published_text": "請說明。電話 ○○○"})

    draft = f"/pre-announcements/{received.pre_announcement_id}"
    (told,) = public.read(draft)["comments"]
    assert told["text"] == told["published_text"] == "請說明。電話 ○○○"
    (whole,) = office.read(draft)["comments"]
    assert whole["text"] == Comment.objects.get().text


def test_a_flood_of_comments_is_answered_with_429(public: Caller) -> None:
    draft = made.commented("第一則").pre_announcement_id
    path = f"/pre-announcements/{draft}/comments"

    answers = [public.post(path, {"text": f"意見{number}"}) for number in range(40)]

    assert {answer.status_code for answer in answers} == {201, 429}
    assert json_of(answers[-1])["status"] == 429
