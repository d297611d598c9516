"""Questions are described from the classes that take their facts."""

from dataclasses import dataclass

import pytest

from coretech.law import questions
from coretech.law.describe import Fact, describe
from coretech.law.meeting import quorum


def facts(question: str) -> dict[str, Fact]:
    described = next(each for each in questions() if each.question.id == question)
    return {fact.name: fact for fact in described.facts}


def test_a_fact_tells_its_type_and_whether_it_must_be_given() -> None:
    present = facts("meeting.quorum")["present"]
    assert (present.kind.en, present.required, present.nullable, present.many) == (
        "whole number from 0",
        True,
        False,
        False,
    )


def test_a_default_and_null_are_told() -> None:
    found = facts("meeting.quorum")
    assert (found["stand_ins"].required, found["stand_ins"].default) == (False, 0)
    assert (found["seats"].required, found["seats"].default, found["seats"].nullable) == (False, None, True)


def test_a_closed_list_tells_its_values() -> None:
    assert facts("recusal.required")["forum"].allowed == ("council", "panel")
    assert facts("dossier.definition")["limbs"].allowed == (1, 2)
    assert facts("dossier.definition")["limbs"].many


def test_a_fact_named_by_one_of_pythons_words_keeps_the_contracts_name() -> None:
    assert list(facts("meeting.resolution")) == [
        "members_in_office",
        "entitled_present",
        "for",
        "against",
        "abstain",
    ]


def test_a_description_is_plain_data() -> None:
    described = next(each for each in questions() if each.question.id == "meeting.ballot").as_dict()
    assert described["question"] == "meeting.ballot"
    assert described["facts"] == [
        {
            "name": "voter",
            "says": {"zh": "身分", "en": "who would vote"},
            "type": "one of",
            "allowed": ["member", "convener", "stand_in", "observer"],
            "list": False,
            "nullable": False,
            "required": True,
            "default": None,
        },
        {
            "name": "recused",
            "says": {"zh": "就本案迴避", "en": "recused from this item"},
            "type": "true or false",
            "allowed": [],
            "list": False,
            "nullable": False,
            "required": True,
            "default": None,
        },
    ]


def test_a_fact_that_does_not_say_what_it_means_is_an_error() -> None:
    @dataclass(frozen=True, slots=True)
    class Mute:
        count: int

    with pytest.raises(TypeError, match="does not say"):
        describe(quorum.QUESTION, Mute)
