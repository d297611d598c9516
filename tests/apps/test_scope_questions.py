"""Official scope questions: asked with secrets, handled by the authority, answered and told to everybody."""

import datetime as dt

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from coretech.apps.audit.keys import key_ring
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.scope import keeping
from coretech.apps.scope.facts import sealed_ruling
from coretech.apps.scope.models import NamedReader, Question, Verdict
from coretech.apps.scope.operations.advise_on_question import advise_on_question
from coretech.apps.scope.operations.answer_question import Answered, answer_question
from coretech.apps.scope.operations.ask_back import ask_back
from coretech.apps.scope.operations.ask_question import ask_question
from coretech.apps.scope.operations.declare_interest_in_question import declare_interest_in_question
from coretech.apps.scope.operations.hand_in_secret import hand_in_secret
from coretech.apps.scope.operations.name_reader import name_reader
from coretech.apps.scope.operations.open_secret import open_secret
from coretech.apps.scope.operations.remind_of_question import remind_of_question
from coretech.apps.scope.operations.reply_to_question import reply_to_question
from coretech.apps.scope.operations.take_question import take_question
from coretech.apps.scope.operations.transfer_question import transfer_question
from coretech.apps.scope.operations.withdraw_question import withdraw_question
from coretech.apps.scope.queries import is_late, own_questions, visible_questions, waiting
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories import scope_factories as scope

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def test_a_question_is_numbered_acknowledged_and_put_before_the_authority_without_a_word_of_it() -> None:
    question = scope.received()

    assert (question.number, question.state, question.authority.code) == ("114-Q-0001", "received", "nstc")
    assert question.due_on == later(30)
    letters = list(Outbox.objects.all())
    assert {letter.address for letter in letters} == {scope.CONTACT, ""}
    said = str([(letter.subject_zh, letter.subject_en, letter.text) for letter in letters])
    assert "114-Q-0001" in said
    for word in (scope.SENDER, scope.COMPANY, "天線", scope.SECRET):
        assert word not in said


def test_a_secret_lies_nowhere_in_plain_words() -> None:
    question = scope.received()
    act = Act.objects.get(kind="question.received")

    row = question.sealed_texts.get()
    assert scope.SECRET.encode() not in bytes(row.sealed)
    assert keeping.text_of(row) == scope.SECRET
    assert scope.SECRET not in str([act.public, act.confidential])
    assert scope.SENDER not in str(act.public)


def test_a_sealed_text_moved_to_another_question_does_not_open() -> None:
    first, second = scope.received(), scope.received()
    row = first.sealed_texts.get()

    with pytest.raises(Refused, match=r"sealed|opened"):
        keeping.opened(second, row.sealed, "text", row.technology_id, row.title)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"asker": "ghost"}, "asker"),
        ({"sender": " "}, "sender"),
        ({"contact": "nobody"}, "contact"),
        ({"organisation": ""}, "organisation"),
        ({"authority": "nowhere"}, "authority"),
    ],
)
def test_a_bad_asker_is_told_which_field_is_wrong(change: dict[str, str], field: str) -> None:
    by = factories.acting("public")

    assert refused(lambda: ask_question(by, scope.asked(**change))).field == field


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"description": "x" * 5001}, "description"),
        ({"figures": "x" * 2001}, "figures"),
        ({"secret": "x" * 50_001}, "secret"),
        ({"items": (999,)}, "items"),
    ],
)
def test_a_bad_technology_is_told_which_field_is_wrong(change: dict[str, object], field: str) -> None:
    by = factories.acting("public")

    assert refused(lambda: ask_question(by, scope.asked(scope.of(**change)))).field == field


def test_six_technologies_are_taken_and_seven_are_not() -> None:
    assert scope.received(*[scope.of()] * 6).technologies.count() == 6

    by = factories.acting("public")
    refusal = refused(lambda: ask_question(by, scope.asked(*[scope.of()] * 7)))
    assert refusal.field == "technologies"
    assert "7" in refusal.sentence.zh


def test_a_sixth_question_of_one_contact_within_a_day_is_refused() -> None:
    for _ in range(5):
        scope.received(scope.of())

    by = factories.acting("public")
    assert refused(lambda: ask_question(by, scope.asked(scope.of()))).status == 429


def test_the_authority_and_the_office_see_a_question_and_nobody_else_does() -> None:
    scope.received()

    seen = {name: visible_questions(factories.acting(name)).count() for name in ("agency-nstc", "office")}
    assert set(seen.values()) == {1}
    for name in ("public", "agency-moea", "panel-nstc-01", "member-02", "administrator"):
        assert not visible_questions(factories.acting(name)).exists()


def test_a_secret_opens_only_to_whoever_is_named_and_has_declared_no_interest() -> None:
    question = scope.received()
    officer, text = factories.acting("agency-nstc"), question.sealed_texts.get().pk
    not_named = refused(lambda: open_secret(officer, question.number, text))
    take_question(officer, question.number)
    not_declared = refused(lambda: open_secret(officer, question.number, text))
    declare_interest_in_question(officer, question.number, interest=False)

    act = open_secret(officer, question.number, text)

    assert "指名" in not_named.sentence.zh
    assert "申報" in not_declared.sentence.zh
    assert act.kind == "question.secret_opened"
    assert act.public == {}
    office = factories.acting("office")
    assert refused(lambda: open_secret(office, question.number, text)).status == 403


def test_an_interest_closes_everything_and_is_not_withdrawn() -> None:
    question = scope.in_hand()
    officer = factories.acting("agency-nstc")
    declare_interest_in_question(officer, question.number, "持有股份", interest=True)

    text = question.sealed_texts.get().pk
    assert refused(lambda: open_secret(officer, question.number, text)).status == 403
    assert refused(lambda: ask_back(officer, question.number, "?")).status == 403
    again = refused(lambda: declare_interest_in_question(officer, question.number, interest=False))
    assert again.status == 409


