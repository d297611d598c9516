"""A file with the whole history tells the list of any day, as known on any day."""

import datetime as dt
from itertools import groupby

from hypothesis import given, settings

from coretech.kit.clock import TAIPEI
from coretech.readers.register_files.days import list_on
from coretech.readers.register_files.formats import Format, read, write
from coretech.readers.register_files.records import Entry, RegisterFile
from tests.readers.register_files.given import DAYS, histories, sample, standing_reference


@settings(max_examples=25)
@given(file=histories(), as_of=DAYS, known_at=DAYS)
def test_a_history_tells_every_day_as_the_definition_does(
    file: RegisterFile, as_of: dt.date, known_at: dt.date
) -> None:
    end = dt.datetime.combine(known_at, dt.time.max, TAIPEI)
    recorded = [each for each in file.entries if each.recorded_at <= end]

    told = [each.ref for each in list_on(file.entries, as_of, known_at)]

    slow = [standing_reference(list(item), as_of) for _, item in groupby(recorded, key=lambda each: each.no)]
    assert told == [each.ref for each in slow if each is not None]


def test_a_history_that_was_read_back_tells_a_day_before_a_correction_was_known() -> None:
    entries = read(write(sample(), Format.CSV), Format.CSV).entries
    day = dt.date(2025, 9, 1)

    assert _names(list_on(entries, day)) == ["衛星姿態控制及指向技術", "量子"]
    assert _names(list_on(entries, dt.date(2024, 1, 1))) == ["衛星姿態控制技術"]
    assert list_on(entries, day, dt.date(2023, 12, 5))[0].version == 1
    assert list_on(entries, dt.date(2023, 12, 4)) == ()


def test_the_list_of_a_day_tells_what_an_item_was_called_before() -> None:
    (item, _) = list_on(sample().entries, dt.date(2025, 9, 1))

    assert item.former_names_zh == ("衛星姿態控制技術",)
    assert (item.in_force_since, item.valid_until) == (dt.date(2023, 12, 5), None)


def _names(entries: tuple[Entry, ...]) -> list[str]:
    return [each.name_zh for each in entries]
