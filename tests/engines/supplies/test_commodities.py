"""The bundled commodities and standards: whole, of known agencies, and each with its line."""

from decimal import Decimal

from coretech.engines.progress.units import converted
from coretech.engines.supplies.commodities import Category, bundled_commodities, bundled_standards
from coretech.engines.supplies.periods import Frequency
from coretech.kit.agencies import bundled_names


def test_nine_supplies_and_the_fifteen_industrial_goods_are_there_once() -> None:
    slugs = [each.slug for each in bundled_commodities()]
    industrial = [each for each in bundled_commodities() if each.category is Category.INDUSTRIAL]

    assert len(set(slugs)) == len(slugs) == 9 + 15
    assert len(industrial) == 15
    assert {each.frequency for each in industrial} == {Frequency.YEARLY}


def test_each_is_reported_to_an_agency_that_is_known_and_tells_its_line() -> None:
    codes = {each.code for each in bundled_names()}

    for each in bundled_commodities():
        assert each.authority in codes
        assert 1775 <= each.origin.line <= 2600


def test_every_standard_is_of_a_commodity_and_none_begins_before_the_one_before_it_ends() -> None:
    slugs = {each.slug for each in bundled_commodities()}

    for slug, standards in bundled_standards().items():
        assert slug in slugs
        ends = [each.standard.end for each in standards[:-1]]
        starts = [each.standard.start for each in standards[1:]]
        assert all(end is not None and end < start for end, start in zip(ends, starts, strict=True))


def test_petroleum_needs_90_days_and_coal_30() -> None:
    days = {slug: [int(each.standard.days) for each in held] for slug, held in bundled_standards().items()}

    assert (days["petroleum"], days["coal"], days["natural-gas"]) == ([90], [30], [7, 8, 11])


def test_ten_thousand_of_each_unit_are_ten_thousand_times_as_many() -> None:
    for unit in {each.unit for each in bundled_commodities()}:
        assert converted(Decimal(1), f"萬{unit}", unit) == 10_000