def test_an_expert_advises_after_declaring_and_anybody_else_cannot_be_named() -> None:
    question, officer = scope.in_hand(), factories.acting("agency-nstc")
    for stranger in ("member-02", "agency-moea", "no-such-account"):
        assert refused(lambda name=stranger: name_reader(officer, question.number, name)).field == "username"  # type: ignore[misc]  # a lambda's default
    name_reader(officer, question.number, "panel-nstc-02")
    expert = factories.acting("panel-nstc-02")
    assert refused(lambda: advise_on_question(expert, question.number, 1, "in", "意見")).status == 403
    declare_interest_in_question(expert, question.number, interest=False)

    advise_on_question(expert, question.number, 1, "partly", "僅天線部分屬之。")

    opinion = question.technologies.get().opinions.get()
    assert opinion.verdict == Verdict.PARTLY
    assert keeping.opinion_of(opinion) == "僅天線部分屬之。"
    assert visible_questions(expert).count() == 1
    assert not visible_questions(factories.acting("panel-nstc-03")).exists()


def test_asking_back_stops_the_clock_and_the_reply_moves_the_due_day_by_as_long() -> None:
    question = scope.in_hand()
    ask_back(factories.acting("agency-nstc", later(5)), question.number, "頻段為何？")
    question.refresh_from_db()
    assert not is_late(question, later(90))

    reply_to_question(factories.acting("public", later(15)), scope.secret(question), "Ka頻段。")

    question.refresh_from_db()
    assert (question.state, question.due_on, question.stopped_on) == ("in_hand", later(40), None)
    assert is_late(question, later(41))
    assert not is_late(question, later(40))


def test_whoever_does_not_know_the_secret_address_neither_replies_nor_withdraws() -> None:
    question = scope.in_hand()
    ask_back(factories.acting("agency-nstc"), question.number, "?")
    by = factories.acting("agency-nstc")

    assert refused(lambda: reply_to_question(by, "a-guess", "x")).status == 404
    assert refused(lambda: withdraw_question(by, "a-guess")).status == 404


def test_a_transfer_closes_the_secrets_to_those_named_before() -> None:
    question, officer = scope.in_hand(), factories.acting("agency-nstc")
    transfer_question(officer, question.number, "moea", "屬經濟部主管。")

    question.refresh_from_db()
    assert (question.state, question.authority.code) == ("received", "moea")
    assert not sealed_ruling(officer, question).is_yes
    assert not visible_questions(officer).exists()
    take_question(factories.acting("agency-moea"), question.number)


def test_it_is_not_transferred_to_where_it_is() -> None:
    question, officer = scope.in_hand(), factories.acting("agency-nstc")

    assert refused(lambda: transfer_question(officer, question.number, "nstc", "?")).field == "agency"


def test_withdrawing_destroys_the_key() -> None:
    question = scope.in_hand()
    row = question.sealed_texts.get()
    withdraw_question(factories.acting("public"), scope.secret(question))
    assert keeping.scope_of(question) in key_ring().scopes("question-")

    assert keeping.destroy_leftovers() == 1

    assert keeping.scope_of(question) not in key_ring().scopes("question-")
    with pytest.raises(Refused):
        keeping.text_of(row)


def test_the_key_goes_with_the_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    question = scope.received()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_question(factories.acting("public"), scope.secret(question), "不再需要")

    assert keeping.scope_of(question) not in key_ring().scopes("question-")


def test_a_secret_handed_in_later_is_sealed_too_and_none_after_the_answer() -> None:
    question, by = scope.in_hand(), factories.acting("public")
    hand_in_secret(by, scope.secret(question), "製程紀錄", "第三批良率")
    assert keeping.text_of(question.sealed_texts.get(title="製程紀錄")) == "第三批良率"

    said = Answered(1, "out", "無涉。")
    answer_question(factories.acting("agency-nstc"), question.number, [said])
    assert refused(lambda: hand_in_secret(by, scope.secret(question), "x", "y")).status == 409


def test_a_reminder_goes_once_for_each_due_day() -> None:
    question = scope.received()
    assert refused(lambda: remind_of_question(factories.acting("public", later(22)), question.number))

    by = factories.acting("public", later(23))
    remind_of_question(by, question.number)

    assert refused(lambda: remind_of_question(by, question.number)).status == 409


def test_two_officers_cannot_take_it_twice_and_a_stale_page_is_refused() -> None:
    question, officer = scope.received(), factories.acting("agency-nstc")
    take_question(officer, question.number, seen=1)

    assert refused(lambda: take_question(officer, question.number)).status == 409
    assert refused(lambda: ask_back(officer, question.number, "?", seen=1)).status == 409
    assert NamedReader.objects.filter(question=question).count() == 1


def test_the_queue_is_by_due_day_and_what_waits_for_its_asker_comes_last() -> None:
    stopped, second = scope.in_hand(), scope.received(day=later(1))
    ask_back(factories.acting("agency-nstc"), stopped.number, "?")

    assert list(waiting(factories.acting("agency-nstc"))) == [second, stopped]


def test_who_asks_while_signed_in_finds_the_own_questions() -> None:
    by = factories.acting("member-02")
    ask_question(by, scope.asked(scope.of()))
    scope.received()

    assert [each.number for each in own_questions(by)] == ["114-Q-0001"]
    assert not own_questions(factories.acting("public")).exists()


def test_an_unknown_question_is_not_there() -> None:
    assert not Question.objects.exists()
    assert refused(lambda: take_question(factories.acting("agency-nstc"), "114-Q-0001")).status == 404
