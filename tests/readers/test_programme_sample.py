"""The programme as published, beside what a careful reader took from two of its six industries."""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from coretech.readers.plans.finding import Kind
from coretech.readers.programme.reader import read_programme
from coretech.readers.programme.records import Programme

BESIDE = Path(__file__).resolve().parents[3] / "shared"
SOURCE = BESIDE / "sources" / "six-core-programme.txt"
SAMPLE = BESIDE / "gold" / "six-core-sample.json"
KEYS = {
    "industries": ("name",),
    "measures": ("code",),
    "work_items": ("measure", "work_no", "line"),
    "targets": ("code", "line"),
    "budget": ("industry", "year"),
}
Row = dict[str, object]

pytestmark = pytest.mark.skipif(
    not SOURCE.is_file() and os.environ.get("CI") != "true",
    reason="the published documents are not beside us",
)


@cache
def programme() -> Programme:
    return read_programme(SOURCE.read_text(encoding="utf-8"))


def by_key(rows: list[Row], names: tuple[str, ...]) -> dict[tuple[object, ...], Row]:
    return {tuple(row[name] for name in names): row for row in rows}


def without_ends(value: object) -> object:
    """A value without the upper ends of ranges, which the sample leaves out in places."""
    if isinstance(value, dict):
        return {name: without_ends(each) for name, each in value.items() if name != "upper"}
    return [without_ends(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KEYS)
def test_every_field_of_the_sample_is_read(kind: str) -> None:
    sample = by_key(json.loads(SAMPLE.read_text(encoding="utf-8"))[kind], KEYS[kind])
    read = by_key(json.loads(json.dumps(programme().as_json()))[kind], KEYS[kind])

    assert sample.keys() <= read.keys()
    for key, row in sample.items():
        for name in row.keys() - {"confidence"}:
            assert without_ends(read[key][name]) == without_ends(row[name]), (key, name)


def test_the_whole_document_is_counted() -> None:
    read = programme()

    assert len([each for each in read.measures if each.schedule]) == 42
    assert len(read.measures) == 45
    assert len(read.work_items) == 605
    assert len(read.targets) == 140
    assert sum(each.amount for each in read.budget) == pytest.approx(1131.86)
    assert (read.start, read.end) == (110, 113)


def test_no_line_is_read_twice_as_the_same_row() -> None:
    rows = [(each.measure, each.work_no, each.line) for each in programme().work_items]

    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("kind", "lines", "said"),
    [
        (Kind.CONTRADICTION, (344, 1487), "38 項"),
        (Kind.CONTRADICTION, (675, 1577), "340 萬美元"),
        (Kind.CONTRADICTION, (1724,), "20 家"),
        (Kind.CODE, (318,), "1.2 印在第 2 項之下"),
        (Kind.CODE, (1424, 1425, 1426), "沒有具體作法 1.2"),
        (Kind.DUPLICATE, (1675, 1678), "6.2.2 重複"),
        (Kind.DUPLICATE, (942, 943, 944, 945), "2.1.1、2.1.2 重複"),
        (Kind.CHAPTER, (1721,), "6.8"),
        (Kind.LOST, (293,), "1.3.1、1.3.2 沒有起訖時程"),
        (Kind.TEXT, (1517, 1520), "2.2.1 的結尾"),
    ],
)
def test_what_a_controller_would_send_back_is_found(kind: Kind, lines: tuple[int, ...], said: str) -> None:
    assert [
        each
        for each in programme().findings
        if (each.kind, each.lines) == (kind, lines) and said in each.said.zh
    ]


def test_the_findings_are_a_few_dozen_and_each_matter_is_said_once() -> None:
    said = [each.said.zh for each in programme().findings]

    assert 30 < len(said) < 80
    assert len(set(said)) == len(said)
    assert all(each.lines == tuple(sorted(each.lines)) for each in programme().findings)


def test_a_hundred_lost_rows_do_not_pass_in_silence() -> None:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")

    read = read_programme("\n".join(lines[:700] + lines[1000:]))

    assert len(read.work_items) < 605
    assert len(read.findings) > len(programme().findings)
