"""Annual plans made up from records, printed in narrow columns over pages, and read back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.annual.columns import CATEGORIES
from coretech.readers.annual.reader import read_annual
from tests.annual_printer import HEADS, LETTERS, TURNED, Made, Print, printed

TITLES = st.text(LETTERS, min_size=8, max_size=60)
NAMES = st.one_of(st.text(LETTERS, min_size=4, max_size=30), st.just("5G 無線通訊（第二期）技術研發計畫"))
LONG_NAMES = st.text(LETTERS, min_size=20, max_size=30)
UNITS = st.builds("{}工程司".format, st.text(LETTERS, min_size=3, max_size=12))
CONTENTS = st.lists(
    st.builds("{}。".format, st.text(LETTERS, min_size=15, max_size=120)), min_size=1, max_size=3
)
GOALS = st.lists(st.tuples(TITLES, st.lists(TITLES, min_size=1, max_size=4)), min_size=1, max_size=8)
RANDOMS = st.randoms(use_true_random=False)
Goals = list[tuple[str, list[str]]]


@st.composite
def programmes(draw: st.DrawFn) -> list[Made]:
    units = [draw(UNITS), *draw(st.lists(st.one_of(st.just(""), UNITS), max_size=6))]
    names = [draw(LONG_NAMES), *(draw(NAMES) for _ in units[1:])]
    return [
        Made(unit, name, draw(st.sampled_from(CATEGORIES)), tuple(draw(CONTENTS)))
        for unit, name in zip(units, names, strict=True)
    ]


HOW = st.builds(
    Print,
    RANDOMS,
    width=st.integers(5, 9),
    head=st.sampled_from([*HEADS, TURNED]),
    breaks=st.sampled_from([0.0, 0.1, 0.5]),
    abreast=st.sampled_from([0.0, 0.5]),
    numbered=st.sampled_from(["", "N ", "- N -", "第 N 頁"]),
)


@settings(max_examples=100)
@given(st.integers(90, 130), GOALS, programmes(), HOW)
def test_what_was_printed_is_read_back(year: int, goals: Goals, made: list[Made], how: Print) -> None:
    read = read_annual(printed(year, goals, made, how))

    assert read.year == year
    assert [(each.title, len(each.strategies)) for each in read.goals] == [
        (title, len(strategies)) for title, strategies in goals
    ]
    units = [each.unit for each in made]
    for place in range(1, len(units)):
        units[place] = units[place] or units[place - 1]
    assert [(each.unit, each.name, each.category) for each in read.programmes] == [
        (unit, each.name, each.category) for unit, each in zip(units, made, strict=True)
    ]
