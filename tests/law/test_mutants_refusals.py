"""What a refusal says: the field, what stood there, and what would be right."""

import pytest

from coretech.law import BadFacts
from coretech.law.meeting import quorum
from tests.spec.asking import DAY, outcome, ruling

SOUND: dict[str, dict[str, object]] = {
    "office.director": {"count": 1},
    "change.request": {"requested": True},
    "term.end": {"role": "council_member", "start": "2024-01-01", "category": 4},
    "recusal.required": {"kinship": [], "forum": "council", "matter": "identify"},
    "duty.annual_review": {"items": ["7"], "reviewed": []},
    "duty.annual_meeting": {"body": "council", "year": 2025, "regular": [], "extraordinary": []},
    "meeting.admission": {
        "role": "member",
        "nda_signed_on": None,
        "nda_signed_by": None,
        "meeting_on": "2025-03-03",
    },
    "meeting.chair": {"chair_post": "minister"},
    "term.length": {"role": "adviser", "start": "2024-01-01", "end": "2024-01-01"},
    "term.renewal": {"role": "adviser", "consecutive_full_terms": 1},
    "vacancy.fill": {
        "predecessor_start": "2024-01-01",
        "predecessor_end": "2025-12-31",
        "fill_start": "2025-01-01",
        "fill_end": "2025-12-31",
    },
    "meeting.quorum": {"members_in_office": 25, "present": 13},
    "meeting.resolution": {
        "members_in_office": 25,
        "entitled_present": 13,
        "for": 7,
        "against": 6,
        "abstain": 0,
    },
}


def refusal(question: str, **changed: object) -> tuple[str, str, str]:
    with pytest.raises(BadFacts) as refused:
        ruling(question, **(SOUND[question] | changed))
    assert str(refused.value) == f"{refused.value.field}: {refused.value.sentence.en}"
    return refused.value.field, refused.value.sentence.zh, refused.value.sentence.en


@pytest.mark.parametrize("question", SOUND)
def test_the_facts_that_are_spoilt_below_are_sound(question: str) -> None:
    assert outcome(question, **SOUND[question]) in {"yes", "no"}


@pytest.mark.parametrize(
    ("question", "field", "value", "zh", "en"),
    [
        (
            "office.director",
            "count",
            True,
            "應為零或正整數，卻是 true",
            "should be a whole number from 0, not true",
        ),
        (
            "office.director",
            "count",
            "一",
            '應為零或正整數，卻是 "一"',
            'should be a whole number from 0, not "一"',
        ),
        (
            "office.director",
            "count",
            DAY,
            '應為零或正整數，卻是 "datetime.date(2025, 3, 3)"',
            'should be a whole number from 0, not "datetime.date(2025, 3, 3)"',
        ),
        (
            "change.request",
            "requested",
            1,
            "應為 true 或 false，卻是 1",
            "should be true or false, not 1",
        ),
        ("meeting.chair", "chair_post", 3, "應為文字，卻是 3", "should be text, not 3"),
        (
            "term.end",
            "start",
            "2025/1/1",
            '應為日期（例如 2025-10-31），卻是 "2025/1/1"',
            'should be a date such as 2025-10-31, not "2025/1/1"',
        ),
        (
            "term.end",
            "start",
            "2025-02-29",
            "曆法上沒有 2025-02-29 這一天",
            "there is no such day as 2025-02-29 in the calendar",
        ),
        (
            "term.end",
            "category",
            True,
            "應為下列之一：1, 2, 3, 4, 5，卻是 true",
            "should be one of: 1, 2, 3, 4, 5, not true",
        ),
        (
            "recusal.required",
            "kinship",
            "spouse",
            '應為列表，卻是 "spouse"',
            'should be a list, not "spouse"',
        ),
        (
            "duty.annual_review",
            "items",
            ["7", 8],
            "第 2 個應為文字，卻是 8",
            "entry 2 should be text, not 8",
        ),
        (
            "duty.annual_meeting",
            "year",
            0,
            "年份應在 1 至 9999 之間",
            "the year should be within 1 to 9999",
        ),
        (
            "duty.annual_meeting",
            "year",
            10_000,
            "年份應在 1 至 9999 之間",
            "the year should be within 1 to 9999",
        ),
        ("meeting.admission", "role", " ", "請填身分", "name the role"),
        ("meeting.chair", "chair_post", "", "請填主席的職務", "name the chair's post"),
        ("term.length", "end", "2023-12-31", "末日早於首日", "the last day is before the first"),
        (
            "term.length",
            "start",
            "9998-01-01",
            "任期超出曆法所及的年份",
            "the term runs past the last year of the calendar",
        ),
        (
            "vacancy.fill",
            "predecessor_end",
            "2023-12-31",
            "末日早於首日",
            "the last day is before the first",
        ),
        ("vacancy.fill", "fill_end", "2024-12-31", "末日早於首日", "the last day is before the first"),
        (
            "vacancy.fill",
            "fill_start",
            "2023-12-31",
            "補任早於原任期首日",
            "the fill begins before the predecessor's term",
        ),
        (
            "meeting.quorum",
            "present",
            26,
            "親自出席26人，多於25人",
            "26 attending in person, more than 25",
        ),
        (
            "meeting.quorum",
            "recused_present",
            14,
            "在場迴避14人，多於出席的13人",
            "14 recused among those attending, but only 13 attend",
        ),
        (
            "meeting.quorum",
            "stand_ins",
            13,
            "出席、代表與缺席迴避合計26人，多於25人",
            "26 attending, represented and absent recused together, more than 25",
        ),
        (
            "meeting.quorum",
            "recused_absent",
            13,
            "出席、代表與缺席迴避合計26人，多於25人",
            "26 attending, represented and absent recused together, more than 25",
        ),
        ("meeting.quorum", "seats", 24, "在職委員25人，多於24人", "25 in office, more than 24"),
        (
            "meeting.resolution",
            "entitled_present",
            26,
            "有表決權者26人，多於在職委員25人",
            "26 may vote, more than the 25 members in office",
        ),
        (
            "meeting.resolution",
            "entitled_present",
            12,
            "同意、反對與棄權合計13票，多於有表決權的12人",
            "13 ballots for, against and abstaining, but only 12 may vote",
        ),
    ],
)
def test_a_fact_that_cannot_be_is_named_with_what_would_be_right(
    question: str, field: str, value: object, zh: str, en: str
) -> None:
    changed = {field: value}
    if (question, field) == ("term.length", "start"):
        changed["end"] = value
    assert refusal(question, **changed) == (field, zh, en)


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_last_year_of_the_calendar_can_be_asked_about(year: int) -> None:
    assert outcome("duty.annual_meeting", **(SOUND["duty.annual_meeting"] | {"year": year})) == "no"


