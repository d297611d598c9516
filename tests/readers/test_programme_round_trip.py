"""Programmes made up from records, printed with page breaks and cuts, and read back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.programme.reader import read_programme
from coretech.readers.programme.records import Programme
from tests.programme_printer import AGENCIES, LETTERS, Aim, Made, Print, Work, printed

TEXTS = st.text(LETTERS, min_size=6, max_size=30)
WHO = st.lists(
    st.sampled_from(AGENCIES), min_size=1, max_size=2, unique_by=lambda name: name.partition("(")[0]
)
MONTHS = st.tuples(st.integers(109, 114), st.integers(1, 12))
CELLS = st.one_of(st.just("-"), TEXTS)


@st.composite
def works(draw: st.DrawFn, item: int) -> tuple[dict[str, str], list[Work]]:
    """An item's approaches and their work items, with numbers in order."""
    approaches, found = {}, []
    for place in range(1, draw(st.integers(1, 2)) + 1):
        approach = f"{item}.{place}"
        approaches[approach] = draw(TEXTS)
        for last in range(1, draw(st.integers(1, 3)) + 1):
            (year, month), (end_year, end_month) = sorted([draw(MONTHS), draw(MONTHS)])
            lead = tuple(draw(WHO))
            co = tuple(name for name in draw(st.one_of(st.just([]), WHO)) if name not in lead)
            found.append(
                Work(
                    f"{approach}.{last}",
                    draw(TEXTS),
                    f"{year}/{month}{draw(st.sampled_from('~-～'))}{end_year}/{end_month:02}",
                    f"{year + 1911}-{month:02}",
                    f"{end_year + 1911}-{end_month:02}",
                    lead,
                    co,
                )
            )
    return approaches, found


@st.composite
def measures(draw: st.DrawFn, industry: int, place: int, years: tuple[int, int]) -> Made:
    items = {str(number): draw(TEXTS) for number in range(1, draw(st.integers(1, 3)) + 1)}
    parts = [draw(works(int(number))) for number in items]
    aims = [
        Aim(
            f"{industry}.{place}.{number}",
            draw(TEXTS),
            {str(year): draw(CELLS) for year in range(years[0], years[1] + 1)},
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    return Made(
        f"{industry}-{place}",
        draw(TEXTS),
        tuple(dict.fromkeys(name.partition("(")[0] for name in draw(WHO))),
        items,
        {number: title for approaches, _ in parts for number, title in approaches.items()},
        tuple(work for _, found in parts for work in found),
        tuple(aims),
    )


@st.composite
def programmes(draw: st.DrawFn) -> tuple[list[Made], list[str], tuple[int, int]]:
    first = draw(st.integers(95, 130))
    years = (first, first + draw(st.integers(1, 5)))
    names = [f"{draw(st.text(LETTERS, min_size=3, max_size=6))}{place}號產業" for place in "甲乙丙"]
    names = names[: draw(st.integers(1, 3))]
    made = [
        draw(measures(industry, place, years))
        for industry in range(1, len(names) + 1)
        for place in range(1, draw(st.integers(1, 2)) + 1)
    ]
    return made, names, years


RANDOMS = st.randoms(use_true_random=False)
PLAIN = st.builds(Print, RANDOMS)
HOW = st.builds(
    Print,
    RANDOMS,
    mark=st.sampled_from("\t|"),
    breaks=st.sampled_from([0.0, 0.3, 1.0]),
    cuts=st.sampled_from([0.0, 0.3]),
    moved=st.booleans(),
    bold=st.booleans(),
)
Programmed = tuple[list[Made], list[str], tuple[int, int]]


def told(read: Programme) -> list[tuple[object, ...]]:
    return [
        (each.measure, each.work_no, each.text, each.start, each.end, each.lead, each.co, each.item_title)
        for each in read.work_items
    ]


@settings(max_examples=60)
@given(programmes(), HOW)
def test_what_was_printed_is_read_back(programme: Programmed, how: Print) -> None:
    made, names, years = programme

    read = read_programme(printed(made, names, years, how))

    assert (read.start, read.end) == years
    assert [each.name for each in read.industries] == names
    assert [(each.code, each.title, each.agencies) for each in read.measures] == [
        (each.code, each.title, each.agencies) for each in made
    ]
    assert told(read) == [
        (
            each.code,
            work.number,
            work.text,
            work.start,
            work.end,
            work.lead,
            work.co,
            each.items[work.number.split(".")[0]],
        )
        for each in made
        for work in each.works
    ]
    assert [
        (each.code, each.text, {year: cell.text or "-" for year, cell in each.yearly.items()})
        for each in read.targets
    ] == [(aim.code, aim.text, aim.years) for each in made for aim in each.aims]
    assert len(read.budget) == len(names) * (years[1] - years[0] + 1)


@settings(max_examples=30)
@given(programmes(), HOW, PLAIN)
def test_where_pages_end_changes_no_finding(programme: Programmed, how: Print, plain: Print) -> None:
    one = read_programme(printed(*programme, how))
    other = read_programme(printed(*programme, plain))

    assert sorted(each.said.zh for each in one.findings) == sorted(each.said.zh for each in other.findings)
