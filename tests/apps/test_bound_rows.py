"""Every append-only row is bound to the act that wrote it: any of its columns changed behind our back is named."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint, Model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.audit.gathering import COLUMN
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.audit.record import record
from coretech.apps.audit.rows import bindings, digests, marked, read_rows
from coretech.apps.audit.tables import Table, bound_tables, gathered_tables
from coretech.apps.meetings.models import Envelope
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.register.models import Announcement, ItemVersion, RegisterItem
from coretech.apps.technologies.models import Technology
from tests import factories
from tests.factories.audit_factories import behind, flip, named, type_of, undone, unguard
from tests.factories.votes_factories import open_item, username

ROOT = Path(__file__).resolve().parents[2] / "src" / "coretech"
TABLES = sorted(bound_tables())
KEY = 999_999
DIFFERS = "differs from what was written"
VALUES = {
    "bool": "true",
    "bytea": "'\\x00ff'",
    "date": "'2025-06-02'",
    "float8": "7.5",
    "int2": "777",
    "int4": "777",
    "int8": "777",
    "numeric": "7.50",
    "jsonb": '\'{"b": [1, "二"], "a": null}\'',
    "text": "'國家'",
    "timestamptz": "'2025-06-02 10:00:00.000005+08'",
    "varchar": "'x'",
}
EMPTY = f"'{hashlib.sha256().hexdigest()}'"
"""The digest over no rows at all, as a row that gathers none keeps it."""
RECOMPUTED = {"audit_act", "audit_block"}
"""Recomputed themselves, so bound to nothing."""
SIGNED = {"audit_checkpoint", "audit_cosignature", "audit_logkey"}
"""They hold signatures and the keys to them, which an audit verifies; they come from no act of their own."""


def model_of(table: str) -> type[Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)  # noqa: SLF001 - Django's own name for what a model says of itself


def written(table: Table) -> Act:
    """A row of the table, whatever it would refer to, with the act that wrote it."""
    columns = all_columns(table)
    values = [str(KEY) if name == table.key else _value(table, name) for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    for check in checks_of(table):
        behind(f'ALTER TABLE "{table.name}" DROP CONSTRAINT "{check}"')
    behind(f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join(values)})')  # noqa: S608 - names of our own models
    return record(factories.acting("office"), "test.written", "test/1", rows=[model_of(table.name)(pk=KEY)])


def checks_of(table: Table) -> list[str]:
    """What the table asks of a row besides what each column does; the row here means nothing."""
    constraints = model_of(table.name)._meta.constraints  # noqa: SLF001 - Django's own name for what a model says of itself
    return [each.name for each in constraints if isinstance(each, CheckConstraint)]


def _value(table: Table, column: str) -> str:
    return EMPTY if column == COLUMN else VALUES[type_of(table.name, column)]


def all_columns(table: Table) -> list[str]:
    return [str(field.column) for field in model_of(table.name)._meta.concrete_fields]  # noqa: SLF001 - Django's own name for what a model says of itself


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_every_bound_table_is_found_and_named_when_it_changes(name: str) -> None:
    table = bound_tables()[name]
    unguard(name)
    with undone():
        written(table)
        assert named() == []
        for column in table.columns:
            if column.name == table.key:
                continue
            for null in (False, True):
                with undone():
                    if null and not nulled(name, column.name):
                        continue
                    if not null:
                        flip(name, (table.key, KEY), column.name, bit=9)
                    assert named() == [f"{name}/{KEY}: {column.name} {DIFFERS}"]


def nulled(table: str, column: str) -> bool:
    """Set the value to null, where the column takes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT is_nullable = 'YES' FROM information_schema.columns WHERE table_name = %s AND column_name = %s",
            [table, column],
        )
        (takes,) = cursor.fetchone()
    return bool(takes) and behind(f'UPDATE "{table}" SET "{column}" = NULL WHERE id = {KEY}') > 0  # noqa: S608 - names of our own models


@pytest.mark.usefixtures("stage")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(1, 22), place=st.integers(0, 100), bit=st.integers(0, 10_000))
def test_any_bit_of_any_entry_of_the_register_is_found_and_named(number: int, place: int, bit: int) -> None:
    table = bound_tables()["register_itemversion"]
    column = [each.name for each in table.columns if each.name != table.key][place % (len(table.columns) - 1)]
    key = ItemVersion.objects.get(item__number=number, version=1).pk
    with undone():
        unguard(table.name)
        behind("ALTER TABLE register_itemversion DROP CONSTRAINT one_version_of_an_item")
        flip(table.name, (table.key, key), column, bit)
        assert named() == [f"{table.name}/{key}: {column} {DIFFERS}"]


@pytest.mark.usefixtures("stage")
def test_a_row_taken_out_is_missed_and_one_slipped_in_is_a_stranger() -> None:
    unguard("register_announcement", "register_registeritem", "register_itemversion")
    version = ItemVersion.objects.get(item__number=12)
    technology = Technology.objects.create(sector=version.sector, label_zh="甲", label_en="A")
    stranger = RegisterItem.objects.create(number=99, technology=technology)

    with undone():
        behind("DELETE FROM register_itemversion WHERE id = %s", [version.pk])
        assert f"register_itemversion/{version.pk}: missing" in named()
    assert named() == [f"register_registeritem/{stranger.pk}: written by no act"]


