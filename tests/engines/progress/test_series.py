"""A target's cells as series: one figure followed over the years."""

from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.proposing import Cell, Figure
from coretech.engines.progress.series import series_of
from tests.engines.progress.making import D


def counted(value: float, upper: float | None = None) -> Figure:
    return Figure(value, "件", upper=upper)


def so_far(value: float, upper: float | None = None) -> Figure:
    return Figure(value, "件", cumulative=True, upper=upper)


def test_each_unit_is_followed_on_its_own_and_so_is_each_place() -> None:
    cells = [
        Cell(111, "", (counted(5), Figure(2, "家"), counted(6))),
        Cell(110, "", (counted(3),)),
    ]
    found = [(one.unit, one.place, [(at.year, at.value) for at in one.points]) for one in series_of(cells)]
    assert found == [
        ("件", 1, [(110, D(3)), (111, D(5))]),
        ("家", 1, [(111, D(2))]),
        ("件", 2, [(111, D(6))]),
    ]


def test_years_on_their_own_before_a_count_from_the_start_are_carried_over() -> None:
    cells = [Cell(110, "", (counted(1),)), Cell(111, "", (counted(2, 3),)), Cell(112, "", (so_far(6),))]
    (found,) = series_of(cells)
    assert found.carried
    assert [(at.value, at.upper, at.cumulative) for at in found.points] == [
        (D(1), None, True),
        (D(3), D(4), True),
        (D(6), None, True),
    ]
    assert [at.words for at in found.points] == ["1 件", "2–3 件", "累計 6 件"]
    assert found.cells[1] == Cell(111, "", (so_far(3, 4),))


def test_a_series_of_one_sort_or_with_a_year_on_its_own_at_the_end_stays() -> None:
    alike = [Cell(110, "", (counted(1),)), Cell(111, "", (counted(2),))]
    mixed = [Cell(110, "", (so_far(3),)), Cell(111, "", (counted(2),))]
    for cells in (alike, mixed):
        (found,) = series_of(cells)
        assert not found.carried
        assert [at.cumulative for at in found.points] == [cell.figures[0].cumulative for cell in cells]


def test_a_range_turned_round_keeps_its_first_figure() -> None:
    (found,) = series_of([Cell(110, "", (counted(5, 3),))])
    assert (found.points[0].value, found.points[0].upper) == (D(5), None)


def test_a_year_on_its_own_stands_on_the_range_reached_before_it() -> None:
    cells = [Cell(110, "", (so_far(3, 4),)), Cell(111, "", (counted(2),)), Cell(112, "", (so_far(7),))]
    (found,) = series_of(cells)
    assert [(at.value, at.upper) for at in found.points] == [(D(3), D(4)), (D(5), D(6)), (D(7), None)]


def test_the_programme_s_own_target_1_4_1_comes_to_what_it_prints() -> None:
    cells = [Cell(110, "", (counted(3),)), Cell(111, "", (counted(4),)), Cell(112, "", (counted(6),))]
    (found,) = series_of([*cells, Cell(113, "", (so_far(20),))])
    assert [at.value for at in found.points] == [D(3), D(7), D(13), D(20)]


figures = st.builds(Figure, st.integers(0, 99), st.sampled_from(["件", "家"]), cumulative=st.booleans())


@given(st.lists(st.lists(figures, max_size=4), max_size=5))
def test_no_figure_is_lost_and_no_year_stands_twice_in_a_series(rows: list[list[Figure]]) -> None:
    found = series_of([Cell(110 + place, "", tuple(row)) for place, row in enumerate(rows)])
    assert sum(len(one.points) for one in found) == sum(map(len, rows))
    for one in found:
        years = [at.year for at in one.points]
        assert years == sorted(set(years))
