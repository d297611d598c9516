"""Rows packed into numbers, and topics looked up by place, against plain loops."""

from collections import Counter

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.indicators.members import TOPIC_MAP
from coretech.engines.indicators.packing import counted_rows, summed
from coretech.engines.indicators.topic_table import technologies_of

SCHEMA = pl.Schema({"technology": pl.Int16, "citations": pl.Int32, "works": pl.Int64})
LARGEST = np.iinfo(np.int32).max
Rows = list[tuple[int, int]]
ROWS: st.SearchStrategy[Rows] = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([-1, 0, 1, 7, LARGEST - 1, LARGEST])), max_size=12
)


@given(parts=st.lists(ROWS, max_size=3))
def test_rows_of_several_parts_are_counted_as_one_by_one(parts: list[Rows]) -> None:
    counted = [
        counted_rows(
            {
                "technology": np.array([row[0] for row in part], dtype=np.int16),
                "citations": np.array([row[1] for row in part], dtype=np.int32),
            }
        )
        for part in parts
    ]

    found = summed(counted, SCHEMA)

    each = Counter(row for part in parts for row in part)
    assert found.schema == SCHEMA
    assert {
        (technology, -1 if cited is None else cited): works for technology, cited, works in found.rows()
    } == each


def test_a_topic_is_told_from_another_of_the_same_place_and_may_belong_twice() -> None:
    far = 7 + 2**15
    table = pl.DataFrame([(7, 0), (7, 1), (far, 2), (9, 0)], TOPIC_MAP, orient="row")

    rows, technology = technologies_of(np.array([9, 8, far, 7, 10**9 - 1], dtype=np.int32), table)

    assert sorted(zip(rows.tolist(), technology.tolist(), strict=True)) == [(0, 0), (2, 2), (3, 0), (3, 1)]


def test_without_technologies_no_topic_belongs() -> None:
    rows, technology = technologies_of(np.array([7, 9], dtype=np.int32), pl.DataFrame(schema=TOPIC_MAP))

    assert len(rows) == len(technology) == 0
