"""National plans made up from records, printed over pages and in narrow columns, and read back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.plan import records
from coretech.readers.plan.reader import read_plan
from coretech.readers.plans.finding import Kind
from tests.plan_printer import (
    AGENCIES_FIRST,
    COLUMNS,
    LEADS,
    LETTERS,
    Goal,
    Print,
    Strategy,
    SubGoal,
    Table,
    printed,
)

TITLES = st.text(LETTERS, min_size=6, max_size=40)
WHO = st.lists(st.sampled_from(LEADS), min_size=1, max_size=4, unique=True)
NUMBERS = st.one_of(st.none(), st.integers(0, 10**8), st.integers(1, 9999).map(lambda number: number / 100))
YEARS = st.integers(95, 130).flatmap(
    lambda first: st.tuples(st.just(first), st.integers(first + 1, first + 5))
)
RANDOMS = st.randoms(use_true_random=False)


@st.composite
def duties(draw: st.DrawFn) -> Strategy:
    who = draw(WHO)
    led = draw(st.integers(1, len(who)))
    measures = draw(st.lists(TITLES, min_size=1, max_size=4))
    return Strategy(draw(TITLES), tuple(who[:led]), tuple(who[led:]), tuple(measures))


SUBGOALS = st.builds(
    SubGoal, TITLES, st.lists(duties(), min_size=1, max_size=3, unique_by=lambda each: each.title).map(tuple)
)


def titles(goals: list[Goal]) -> list[str]:
    """Every title down to the strategies."""
    found = [goal.title for goal in goals]
    found += [sub.title for goal in goals for sub in goal.subgoals]
    return found + [each.title for goal in goals for sub in goal.subgoals for each in sub.strategies]


GOALS = st.lists(
    st.builds(Goal, TITLES, st.lists(SUBGOALS, min_size=1, max_size=3).map(tuple)), min_size=1, max_size=4
).filter(lambda goals: len(set(titles(goals))) == len(titles(goals)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    first = draw(st.integers(2010, 2020))
    header = ("機關", *(str(first + place) for place in range(draw(st.integers(2, 5)))))
    names = draw(st.lists(st.text(LETTERS, min_size=2, max_size=8), min_size=2, max_size=8, unique=True))
    rows = tuple((name, *(draw(NUMBERS) for _ in header[1:])) for name in names)
    return Table(draw(TITLES), "新臺幣千元", header, rows)


HOW = st.builds(
    Print,
    RANDOMS,
    width=st.integers(10, 18),
    head=st.sampled_from([COLUMNS, AGENCIES_FIRST]),
    breaks=st.sampled_from([0.0, 0.1, 0.5]),
    again=st.booleans(),
    numbered=st.sampled_from(["", "N ", "- N -", "第 N 頁"]),
)


def tree(goals: tuple[records.Goal, ...]) -> list[Goal]:
    return [
        Goal(
            goal.title,
            tuple(
                SubGoal(
                    sub.title,
                    tuple(
                        Strategy(each.title, each.lead, each.co, tuple(one.title for one in each.measures))
                        for each in sub.strategies
                    ),
                )
                for sub in goal.subgoals
            ),
        )
        for goal in goals
    ]


@settings(max_examples=80)
@given(YEARS, GOALS, st.lists(tables(), max_size=3), HOW)
def test_what_was_printed_is_read_back(
    years: tuple[int, int], goals: list[Goal], made: list[Table], how: Print
) -> None:
    read = read_plan(printed(years, goals, made, how))

    assert (read.start, read.end) == years
    assert tree(read.goals) == goals
    assert [Table(each.caption, each.unit, each.header, each.rows) for each in read.tables] == made
    assert [each.no for each in read.tables] == list(range(1, len(made) + 1))
    assert len(read.agencies) == len(LEADS)
    assert {each.kind for each in read.findings} <= {Kind.TEXT}
