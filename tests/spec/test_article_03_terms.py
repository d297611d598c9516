"""Article 3, paragraph 3, and article 4, paragraph 3: terms, renewals and vacancies."""

import pytest

from coretech.law import BadFacts
from tests.spec.asking import NO, YES, articles, outcome, readings, ruling, warnings

MEMBER = {"role": "council_member", "category": 4}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2023-11-01", "2025-10-31"),
        ("2024-01-01", "2025-12-31"),
        ("2024-03-01", "2026-02-28"),
        ("2022-03-01", "2024-02-29"),
        ("2024-02-29", "2026-02-28"),
        ("2023-02-28", "2025-02-27"),
        ("2022-08-31", "2024-08-30"),
    ],
)
def test_a_term_of_two_years_ends_the_day_before_the_anniversary(start: str, end: str) -> None:
    found = ruling("term.end", **MEMBER, start=start)
    assert (found.outcome, found.values["end"]) == (YES, end)


@pytest.mark.parametrize(
    ("start", "anniversary"),
    [("2023-11-01", "2025-11-01"), ("2023-02-28", "2025-02-28"), ("2024-02-28", "2026-02-28")],
)
def test_were_the_first_day_not_counted_the_term_would_end_on_the_anniversary(
    start: str, anniversary: str
) -> None:
    found = ruling("term.end", **MEMBER, start=start)
    assert [(reading.id, reading.values["end"]) for reading in found.readings] == [
        ("anniversary", anniversary)
    ]
    assert found.disputed


def test_a_term_from_29_february_ends_on_28_february_however_it_is_counted() -> None:
    found = ruling("term.end", **MEMBER, start="2024-02-29")
    assert found.readings[0].values["end"] == found.values["end"] == "2026-02-28"
    assert not found.disputed


def test_a_term_past_the_calendar_is_refused() -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("term.end", **MEMBER, start="9998-06-01")
    assert refused.value.field == "start"


def test_a_members_term_rests_on_article_3_and_an_advisers_on_article_4() -> None:
    assert articles("term.end", **MEMBER, start="2023-11-01") == ["3.3"]
    assert articles("term.end", role="adviser", start="2023-11-01") == ["4.3"]
    assert articles("term.length", role="adviser", start="2024-01-01", end="2025-12-31") == ["4.3"]
    assert articles("term.renewal", role="adviser", consecutive_full_terms=0) == ["4.3"]


@pytest.mark.parametrize("category", [1, 2, 3])
def test_a_representatives_term_warns_that_it_follows_the_post(category: int) -> None:
    assert warnings("term.end", role="council_member", category=category, start="2023-11-01") == [
        "follows-post"
    ]
    assert warnings("term.end", **MEMBER, start="2023-11-01") == []


@pytest.mark.parametrize(
    ("end", "expected"), [("2025-12-31", YES), ("2025-06-30", YES), ("2026-01-01", NO), ("2026-12-31", NO)]
)
def test_a_recorded_term_longer_than_two_years_is_wrong(end: str, expected: str) -> None:
    found = ruling("term.length", role="adviser", start="2024-01-01", end=end)
    assert (found.outcome, found.values["end"]) == (expected, "2025-12-31")


def test_a_term_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(BadFacts, match="end"):
        ruling("term.length", **MEMBER, start="2024-01-02", end="2024-01-01")
    assert outcome("term.length", **MEMBER, start="2024-01-02", end="2024-01-02") == YES


@pytest.mark.parametrize(("terms", "expected"), [(0, YES), (1, YES), (2, NO), (3, NO)])
def test_a_member_is_renewed_once(terms: int, expected: str) -> None:
    assert outcome("term.renewal", **MEMBER, consecutive_full_terms=terms) == expected


def test_a_break_begins_the_count_anew_unless_it_is_for_life() -> None:
    facts = {**MEMBER, "consecutive_full_terms": 2, "years_since_last_term": 1}
    assert outcome("term.renewal", **facts) == YES
    assert readings("term.renewal", **facts) == {
        "lifetime-cap": NO,
        "fill-not-counted": YES,
        "fill-counts-if-over-half": YES,
    }


@pytest.mark.parametrize(("months", "over_half"), [(3, YES), (12, YES), (13, NO)])
def test_a_vacancy_fill_counts_as_a_term(months: int, over_half: str) -> None:
    facts = {**MEMBER, "consecutive_full_terms": 1, "vacancy_fill_months": months}
    assert outcome("term.renewal", **facts) == NO
    assert readings("term.renewal", **facts) == {
        "lifetime-cap": NO,
        "fill-not-counted": YES,
        "fill-counts-if-over-half": over_half,
    }


def test_a_fill_alone_leaves_one_renewal() -> None:
    found = ruling("term.renewal", **MEMBER, consecutive_full_terms=0, vacancy_fill_months=20)
    assert (found.outcome, found.disputed) == (YES, False)
    assert found.values == {"terms": 1, "limit": 2}


