"""What is said of a question that is not there, of a misfit without its field, and of readings without a reason."""

import pytest

from coretech.kit.sentence import Sentence
from coretech.law import BadFacts
from coretech.law.convert import Problem, converter
from coretech.law.explain import explain
from coretech.law.question import Question
from tests.spec.asking import DAY, readings, ruling


@pytest.mark.parametrize(
    ("question", "zh", "en"),
    [
        (
            "meeting.quorom",
            '沒有 "meeting.quorom" 這個問題，是不是：meeting.quorum、meeting.chair、meeting.agreement',
            'there is no question "meeting.quorom"; did you mean meeting.quorum, meeting.chair, meeting.agreement',
        ),
        (
            "ballots",
            '沒有 "ballots" 這個問題，是不是：meeting.ballot',
            'there is no question "ballots"; did you mean meeting.ballot',
        ),
        (
            "法定人數",
            '沒有 "法定人數" 這個問題，問題的寫法例如 meeting.quorum',
            'there is no question "法定人數"; a question is written like meeting.quorum',
        ),
    ],
)
def test_an_unknown_question_is_met_with_the_nearest_ones_or_the_way_to_write_one(
    question: str, zh: str, en: str
) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling(question)
    assert refused.value.field == "question"
    assert refused.value.sentence.as_dict() == {"zh": zh, "en": en}


def test_a_misfit_says_what_is_wrong_even_before_its_field_is_known() -> None:
    with pytest.raises(Problem, match="should be text, not 3"):
        converter(str)(3)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("member", "no"),
        ("convener", "no"),
        ("chair", "no"),
        ("council_member", "no"),
        ("panel_member", "no"),
        ("stand_in", "yes"),
        ("observer", "yes"),
        ("staff", "yes"),
    ],
)
def test_were_only_members_to_sign_everybody_else_would_enter_unsigned(role: str, expected: str) -> None:
    unsigned = {"nda_signed_on": None, "nda_signed_by": None, "meeting_on": "2025-03-03"}
    assert readings("meeting.admission", role=role, **unsigned)["members-only"] == expected


@pytest.mark.parametrize("written", ["２０２５-01-01", "2025-01-001", "2025-1-01"])
def test_a_day_in_other_digits_or_too_many_is_no_date_at_all(written: str) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("term.end", role="adviser", start=written)
    assert refused.value.sentence.en == f'should be a date such as 2025-10-31, not "{written}"'


def test_what_cannot_be_explained_is_named() -> None:
    with pytest.raises(BadFacts) as refused:
        explain("5.9", as_of=DAY)
    assert refused.value.field == "what"
    assert refused.value.sentence.as_dict() == {
        "zh": "沒有 5.9 這個問題或條文",
        "en": "there is no question or article 5.9",
    }


def test_a_choice_between_readings_without_its_reason_is_an_error() -> None:
    words = Sentence("字", "word")
    with pytest.raises(ValueError, match="has readings but does not say why"):
        Question("some.question", words, ("1",), words, readings={"other": words})
    assert Question("some.question", words, ("1",), words).because is None
    assert Question("some.question", words, ("1",), words, {"other": words}, because=words).because is words
