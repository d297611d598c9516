"""Golden: milestones and targets in words."""

from datetime import date

from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.pace import NO_WAY, REACHED
from coretech.engines.progress.reckoning import Status, reckon
from tests.engines.progress.making import END, MIDSUMMER_112, D, actual, defined, said, targets, words

MILESTONE, WORDS = defined(Kind.MILESTONE), defined(Kind.QUALITATIVE)


def test_1_of_4_done_with_2_due() -> None:
    seen = [said(110, done=True), said(111, done=False)]
    found = reckon(MILESTONE, words(110, 111, 112, 113), seen, MIDSUMMER_112)
    assert (found.progress, found.expected) == (D("0.25"), D("0.5"))
    assert [year.status for year in found.years] == [
        Status.MET,
        Status.MISSED,
        Status.UNDER_WAY,
        Status.NOT_YET,
    ]


def test_done_a_year_late_is_done_and_missed() -> None:
    found = reckon(MILESTONE, words(110), [said(110, done=False), said(111, done=True, quarter=2)], END)
    assert (found.progress, found.expected_end) == (D(1), date(2022, 6, 30))
    assert [year.status for year in found.years] == [Status.MISSED, Status.NO_TARGET]


def test_the_same_completion_told_in_two_quarters_is_credited_once() -> None:
    seen = [said(111, done=True, quarter=2), said(111, done=True, quarter=4)]
    found = reckon(MILESTONE, words(110, 111), seen, END)
    assert found.progress == D("0.5")
    assert [year.status for year in found.years] == [Status.UNREPORTED, Status.MET]


def test_a_completion_taken_back_in_a_later_quarter_does_not_count() -> None:
    seen = [said(111, done=True, quarter=2), said(111, done=False, quarter=4)]
    assert reckon(MILESTONE, words(111), seen, END).progress == 0


def test_done_ahead_of_its_year_is_not_credited_to_it() -> None:
    assert reckon(MILESTONE, words(112), [said(110, done=True)], END).progress == 0


def test_words_have_no_share_whatever_is_said() -> None:
    found = reckon(WORDS, words(110, 111, 112), [said(110, done=True), said(111, done=False)], MIDSUMMER_112)
    assert (found.progress, found.expected, found.expected_end) == (None, None, None)
    assert [(year.share, year.status) for year in found.years] == [
        (None, Status.MET),
        (None, Status.MISSED),
        (None, Status.UNDER_WAY),
    ]


def test_the_steps_count_milestones_and_an_open_one_is_nothing_done() -> None:
    seen = [said(110, done=True), said(111, done=False)]
    found = reckon(MILESTONE, words(110, 111, 112, 113), seen, MIDSUMMER_112)
    assert [step.en for step in found.steps] == ["Progress: 1 done ÷ 4 = 25 %", "Due by now: 2 ÷ 4 = 50 %"]
    assert [(year.year, year.share) for year in found.years] == [
        (110, D(1)),
        (111, D(0)),
        (112, None),
        (113, None),
    ]
    assert [year.target for year in found.years] == list(words(110, 111, 112, 113))
    assert found.end_rule == NO_WAY


def test_all_done_is_reached_on_the_day_of_the_last_report() -> None:
    seen = [said(110, done=True, quarter=3), said(111, done=True, quarter=1)]
    found = reckon(MILESTONE, words(110, 111), seen, END)
    assert (found.expected_end, found.end_rule) == (date(2022, 3, 31), REACHED)


def test_a_completion_is_credited_to_the_latest_one_open_before_it() -> None:
    found = reckon(MILESTONE, words(110, 111), [said(112, done=True), said(113, done=True)], END)
    assert found.progress == 1
    assert [year.share for year in found.years[:2]] == [D(1), D(1)]


def test_a_year_is_not_missed_on_its_last_day() -> None:
    days = (date(2021, 12, 31), date(2022, 1, 1))
    stands = [reckon(MILESTONE, words(110), [said(110, done=False)], day).years[0].status for day in days]
    assert stands == [Status.UNDER_WAY, Status.MISSED]


def test_a_dash_is_no_milestone_and_a_figure_without_words_is_one() -> None:
    assert reckon(MILESTONE, targets(y110=None, y111=1), [said(111, done=True)], END).progress == 1
    assert reckon(MILESTONE, words(110), [], END).progress is None
    stands = reckon(WORDS, targets(y110=None, y111=1), [], END).years
    assert [year.status for year in stands] == [Status.NO_TARGET, Status.UNREPORTED]


def test_a_figure_beside_words_has_no_share() -> None:
    assert reckon(WORDS, targets(y110=4), [actual(110, 4)], END).years[0].share is None
