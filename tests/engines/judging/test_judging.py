"""Agreement, what is left, work saved and the order of a queue, against reckonings by hand and by brute force."""

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.judging.agreement import agreement
from coretech.engines.judging.coverage import Left, Stratum, left_of, recall, shares
from coretech.engines.judging.ordering import MOST_INFORMATIVE, Ground, Waiting, drawn, ordered
from coretech.engines.judging.saving import work_saved

ANSWERS = st.sampled_from(["accepted", "set_aside", "unsure"])


def test_kappa_of_the_textbook_s_table_is_two_fifths() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15

    found = agreement(pairs)

    assert (found.pairs, found.same) == (50, 35)
    assert found.kappa == pytest.approx(0.4)
    assert found.words.en == "fair"


def test_the_interval_for_two_answers_is_that_of_the_plain_formula() -> None:
    a, b, c, d = 0.4, 0.1, 0.2, 0.3
    rows, columns = (a + b, c + d), (a + c, b + d)
    chance = rows[0] * columns[0] + rows[1] * columns[1]
    kappa = (a + d - chance) / (1 - chance)
    on = (
        a * (1 - (rows[0] + columns[0]) * (1 - kappa)) ** 2
        + d * (1 - (rows[1] + columns[1]) * (1 - kappa)) ** 2
    )
    off = (1 - kappa) ** 2 * (b * (columns[0] + rows[1]) ** 2 + c * (columns[1] + rows[0]) ** 2)
    error = math.sqrt((on + off - (kappa - chance * (1 - kappa)) ** 2) / 50) / (1 - chance)

    found = agreement([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15)

    assert found.high == pytest.approx(kappa + NormalDist().inv_cdf(0.975) * error)


@pytest.mark.parametrize("pairs", [[], [("y", "y")], [("n", "n")] * 9])
def test_kappa_is_not_defined_where_chance_agrees_as_well(pairs: list[tuple[str, str]]) -> None:
    found = agreement(pairs)

    assert (found.kappa, found.low, found.high) == (None, None, None)
    assert found.words.en == "not defined"


@given(st.lists(st.tuples(ANSWERS, ANSWERS), max_size=60))
def test_kappa_lies_in_its_interval_and_does_not_care_who_is_first(pairs: list[tuple[str, str]]) -> None:
    found, turned = agreement(pairs), agreement([(second, first) for first, second in pairs])

    assert (found.kappa is None) == (turned.kappa is None)
    if (
        found.kappa is not None
        and found.low is not None
        and found.high is not None
        and turned.kappa is not None
    ):
        assert -1 <= found.low <= found.kappa + 1e-9
        assert found.kappa - 1e-9 <= found.high <= 1
        assert found.kappa == pytest.approx(turned.kappa)


def test_the_exact_interval_is_that_of_the_tables() -> None:
    assert shares(0, 10) == pytest.approx((0.0, 0.3085), abs=1e-4)
    assert shares(10, 10) == pytest.approx((0.6915, 1.0), abs=1e-4)
    assert shares(5, 10) == pytest.approx((0.1871, 0.8129), abs=1e-4)
    assert shares(0, 0) == (0.0, 1.0)


def test_what_is_left_is_nothing_where_all_was_judged() -> None:
    assert left_of([Stratum(5, 5, 3), Stratum(0, 0, 0)]) == Left(0.0, 0, 0)


def test_a_stratum_nobody_looked_at_may_hold_anything() -> None:
    assert left_of([Stratum(10, 10, 1), Stratum(40, 0, 0)]) == Left(None, 0, 40)


def test_the_guess_is_the_share_times_what_is_left() -> None:
    found = left_of([Stratum(130, 30, 3), Stratum(1030, 30, 0)])

    assert found.guess == pytest.approx(10)
    assert found.low <= 10 <= found.high <= 1100


@given(st.integers(0, 200), st.data())
def test_the_interval_holds_what_the_sample_could_come_from(size: int, data: st.DataObject) -> None:
    judged = data.draw(st.integers(0, size))
    relevant = data.draw(st.integers(0, judged))

    found = left_of([Stratum(size, judged, relevant)])

    assert 0 <= found.low <= (found.guess or 0) or found.guess is None
    assert (found.guess or 0) <= found.high <= size - judged


@pytest.mark.parametrize("counts", [(1, 2, 0), (5, 3, 4), (5, 3, -1)])
def test_counts_that_cannot_be_are_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        Stratum(*counts)


def test_recall_is_told_between_the_two_ends() -> None:
    assert recall(0, Left(1.0, 0, 5)) is None
    assert recall(5, Left(1.0, 0, 5)) == (0.5, 1.0)


def test_a_perfect_order_saves_most_and_the_worst_nothing() -> None:
    best = work_saved([True] * 10 + [False] * 90)
    worst = work_saved([False] * 90 + [True] * 10)

    assert best == pytest.approx(0.85)
    assert worst == pytest.approx(-0.05)
    assert work_saved([False] * 3) is None
    with pytest.raises(ValueError, match="recall"):
        work_saved([True], 0)


def test_the_queue_begins_near_the_threshold_and_by_turns() -> None:
    waiting = [Waiting(1, "a", 0.31), Waiting(2, "a", 0.32), Waiting(3, "b", 0.5), Waiting(4, "b", 0.9)]

    assert [each.key for each in ordered(waiting, 0.3)] == [1, 3, 2, 4]


def test_the_best_follow_once_enough_is_judged() -> None:
    waiting = [Waiting(1, "a", 0.31), Waiting(2, "a", 0.9)]

    found = ordered(waiting, 0.3, MOST_INFORMATIVE)

    assert [(each.key, each.ground) for each in found] == [(2, Ground.BEST), (1, Ground.BEST)]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0.3, 1)), max_size=80), st.integers(0, 60))
def test_everything_waits_exactly_once(rows: list[tuple[str, float]], judged: int) -> None:
    waiting = [Waiting(key, kind, score) for key, (kind, score) in enumerate(rows)]

    assert sorted(each.key for each in ordered(waiting, 0.3, judged)) == list(range(len(rows)))


def test_what_is_drawn_is_even_and_always_the_same() -> None:
    numbers = [drawn(7, "second", key) for key in range(2000)]

    assert numbers == [drawn(7, "second", key) for key in range(2000)]
    assert abs(sum(number < 0.2 for number in numbers) - 400) < 80
    assert drawn(7, "second", 1) != drawn(7, "below", 1) != drawn(8, "below", 1)
