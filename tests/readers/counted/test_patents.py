"""Patents counted: one that stands in many rows is one, and what cannot be read is said with its line."""

import csv
import io
from collections import defaultdict
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.counted.counting import Counted
from coretech.readers.counted.patents import patents_in
from coretech.readers.counted.problems import Problems
from coretech.readers.texts.opening import open_table

PATSTAT = """appln_id,appln_auth,appln_filing_year,person_ctry_code,cpc_class_symbol
1,TW,2020,TW,H01L  21/336
1,TW,2020,US,H01L  21/336
1,TW,2020,TW,G06F   9/50
1,TW,2020,US,G06F   9/50
2,EP,2021,,H01L  29/78
"""
LENS = """#,Jurisdiction,Lens ID,Publication Year,Applicant Country,CPC Classifications
1,US,001-002,2022,Taiwan;;Netherlands;;Taiwan,H01L21/336;;H01L29/78
2,wo,003-004,2022,Peoples R China,
"""


def counted(text: str, **told: str) -> Counted:
    return patents_in(open_table(io.BytesIO(text.encode())), 2026, told)


def rows(table: pl.DataFrame) -> list[tuple[object, ...]]:
    return table.rows()


def test_an_application_joined_with_its_applicants_and_classes_is_one_patent() -> None:
    made = counted(PATSTAT)

    assert rows(made.tables["patents"]) == [
        ("EP", None, "H01L", 2021, 1, 1.0),
        ("TW", "TW", "G06F", 2020, 1, 0.25),
        ("TW", "TW", "H01L", 2020, 1, 0.25),
        ("TW", "US", "G06F", 2020, 1, 0.25),
        ("TW", "US", "H01L", 2020, 1, 0.25),
    ]
    assert rows(made.tables["countries"]) == [
        ("EP", None, 2021, 1, 1.0),
        ("TW", "TW", 2020, 1, 0.5),
        ("TW", "US", 2020, 1, 0.5),
    ]
    assert made.columns["class"] == "cpc_class_symbol"
    assert made.coverage == {
        "patents": 2,
        "without_office": 0,
        "without_country": 1,
        "without_class": 0,
        "without_year": 0,
    }


def test_lens_names_several_in_a_cell_and_countries_in_words() -> None:
    made = counted(LENS)

    assert rows(made.tables["patents"]) == [
        ("US", "NL", "H01L", 2022, 1, 0.5),
        ("US", "TW", "H01L", 2022, 1, 0.5),
        ("WO", "CN", None, 2022, 1, 1.0),
    ]


def test_headings_that_are_not_known_are_told() -> None:
    own = "no,where,when\nP1,TW,2020-05-01\n"

    with pytest.raises(Refused, match="id, office"):
        counted(own)
    made = counted(own, id="no", office="WHERE", year="when")

    assert rows(made.tables["countries"]) == [("TW", None, 2020, 1, 1.0)]
    assert made.columns == {"id": "no", "office": "where", "year": "when"}


@pytest.mark.parametrize("told", [{"nothing": "where"}, {"office": "nowhere"}])
def test_what_is_told_must_be_there(told: dict[str, str]) -> None:
    with pytest.raises(Refused, match="MEANING=HEADING"):
        counted("no,where\n1,TW\n", **told)


def test_what_cannot_be_read_is_said_with_its_line_and_the_patent_counts_still() -> None:
    made = counted(
        "appln_id,appln_auth,filing_year,person_ctry_code,ipc\n"
        ",TW,2020,TW,H01L\n"
        "2,Taipei,2090,Atlantis,??\n"
        "3,TW,2020,TW\n"
        "4,TW,31/12/2019,TW,H01L\n"
    )

    assert [each.line for each in made.problems.listed] == [2, 3, 3, 3, 3, 4]
    assert rows(made.tables["patents"]) == [
        ("TW", "TW", "H01L", 2019, 1, 1.0),
        (None, None, None, None, 1, 1.0),
    ]


def test_problems_beyond_those_listed_are_counted() -> None:
    found = Problems(most=2)

    for line in range(5):
        found.add(line, Sentence("壞", "bad"))

    assert (found.count, [each.line for each in found.listed]) == (5, [0, 1])


def test_a_table_without_a_patent_is_counted_as_none() -> None:
    made = counted("id,office\n,TW\n")

    assert (made.coverage["patents"], made.tables["patents"].height, made.problems.count) == (0, 0, 1)


PATENT = st.tuples(
    st.integers(1, 4),
    st.sampled_from(["", "TW", "US", "TW;;JP"]),
    st.sampled_from(["", "H01L 1/00", "G06F 9/50;;H01L 2/00"]),
)


Cell = tuple[str | None, str | None]


def slowly(made: list[tuple[int, str, str]]) -> dict[Cell, list[Fraction]]:
    """The shares of patents in each pair of a country and a class, one patent after the other."""
    cells = defaultdict[Cell, list[Fraction]](list)
    for number in {each[0] for each in made}:
        own = [each for each in made if each[0] == number]
        lands: set[str | None] = {land for _, each, _ in own for land in each.split(";;") if land}
        kinds: set[str | None] = {kind[:4] for _, _, each in own for kind in each.split(";;") if kind}
        pairs = [(land, kind) for land in lands or {None} for kind in kinds or {None}]
        for pair in pairs:
            cells[pair].append(Fraction(1, len(pairs)))
    return cells


@settings(max_examples=12, deadline=None)
@given(made=st.lists(PATENT, min_size=1, max_size=12))
def test_shares_are_those_a_slow_script_finds(made: list[tuple[int, str, str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("id", "office", "country", "class"), *((n, "TW", c, k) for n, c, k in made)])

    table = counted(text.getvalue()).tables["patents"]

    expected = slowly(made)
    assert {(land, kind): many for _, land, kind, _, many, _ in table.rows()} == {
        cell: len(shares) for cell, shares in expected.items()
    }
    for _, land, kind, _, _, share in table.rows():
        assert share == pytest.approx(float(sum(expected[land, kind])), abs=1e-8)