def test_a_term_may_end_in_the_last_year_of_the_calendar() -> None:
    facts = SOUND["term.end"] | {"start": "9997-06-01"}
    assert ruling("term.end", **facts).values["end"] == "9999-05-31"


def test_the_largest_number_is_still_a_number() -> None:
    assert outcome("office.director", count=10**15) == "no"
    assert refusal("office.director", count=10**15 + 1)[0] == "count"


def test_a_term_of_one_day_can_be_filled_on_that_day() -> None:
    day = "2025-12-31"
    assert outcome("vacancy.fill", **dict.fromkeys(SOUND["vacancy.fill"], day)) == "yes"


def test_where_all_attend_the_absent_recused_are_the_ones_too_many() -> None:
    field, _, en = refusal("meeting.quorum", present=25, recused_absent=1)
    assert (field, en) == (
        "recused_absent",
        "26 attending, represented and absent recused together, more than 25",
    )


def test_a_missing_fact_is_asked_for() -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("office.director")
    assert refused.value.field == "count"
    assert refused.value.sentence.as_dict() == {
        "zh": "缺少這項事實，請補上",
        "en": "this fact is missing; give it",
    }


def test_an_unknown_fact_is_met_with_the_known_ones() -> None:
    field, zh, en = refusal("term.renewal", consecutive=1)
    known = "role, category, consecutive_full_terms, years_since_last_term, vacancy_fill_months"
    assert (field, zh) == ("consecutive", f"沒有這項事實；可用的是：{known}")
    assert en == f"no such fact; the known ones are: {known}"


def test_a_council_member_of_unknown_category_is_asked_for_it() -> None:
    assert refusal("term.renewal", role="council_member") == (
        "category",
        "審議會委員須填類別（1–5）",
        "a council member's category (1-5) is needed",
    )


def test_a_negative_count_is_refused_as_it_stands() -> None:
    with pytest.raises(BadFacts) as refused:
        quorum.Facts(members_in_office=25, present=13, stand_ins=-1)
    assert refused.value.field == "stand_ins"
    assert refused.value.sentence.as_dict() == {"zh": "不能是負數（-1）", "en": "cannot be negative (-1)"}


@pytest.mark.parametrize(("length", "shown"), [(38, "x" * 38 + '"'), (39, "x" * 39 + "…")])
def test_a_value_is_shown_whole_up_to_forty_characters(length: int, shown: str) -> None:
    assert refusal("office.director", count="x" * length)[2].endswith(f'not "{shown}')