def test_for_life_a_fill_before_a_break_counts_too() -> None:
    facts = {**MEMBER, "consecutive_full_terms": 1, "vacancy_fill_months": 2, "years_since_last_term": 5}
    assert readings("term.renewal", **facts)["lifetime-cap"] == NO


@pytest.mark.parametrize("category", [1, 2, 3])
def test_representatives_are_under_no_cap_unless_it_binds_them_too(category: int) -> None:
    facts = {"role": "council_member", "category": category, "consecutive_full_terms": 4}
    assert outcome("term.renewal", **facts) == YES
    assert readings("term.renewal", **facts) == {"cap-binds-representatives": NO}


def test_advisers_have_no_cap_unless_they_are_renewed_once_like_members() -> None:
    assert outcome("term.renewal", role="adviser", consecutive_full_terms=4) == YES
    assert readings("term.renewal", role="adviser", consecutive_full_terms=4) == {"once": NO}
    assert readings("term.renewal", role="adviser", consecutive_full_terms=1) == {"once": YES}


@pytest.mark.parametrize("question", ["term.renewal", "term.serving"])
def test_a_council_member_needs_a_category_where_the_answer_hangs_on_it(question: str) -> None:
    facts: dict[str, dict[str, object]] = {
        "term.renewal": {"consecutive_full_terms": 1},
        "term.serving": {"appointed_until": "2025-10-31", "left_post_on": None, "on": "2025-01-01"},
    }
    with pytest.raises(BadFacts) as refused:
        ruling(question, role="council_member", **facts[question])
    assert refused.value.field == "category"


@pytest.mark.parametrize(("on", "expected"), [("2025-03-31", YES), ("2025-04-01", NO)])
def test_a_representative_leaves_with_the_post(on: str, expected: str) -> None:
    found = ruling(
        "term.serving",
        role="council_member",
        category=1,
        appointed_until="2025-10-31",
        left_post_on="2025-03-31",
        on=on,
    )
    assert (found.outcome, found.values["ends_on"]) == (expected, "2025-03-31")


def test_a_representative_who_keeps_the_post_stays_and_a_lapsed_paper_warns() -> None:
    facts = {"role": "council_member", "category": 2, "appointed_until": "2025-10-31", "left_post_on": None}
    assert ruling("term.serving", **facts, on="2025-11-01").values == {"ends_on": None}
    assert outcome("term.serving", **facts, on="2025-11-01") == YES
    assert warnings("term.serving", **facts, on="2025-11-01") == ["appointment-lapsed"]
    assert warnings("term.serving", **facts, on="2025-10-31") == []


@pytest.mark.parametrize("who", [MEMBER, {"role": "council_member", "category": 5}, {"role": "adviser"}])
@pytest.mark.parametrize(("on", "expected"), [("2025-10-31", YES), ("2025-11-01", NO)])
def test_others_serve_their_term_whatever_becomes_of_their_post(
    who: dict[str, object], on: str, expected: str
) -> None:
    found = ruling("term.serving", **who, appointed_until="2025-10-31", left_post_on="2025-01-01", on=on)
    assert (found.outcome, found.values["ends_on"]) == (expected, "2025-10-31")


PREDECESSOR = {"predecessor_start": "2023-11-01", "predecessor_end": "2025-10-31"}


@pytest.mark.parametrize(("end", "expected"), [("2025-10-31", YES), ("2025-10-30", NO), ("2026-07-31", NO)])
def test_a_vacancy_is_filled_to_the_end_of_the_predecessors_term(end: str, expected: str) -> None:
    found = ruling("vacancy.fill", **PREDECESSOR, fill_start="2024-08-01", fill_end=end)
    assert (found.outcome, found.values["end"]) == (expected, "2025-10-31")


def test_once_the_term_is_over_there_is_nothing_to_fill() -> None:
    found = ruling("vacancy.fill", **PREDECESSOR, fill_start="2025-11-01", fill_end="2025-12-31")
    assert (found.outcome, found.values["end"]) == (NO, None)


def test_the_last_day_of_the_term_can_still_be_filled() -> None:
    assert outcome("vacancy.fill", **PREDECESSOR, fill_start="2025-10-31", fill_end="2025-10-31") == YES


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({**PREDECESSOR, "fill_start": "2024-08-01", "fill_end": "2024-07-31"}, "fill_end"),
        ({**PREDECESSOR, "fill_start": "2023-10-31", "fill_end": "2025-10-31"}, "fill_start"),
        (
            {
                "predecessor_start": "2025-11-01",
                "predecessor_end": "2025-10-31",
                "fill_start": "2025-11-01",
                "fill_end": "2025-11-02",
            },
            "predecessor_end",
        ),
    ],
)
def test_a_fill_that_cannot_be_is_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("vacancy.fill", **facts)
    assert refused.value.field == field


@pytest.mark.parametrize(("count", "expected"), [(0, NO), (1, YES), (2, NO)])
def test_the_office_has_one_director(count: int, expected: str) -> None:
    assert outcome("office.director", count=count) == expected
    assert articles("office.director", count=count) == ["4.2"]
