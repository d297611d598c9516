"""What holds for every ruling on every question, whatever the facts."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.law import BadFacts, Outcome, Ruling, ask, questions
from coretech.law.catalogue import ENTRIES
from coretech.law.describe import Described
from coretech.law.facts import build
from coretech.law.provisions import provisions
from tests.law.given import facts_for

DAY = date(2025, 3, 3)
QUESTIONS = {described.question.id: described for described in questions()}

each_question = pytest.mark.parametrize("described", QUESTIONS.values(), ids=QUESTIONS)


def ruled(described: Described, facts: dict[str, object]) -> Ruling | None:
    try:
        return ask(described.question.id, facts, as_of=DAY)
    except BadFacts:
        return None


@each_question
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_ruling_speaks_both_languages_and_cites_its_articles(
    described: Described, data: st.DataObject
) -> None:
    ruling = ruled(described, data.draw(facts_for(described)))
    if ruling is None:
        return
    assert ruling.reason.zh.endswith("。")
    assert ruling.reason.en.endswith(".")
    assert ruling.reason.en[0] == ruling.reason.en[0].upper()
    assert {article.number for article in ruling.articles} <= set(described.question.articles)
    assert (ruling.question, ruling.as_of) == (described.question.id, DAY)


@each_question
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_ruling_is_disputed_exactly_where_a_reading_differs(
    described: Described, data: st.DataObject
) -> None:
    ruling = ruled(described, data.draw(facts_for(described)))
    if ruling is None:
        return
    differs = [
        reading.outcome is not ruling.outcome
        or any(ruling.values.get(name) != value for name, value in reading.values.items())
        for reading in ruling.readings
    ]
    assert ruling.disputed is any(differs)
    assert {reading.id for reading in ruling.readings} <= set(described.question.readings)
    for reading in ruling.readings:
        if reading.outcome is not ruling.outcome:
            assert described.question.readings[reading.id].zh in ruling.reason.zh


@each_question
def test_a_question_is_named_like_its_module_and_speaks_of_known_articles(described: Described) -> None:
    name = described.question.id
    assert ENTRIES[name].facts.__module__ == f"coretech.law.{name}"
    assert set(described.question.articles) <= {provision.number for provision in provisions()}


@each_question
def test_no_facts_at_all_are_refused_by_the_first_missing_one(described: Described) -> None:
    first = next(fact.name for fact in described.facts if fact.required)
    with pytest.raises(BadFacts) as refused:
        ask(described.question.id, {}, as_of=DAY)
    assert refused.value.field == first


@each_question
@settings(max_examples=20)
@given(data=st.data())
def test_an_unknown_fact_is_refused_by_its_name(described: Described, data: st.DataObject) -> None:
    facts = data.draw(facts_for(described))
    with pytest.raises(BadFacts) as refused:
        build(ENTRIES[described.question.id].facts, {"no_such_fact": 1, **facts})
    assert refused.value.field == "no_such_fact"


def test_a_ruling_has_no_truth_value() -> None:
    ruling = ask("office.director", {"count": 1}, as_of=DAY)
    assert ruling.outcome is Outcome.YES
    with pytest.raises(TypeError, match=r"ruling\.outcome"):
        bool(ruling)


def test_an_unknown_question_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(BadFacts) as refused:
        ask("meeting.quorom", {}, as_of=DAY)
    assert refused.value.field == "question"
    assert "meeting.quorum" in refused.value.sentence.en