@pytest.mark.usefixtures("stage")
def test_a_row_that_changes_its_key_is_missed_and_a_stranger() -> None:
    unguard("register_announcement")
    key = Announcement.objects.get().pk
    with undone():
        behind("UPDATE register_announcement SET id = id + 70000")
        assert named() == [
            f"register_announcement/{key}: missing",
            f"register_announcement/{key + 70_000}: written by no act",
        ]


@pytest.mark.usefixtures("stage")
def test_what_an_act_keeps_of_its_rows_is_itself_committed_to() -> None:
    unguard("audit_act")
    opened = Act.objects.get(kind="register.opened")
    path = f"{{rows,register_announcement/{Announcement.objects.get().pk},sha256}}"
    behind(
        "UPDATE audit_act SET confidential = jsonb_set(confidential, %s, '\"00\"') WHERE seq = %s",
        [path, opened.seq],
    )

    assert named() == [f"act {opened.seq}: confidential or salt {DIFFERS}"]


@pytest.mark.usefixtures("stage")
def test_a_column_that_came_later_or_went_is_told_from_one_that_changed() -> None:
    table = bound_tables()["inventory_keeper"]
    place = f"{table.name}/{KEY}"
    unguard(table.name)
    with undone():
        written(table)
        (((_, said),),) = read_rows(table, [KEY])
        then = {name: value for name, value in said.items() if name != "since"}
        with undone():
            recorded_as_kept(place, then)
            assert named() == []
            flip(table.name, (table.key, KEY), "name", bit=3)
            assert set(named()) == {f"{place}: name {DIFFERS}"}
        recorded_as_kept(place, {**then, "gone": "value"})
        assert named() == [f"{place}: gone {DIFFERS}"]


def recorded_as_kept(place: str, said: dict[str, object]) -> None:
    """An act that keeps a row with these columns, as it would have been when the table had no others."""
    kept = {place: {"sha256": digests([said])[0], "columns": marked(said)}}
    record(factories.acting("office"), "test.written", "test/1", confidential={"rows": kept})


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(
    "kept",
    [{"nowhere/1": {}}, {"audit_act/1": {}}, {"register_scan/x": {}}, {"": {}}, {"register_scan/5": 3}],
)
def test_an_act_that_keeps_what_cannot_be_is_no_sound_act(kept: dict[str, object]) -> None:
    record(factories.acting("office"), "test.written", "test/1", confidential={"rows": kept})

    assert named() == [f"{place}: missing" for place in kept]


@pytest.mark.usefixtures("stage")
def test_only_rows_that_were_written_to_append_only_tables_are_bound() -> None:
    with pytest.raises(ValueError, match="register_registeritem: 1 rows were not written"):
        bindings([RegisterItem(pk=KEY)])
    with pytest.raises(ValueError, match="meetings_envelope is not append-only"):
        bindings([Envelope()])


@pytest.mark.usefixtures("stage")
def test_the_rows_of_a_secret_vote_lead_from_the_log_to_the_roll_and_no_further() -> None:
    item, members = open_item("secret")
    before = Act.objects.latest("seq").seq
    for seat, choice in zip(members, ("for", "against", "abstain"), strict=False):
        cast_secret_vote(factories.acting(username(seat)), item.pk, choice)

    acts = list(Act.objects.filter(seq__gt=before))
    kept = [act.confidential["rows"] for act in acts]
    envelopes = {str(envelope.pk) for envelope in Envelope.objects.all()}

    assert {place.split("/")[0] for rows in kept for place in rows} == {"meetings_rollentry"}
    assert "meetings_envelope" not in bound_tables()
    assert not [name for name in envelopes if name in str(kept)]
    assert {column.name for column in bound_tables()["meetings_rollentry"].columns} == {
        *("id", "item_id", "round", "appointment_id")
    }
    assert audit().broken == ()


def test_every_append_only_table_is_bound_or_says_why_not() -> None:
    append_only = {
        model._meta.db_table  # noqa: SLF001 - Django's own name for what a model says of itself
        for model in apps.get_models()
        if any("DELETE" in str(each.operation) for each in getattr(model._meta, "triggers", ()))  # noqa: SLF001 - the same
    }

    gathered = {each.table.name for each in gathered_tables()}

    assert append_only == {*TABLES, *gathered, *RECOMPUTED, *SIGNED}
    assert len(TABLES) >= 31


def test_of_a_part_of_the_dossier_all_is_bound_but_its_level_which_may_change() -> None:
    table = bound_tables()["cases_part"]

    assert set(all_columns(table)) - {column.name for column in table.columns} == {"level"}
    for other in bound_tables().values():
        if other.name != "cases_part":
            assert {column.name for column in other.columns} == set(all_columns(other))


@pytest.mark.usefixtures("stage")
def test_every_bound_column_has_a_type_whose_values_are_told_exactly() -> None:
    types = {
        type_of(table.name, column.name) for table in bound_tables().values() for column in table.columns
    }

    assert types <= set(VALUES)


def creates(tree: ast.AST, models: frozenset[str]) -> Iterator[str]:
    """The append-only models that code writes rows of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {
            "create",
            "bulk_create",
            "get_or_create",
            "update_or_create",
        }:
            owner = ast.unparse(node.value)
            yield from (name for name in models if owner == f"{name}.objects")


def test_an_operation_that_writes_append_only_rows_binds_them() -> None:
    models = frozenset(model_of(name).__name__ for name in TABLES)
    forgotten = []
    for path in sorted(ROOT.glob("apps/*/operations/*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "record"
        ]
        bound = any(keyword.arg == "rows" for call in calls for keyword in call.keywords)
        if set(creates(tree, models)) and not bound:
            forgotten.append(path.name)
    assert forgotten == []
