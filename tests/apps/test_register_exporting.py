"""The files tell what the register's own queries tell, on any day and as known on any day."""

import datetime as dt

import pytest
from pytest_django import Settings

from coretech.apps.people.models import Agency
from coretech.apps.register.exporting import changes_between, description, history_file, item_file, list_file
from coretech.apps.register.matched import answered_by
from coretech.apps.register.models import RegisterItem, ScopeNote
from coretech.apps.register.queries import first_valid_from, in_force
from coretech.kit.refusal import Refused
from coretech.readers.register_files.days import list_on
from coretech.readers.register_files.delta import apply
from coretech.readers.register_files.formats import Format, read, write
from coretech.readers.register_files.records import Match, Note, Relation
from tests.factories import open_data_factories as open_data
from tests.factories.open_data_factories import ANNOUNCED

pytestmark = pytest.mark.usefixtures("stage")

TODAY = dt.date(2025, 12, 1)
DAYS = [dt.date(2023, 12, 4), dt.date(2023, 12, 5), dt.date(2025, 8, 31), ANNOUNCED, TODAY]


@pytest.fixture
def changed(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    """A renaming, and a correction of it a month later."""
    open_data.announced_renaming()
    open_data.corrected()


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("known_at", [None, DAYS[0], DAYS[1], ANNOUNCED, TODAY])
def test_the_list_of_a_file_is_the_list_of_the_register(known_at: dt.date | None) -> None:
    for as_of in DAYS:
        told = [
            (each.no, each.version, each.name_zh, each.in_force_since, each.authority_zh)
            for each in list_file(as_of, known_at).entries
        ]
        assert told == [
            (
                row.item.number,
                row.version,
                row.name_zh,
                first_valid_from(row),
                row.authority.name_on(as_of).zh,
            )
            for row in in_force(as_of, known_at)
        ]


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("form", Format)
def test_the_history_read_back_tells_the_list_of_every_day(form: Format) -> None:
    entries = read(write(history_file(), form), form).entries

    for as_of in DAYS:
        for known_at in (None, *DAYS):
            told = [each.ref for each in list_on(entries, as_of, known_at)]
            assert told == [(row.item.number, row.version) for row in in_force(as_of, known_at)]


@pytest.mark.usefixtures("changed")
def test_a_version_says_how_long_it_stood_and_what_it_corrects() -> None:
    first, renamed, correction = item_file(12).entries

    assert (first.valid_until, renamed.valid_until, correction.valid_until) == (
        ANNOUNCED - dt.timedelta(days=1),
        None,
        None,
    )
    assert (correction.corrects, correction.corrected_because, correction.change) == (
        2,
        "a slip of the pen",
        "renamed",
    )
    assert (renamed.document_number, renamed.case[:5]) == ("示範字第1號", "2025-")


@pytest.mark.usefixtures("changed")
def test_changes_lead_from_each_day_to_each_other() -> None:
    for first in DAYS:
        for last in DAYS:
            told = changes_between(first, last)
            assert apply(list_file(first).entries, told.changes) == list_file(last).entries


def test_before_the_first_list_the_file_is_empty_and_says_so() -> None:
    file = list_file(dt.date(2023, 12, 4))

    assert file.entries == ()
    assert file.about is not None
    assert file.about.remark is not None
    assert file.about.remark.en == "No list had been announced by 2023-12-04."
    assert list_file(TODAY).about.remark is None  # type: ignore[union-attr]  # a file of ours says what it is about


def test_the_newest_note_of_a_topic_is_told_and_one_that_was_withdrawn_is_not() -> None:
    item = RegisterItem.objects.get(number=12)
    agency = Agency.objects.get(code="nstc")
    for hour, topic, zh in (
        (1, "軟體", "舊"),
        (2, "軟體", "含\r\n韌體\x07"),
        (3, "材料", "含"),
        (4, "材料", ""),
    ):
        at = dt.datetime(2025, 6, 2, hour, tzinfo=dt.UTC)
        ScopeNote.objects.create(item=item, topic=topic, zh=zh, en=zh, authority=agency, noted_at=at)

    (entry,) = item_file(12).entries

    assert entry.notes == (Note("軟體", "含\n韌體\ufffd", "含\n韌體\ufffd"),)
    assert item_file(11).entries[0].notes == ()
    assert list_file(TODAY, dt.date(2025, 6, 1)).entries[11].notes == ()


def test_relations_are_told_where_somebody_has_judged_them() -> None:
    match = Match(Relation.CLOSE, "https://lists.example/eu#7")
    answered_by(lambda: {12: [match]})
    try:
        assert item_file(12).entries[0].matches == (match,)
    finally:
        answered_by(dict)
    assert item_file(12).entries[0].matches == ()


def test_what_there_is_not_is_not_found() -> None:
    for number, version in ((99, None), (12, 7)):
        with pytest.raises(Refused) as refused:
            item_file(number, version)
        assert refused.value.status == 404


def test_addresses_begin_where_the_installation_says(settings: Settings) -> None:
    settings.CORETECH_ADDRESS = "https://register.example/"

    assert b"<https://register.example/register/12/>" in write(item_file(12), Format.TTL)
    assert b"https://register.example/register/export/ods" in description(TODAY)
