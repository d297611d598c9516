"""Agencies under the names they bore on a day."""

from datetime import date

import pytest

from coretech.kit.agencies import (
    AgencyName,
    NoSuchAgency,
    bundled_names,
    bundled_short_names,
    bundled_successions,
    name_on,
    successors,
)
from coretech.kit.sentence import Sentence


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("nstc", date(2014, 3, 2), "行政院國家科學委員會"),
        ("nstc", date(2022, 7, 26), "科技部"),
        ("nstc", date(2022, 7, 27), "國家科學及技術委員會"),
        ("moa", date(2023, 7, 31), "行政院農業委員會"),
        ("moa", date(2023, 8, 1), "農業部"),
        ("moda", date(2022, 8, 27), "數位發展部"),
        ("nusc", date(2023, 9, 27), "核能安全委員會"),
        ("ey", date(1950, 1, 1), "行政院"),
    ],
)
def test_an_agency_is_called_by_the_name_of_the_day(code: str, day: date, name: str) -> None:
    assert name_on(code, day).zh == name


@pytest.mark.parametrize(
    ("code", "day"), [("moda", date(2022, 8, 26)), ("dcs", date(2022, 8, 27)), ("x", date(2025, 1, 1))]
)
def test_an_agency_that_was_not_there_has_no_name(code: str, day: date) -> None:
    with pytest.raises(NoSuchAgency) as refused:
        name_on(code, day)
    assert code in refused.value.sentence.zh


def test_names_may_be_given_instead_of_the_bundled_ones() -> None:
    names = [AgencyName("a", Sentence("甲", "A"), None, None)]
    assert name_on("a", date(2025, 1, 1), names).en == "A"


def test_the_cyber_security_department_handed_its_duties_to_the_digital_ministry() -> None:
    assert successors("dcs", date(2022, 8, 26)) == ()
    assert [each.to_code for each in successors("dcs", date(2022, 8, 27))] == ["moda"]


def test_no_agency_bears_two_names_on_one_day() -> None:
    names = bundled_names()
    for one in names:
        for other in names:
            if one is not other and one.code == other.code:
                first, second = sorted((one, other), key=lambda each: each.valid_from or date.min)
                assert first.valid_until is not None
                assert second.valid_from is not None
                assert first.valid_until < second.valid_from


def test_successions_join_agencies_that_are_known() -> None:
    codes = {each.code for each in bundled_names()}
    for each in bundled_successions():
        assert {each.from_code, each.to_code} <= codes
        assert name_on(each.to_code, each.on).zh


def test_a_short_name_is_of_an_agency_that_bore_the_full_one_and_tells_its_source() -> None:
    borne = {(each.code, each.name.zh) for each in bundled_names()}
    short = bundled_short_names()

    assert len({each.name for each in short}) == len(short)
    assert all((each.code, each.full) in borne for each in short if each.code)
    assert all(each.full and each.source for each in short)
