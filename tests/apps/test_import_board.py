"""Importing a board: what was exported changes nothing, what is lawful is taken over, and all of it or none."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.bodies.difference import Kind
from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.importing import Imported
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.operations.fill_vacancy import fill_vacancy
from coretech.apps.bodies.operations.import_board import foresee, import_board
from coretech.apps.bodies.operations.renew import Again, renew
from coretech.apps.bodies.operations.set_up_body import set_up_body
from coretech.apps.people.models import Person
from coretech.readers.seats.rows import SeatRow
from coretech.readers.seats.write import Format, write_board
from tests import factories
from tests.apps.refusing import refused
from tests.factories import bodies_factories as bodies

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
NEW = SeatRow(
    seat=26,
    category=4,
    name_zh="新委員",
    name_en="New member",
    start=dt.date(2025, 6, 2),
    end=dt.date(2027, 6, 1),
)


def board_with_a_past() -> list[SeatRow]:
    """The stage's council after somebody left, was followed, and a renewal was made."""
    by = factories.acting("office")
    left = bodies.left(20, DAY)
    fill_vacancy(by, left.pk, bodies.somebody(DAY + dt.timedelta(days=1)))
    bodies.left(3, DAY, "post")
    renew(by, bodies.held(22).pk, Again())
    bodies.new_seat(category=2, represents="sinica")
    return rows_of(bodies.council())


def seen(*rows: SeatRow) -> Imported:
    return foresee(factories.acting("office"), bodies.council().pk, write_board(rows, Format.CSV))


def taken(body: Body, *rows: SeatRow, form: Format = Format.CSV) -> Act:
    by, raw = factories.acting("office"), write_board(rows, form)
    return import_board(by, body.pk, raw, foresee(by, body.pk, raw).difference.digest)


@pytest.mark.parametrize("form", Format)
def test_what_is_exported_imports_unchanged(form: Format) -> None:
    rows, by = board_with_a_past(), factories.acting("office")

    imported = foresee(by, bodies.council().pk, write_board(rows, form))

    assert imported.findings == []
    assert imported.difference.changes == []
    assert imported.difference.unchanged == 27
    assert refused(lambda: taken(bodies.council(), *rows, form=form)).field == "file"


@pytest.mark.parametrize("form", Format)
def test_an_exported_board_builds_the_same_body_elsewhere(form: Format) -> None:
    rows = [replace(row, person=None) for row in board_with_a_past()]
    Body.objects.filter(kind="council").update(kind="former")
    body = Body.objects.get(pk=bodies.number_of(set_up_body(factories.acting("office"), "council").subject))
    signed = [
        replace(row, post_zh=row.post_zh or ("本職" if row.represents and row.start else "")) for row in rows
    ]
    convened = [replace(row, convenes_as="minister") if row.convener else row for row in signed]

    act = taken(body, *convened, form=form)

    assert [replace(row, person=None) for row in rows_of(body)] == convened
    assert act.public["counts"] == {"seat": 26, "appointment": 27, "ending": 0, "gone": 0, "unchanged": 0}
    assert len(act.public["sha256"]) == 64
    assert "委員" not in str(act.public)


def test_new_seats_appointments_and_endings_are_taken_over_in_one_act() -> None:
    rows = rows_of(bodies.council())
    left = replace(rows[19], left_on=DAY, left_why="resigned")
    before = Act.objects.count()

    act = taken(bodies.council(), *rows[:19], left, *rows[20:], NEW)

    assert act.public["counts"] == {"seat": 1, "appointment": 1, "ending": 1, "gone": 0, "unchanged": 24}
    assert Act.objects.count() == before + 1
    assert bodies.held(20).left_on == DAY
    assert bodies.held(26).person.name_zh == "新委員"


def test_what_the_file_leaves_out_is_told_and_kept() -> None:
    rows = rows_of(bodies.council())

    assert [row.seat for row in seen(*rows[:24]).difference.of(Kind.GONE)] == [25]
    taken(bodies.council(), *rows[:24], NEW)

    assert Appointment.objects.filter(seat__body=bodies.council()).count() == 26


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"end": dt.date(2027, 3, 1)}, "任期末日 end"),
        ({"name_zh": "別人"}, "姓名 name_zh"),
        ({"person": 1}, "人員編號 person"),
        ({"post_zh": "部長"}, "本職 post_zh"),
        ({"category": 5}, "類別 category"),
        ({"left_on": dt.date(2025, 6, 2)}, "離任日 left_on"),
    ],
)
def test_a_recorded_fact_is_not_changed_by_an_import(change: dict[str, Any], column: str) -> None:
    rows = rows_of(bodies.council())

    (finding,) = seen(*rows[:19], replace(rows[19], **change), *rows[20:]).findings

    assert (finding.line, finding.column) == (21, column)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"end": dt.date(2027, 6, 2)}, ""),
        ({"end": None}, "任期末日 end"),
        ({"start": None}, "任期首日 start"),
        ({"seat": 1}, "類別 category"),
        ({"category": None}, "類別 category"),
        ({"category": 1, "represents": "moe"}, "本職 post_zh"),
        ({"represents": "nowhere", "category": 1}, "代表機關 represents"),
        ({"person": 999999}, "人員編號 person"),
        ({"fills": dt.date(2025, 3, 3)}, "補任之缺 fills"),
        ({"left_on": DAY, "left_why": "bored"}, ""),
        ({"left_on": DAY, "left_why": "post"}, ""),
        ({"convenes_as": "minister"}, "以何職務召集 convenes_as"),
        ({"name_zh": ""}, "姓名 name_zh"),
    ],
)
def test_what_the_law_or_the_record_refuses_is_told_at_its_line(change: dict[str, Any], column: str) -> None:
    imported = seen(*rows_of(bodies.council()), replace(NEW, **change))

    assert (imported.findings[0].line, imported.findings[0].column) == (27, column)


def test_one_bad_row_keeps_the_whole_file_out() -> None:
    people, bad = Person.objects.count(), replace(NEW, seat=27, end=dt.date(2030, 1, 1))

    assert refused(lambda: taken(bodies.council(), NEW, bad)).field == "file"

    assert not Seat.objects.filter(number__in=(26, 27)).exists()
    assert Person.objects.count() == people


def test_a_number_of_somebody_else_is_refused() -> None:
    other = replace(NEW, person=bodies.held(20).person_id)

    assert seen(other).findings[0].column == "人員編號 person"


def test_the_same_row_twice_is_told() -> None:
    assert "兩次" in seen(NEW, NEW).findings[0].sentence.zh


def test_a_record_that_changed_since_must_be_looked_at_again() -> None:
    by, body = factories.acting("office"), bodies.council()
    raw = write_board([*rows_of(body), NEW], Format.ODS)
    digest = foresee(by, body.pk, raw).difference.digest
    bodies.new_seat()

    assert refused(lambda: import_board(by, body.pk, raw, digest)).status == 409


def test_only_who_appoints_imports() -> None:
    raw = write_board([NEW], Format.CSV)

    for username in ("member-01", "agency-nstc", "public"):
        by = factories.acting(username)
        assert refused(partial(foresee, by, bodies.council().pk, raw)).status == 403
        assert refused(partial(import_board, by, bodies.council().pk, raw, "")).status == 403
