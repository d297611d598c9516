"""Which kind a plan's target seems to be; on our own texts, and on the figures of the bundled programme."""

import json
from collections import Counter
from importlib import resources

import pytest

from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.proposing import Cell, Figure, cells_of, proposed_kind

ONE, MANY = Figure(3, "件"), Figure(3, "件", upper=5)


@pytest.mark.parametrize(
    ("text", "figures", "kind"),
    [
        ("累計輔導 3 件", (ONE,), Kind.CUMULATIVE),
        ("輔導 3 件", (Figure(3, "件", cumulative=True),), Kind.CUMULATIVE),
        ("每年輔導 3 件", (ONE,), Kind.RECURRING),
        ("每年累計達 3 件", (ONE,), Kind.CUMULATIVE),
        ("存量達 11 天", (Figure(11, "天"),), Kind.LEVEL),
        ("定期查核，存量達到 11 天", (Figure(11, "件"),), Kind.LEVEL),
        ("效率提升至 24", (Figure(24, "分"),), Kind.LEVEL),
        ("達成協議 3 件", (ONE,), Kind.ANNUAL),
        ("自給率", (Figure(24, "分"),), Kind.LEVEL),
        ("輔導 3 至 5 件", (MANY,), Kind.RANGE),
        ("輔導 3 至 5 件、3 件", (MANY, ONE), Kind.ANNUAL),
        ("輔導 3 件", (ONE,), Kind.ANNUAL),
        ("完成平臺建置", (), Kind.MILESTONE),
        ("每年累計推廣", (), Kind.QUALITATIVE),
        ("", (), Kind.QUALITATIVE),
    ],
)
def test_the_words_and_figures_propose(text: str, figures: tuple[Figure, ...], kind: Kind) -> None:
    found, reason = proposed_kind(text, [Cell(110, "", figures)])
    assert found is kind
    assert kind.said.zh in reason.zh
    assert kind.value in reason.en


def test_the_words_of_a_cell_count_too() -> None:
    assert proposed_kind("", [Cell(110, "累計 3 件", (ONE,))])[0] is Kind.CUMULATIVE


def test_stored_cells_are_read_as_they_are_kept() -> None:
    ranged: dict[str, object] = {"value": 1, "unit": "家", "cumulative": True, "upper": 2}
    metrics = [ranged, {"value": 4.5, "unit": "億元"}]
    stored: list[dict[str, object]] = [
        {"year": "110", "text": None, "metrics": metrics},
        {"year": 111, "text": "完成", "metrics": None},
    ]
    assert cells_of(stored) == (
        Cell(110, "", (Figure(1, "家", cumulative=True, upper=2), Figure(4.5, "億元"))),
        Cell(111, "完成", ()),
    )


def test_the_bundled_programme_has_figures_of_these_kinds() -> None:
    bundled = resources.files("coretech.data").joinpath("plans", "six_core_programme.json")
    rows = json.loads(bundled.read_text(encoding="utf-8"))["plan"]["targets"]
    cells = [
        cells_of([{"year": year, "metrics": metrics} for year, metrics in row["metrics"].items()])
        for row in rows
    ]
    found = Counter(proposed_kind(row["text"], each)[0] for row, each in zip(rows, cells, strict=True))

    # the bundle keeps figures and no sentences, so that words of completion or of every year are not seen
    assert found.total() == 140
    assert found == {
        Kind.ANNUAL: 58,
        Kind.QUALITATIVE: 42,
        Kind.CUMULATIVE: 35,
        Kind.RANGE: 3,
        Kind.LEVEL: 2,
    }
