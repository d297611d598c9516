"""Answers, how they hold, and their digests: anonymous, put to the asker first, then read by everybody."""

import datetime as dt

import pytest

from coretech.apps.register.related import Kind, related_to
from coretech.apps.scope import keeping
from coretech.apps.scope.anonymity import shared
from coretech.apps.scope.digests import digests, digests_like
from coretech.apps.scope.models import AnswerDigest
from coretech.apps.scope.operations.answer_question import Answered, answer_question
from coretech.apps.scope.operations.draft_digest import Draft, draft_digest
from coretech.apps.scope.operations.publish_digest import publish_digest
from coretech.apps.scope.operations.reply_to_digest import reply_to_digest
from coretech.apps.scope.standing import Standing, newest_answer, standing_of, today
from tests import factories
from tests.apps.refusing import refused
from tests.factories import scope_factories as scope

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"item": None}, "item"),
        ({"item": 999}, "item"),
        ({"reasons": " "}, "reasons"),
        ({"valid_until": DAY}, "valid_until"),
        ({"place": 2}, "answers"),
    ],
)
def test_a_bad_answer_is_told_which_field_is_wrong(said: dict[str, object], field: str) -> None:
    question = scope.in_hand()
    answer = {"place": 1, "verdict": "in", "reasons": "屬之。", "item": scope.ITEM} | said
    by = factories.acting("agency-nstc")

    assert refused(lambda: answer_question(by, question.number, [Answered(**answer)])).field == field  # type: ignore[arg-type]  # a test's words


def test_each_technology_is_answered_with_reasons_that_lie_sealed() -> None:
    question = scope.in_hand(scope.of(), scope.of(name="地面站"))
    by = factories.acting("agency-nstc")
    said = [Answered(1, "in", "屬之。", scope.ITEM), Answered(2, "cannot_tell", "缺頻段。")]
    assert refused(lambda: answer_question(by, question.number, said[:1])).field == "answers"

    answer_question(by, question.number, said)

    first, second = (each.answers.get() for each in question.technologies.all())
    assert [keeping.reasons_of(each) for each in (first, second)] == ["屬之。", "缺頻段。"]
    assert (first.verdict, second.verdict, second.item) == ("in", "cannot_tell", None)


def test_an_answer_holds_until_its_day_the_list_changes_or_a_later_one_comes() -> None:
    question = scope.answered(valid_until=later(100))
    answer = question.technologies.get().answers.get()

    assert standing_of(answer, today(later(100))) is Standing.HOLDS
    assert standing_of(answer, today(later(101))) is Standing.EXPIRED
    assert standing_of(answer, today(dt.date(2020, 1, 1))) is Standing.LOOK_AGAIN
    again = Answered(1, "out", "重新檢視後認為無涉。")
    answer_question(factories.acting("agency-nstc", later(1)), question.number, [again])
    old, new = question.technologies.get().answers.all()
    assert standing_of(old, today(later(1))) is Standing.REPLACED
    assert newest_answer([new, old]) == new


def test_a_digest_names_nobody() -> None:
    question = scope.answered()
    telling = Draft(f"{scope.COMPANY}的天線", "An antenna", "屬之。", "Within.")

    refusal = refused(lambda: scope.drafted(question, draft=telling))

    assert refusal.status == 422
    assert scope.COMPANY in refusal.sentence.zh


def test_a_digest_that_shares_words_with_a_secret_is_warned_of_until_somebody_confirms() -> None:
    question, by = scope.answered(), factories.acting("agency-nstc")
    telling = Draft("天線", "An antenna", "以特殊摻雜之磷化銦製程製作。", "Made with InP.")

    refusal = refused(lambda: draft_digest(by, question.number, 1, telling))

    assert refusal.field == "confirmed"
    assert "以特殊摻雜之磷化銦製程" in refusal.sentence.zh
    draft_digest(by, question.number, 1, telling, confirmed=True)
    assert AnswerDigest.objects.get().state == "put"


def test_the_asker_is_asked_first_and_silence_lets_it_pass_after_its_days() -> None:
    digest = scope.drafted(scope.answered())
    too_early = refused(lambda: publish_digest(factories.acting("agency-nstc", later(14)), digest.number))
    assert too_early.status == 409
    assert digests() == []

    publish_digest(factories.acting("agency-nstc", later(15)), digest.number)

    (told,) = digests(later(15))
    assert (told.number, told.item, told.answer, told.valid) == ("114-D-0001", scope.ITEM, "in", True)
    assert told.answered_on == DAY
    assert told.technology.en == scope.DRAFT.name_en


def test_an_objection_keeps_it_from_being_published_until_it_is_drafted_anew() -> None:
    question = scope.answered()
    digest, asker = scope.drafted(question), factories.acting("public")
    reply_to_digest(asker, scope.secret(question), digest.number, "可辨識本公司", agrees=False)
    officer = factories.acting("agency-nstc", later(60))

    assert refused(lambda: publish_digest(officer, digest.number)).status == 409
    again = refused(lambda: reply_to_digest(asker, scope.secret(question), digest.number, agrees=True))
    assert again.status == 409
    scope.drafted(question, later(60))
    reply_to_digest(factories.acting("public", later(61)), scope.secret(question), digest.number, agrees=True)
    publish_digest(officer, digest.number)
    assert refused(lambda: scope.drafted(question, later(61))).status == 409


def test_what_is_published_is_found_by_its_words_and_named_on_the_items_page() -> None:
    digest = scope.published()

    assert [each.number for each in digests_like("phased subsystem")] == [digest.number]
    assert digests_like("nothing-like-it") == []
    (section,) = [found for title, found in related_to(scope.ITEM) if title == Kind.QUESTIONS.value]
    assert section[0].words.zh == "相位陣列天線次系統：屬項目範疇"
    assert section[0].href.endswith(f"/scope/answers/{digest.number}/")


def test_passages_are_shared_from_eight_characters_on_whatever_the_spacing_and_case() -> None:
    secret = ["Noise figure of 0.4 dB at 30 GHz"]

    assert shared("the NOISE-figure of it", secret) == ["NOISE-figure of"]
    assert shared("noise fi", secret) == []
    assert shared("雜訊指數零點四分貝", ["其雜訊指數零點四者"]) == ["雜訊指數零點四"][:0]
    assert shared("其雜訊指數零點四分", ["其雜訊指數零點四者"]) == ["其雜訊指數零點四"]
    assert shared("其雜訊指數零點四分", ["其雜訊指數零點四者"], ["其雜訊指數零點四"]) == []
