"""Units, reporters and sources of imports in a row of a return."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from coretech.kit.sentence import Sentence
from coretech.readers.supplies import Origin, Reporting
from tests.readers.supplies.supply_files import COAL, EXPECTING, NAMES, OF_2025, as_csv, read, row


def test_another_unit_is_converted_and_the_one_the_file_had_is_kept() -> None:
    names = (*NAMES, "price", "origins")
    told = [*row(unit="公斤", imports="2000", stock="500"), "90", "澳洲:1500；印尼：500"]

    ((found,), errors) = read(as_csv(told, names=names), OF_2025)

    assert errors == []
    assert (found.imports, found.stock, found.converted_from) == (Decimal(2), Decimal("0.5"), "公斤")
    assert found.price == 90
    assert found.origins == (Origin("澳洲", Decimal("1.5")), Origin("印尼", Decimal("0.5")))


def test_without_a_way_to_convert_another_unit_is_refused_by_name() -> None:
    _, (error,) = read(as_csv(row(unit="公斤")))

    assert error.sentence == Sentence(
        "單位是「公斤」，這項物資以「公噸」申報，請換算後填寫。",
        "The unit is “公斤”; this commodity is reported in “公噸”. Convert the figures.",
    )


def test_two_reporters_of_a_commodity_each_have_their_own_return() -> None:
    start = dt.date(2020, 1, 1)
    reporters = tuple(Reporting(code, Sentence(code, code), start) for code in ("cpc", "fpcc"))
    expecting = replace(EXPECTING, commodities=(replace(COAL, reporters=reporters),))
    lines = [[*row(), who] for who in ("cpc", "FPCC", "", "somebody", "cpc")]

    rows, errors = read(as_csv(*lines, names=(*NAMES, "reporter")), expecting)

    assert [each.key.reporter for each in rows] == ["cpc", "fpcc"]
    assert [(error.line, error.column) for error in errors] == [
        (4, "reporter"),
        (5, "reporter"),
        (6, "period_start"),
    ]


@pytest.mark.parametrize(
    ("imports", "origins", "words"),
    [
        ("100", "美國:60；美國:40", "stands twice"),
        ("100", "美國60", "source: quantity"),
        ("100", "美國:60；巴西:41", "more than the imports"),
        ("", "美國:60", "tell the imports too"),
        ("100", "美國:-3", "negative"),
        ("100", "國" * 81 + ":1", "source: quantity"),
    ],
)
def test_sources_that_cannot_be_are_told(imports: str, origins: str, words: str) -> None:
    _, (error,) = read(as_csv([*row(imports=imports), origins], names=(*NAMES, "origins")))

    assert error.column == "origins"
    assert words in error.sentence.en
