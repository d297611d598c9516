"""A count under both readings of the majority rule, held against the rule said in another way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.tally.majorities import OF_PRESENT, OF_VOTES_CAST, Count, answer
from coretech.law.facts import BadFacts

DAY = date(2025, 6, 2)
VOTES = st.integers(0, 900)


@given(for_=VOTES, against=VOTES, abstain=VOTES, silent=st.none() | VOTES)
def test_both_majorities_are_what_they_say(for_: int, against: int, abstain: int, silent: int | None) -> None:
    cast = for_ + against + abstain
    found = answer(Count(for_, against, abstain, None if silent is None else cast + silent), DAY)

    base = cast + (silent or 0)
    of_present, of_cast = for_ > base - for_, for_ > against
    assert found.outcomes == {
        OF_PRESENT: "yes" if of_present else "no",
        OF_VOTES_CAST: "yes" if of_cast else "no",
    }
    assert found.ruling.disputed is (of_present is not of_cast)
    assert 2 * (found.needed - 1) <= base < 2 * found.needed


def test_more_votes_than_voters_are_no_facts() -> None:
    with pytest.raises(BadFacts):
        answer(Count(5, 3, 0, 7), DAY)
