"""Which tables the log answers for: those whose rows the database lets nobody change or delete."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from django.apps import apps
from django.db.models import (
    BigIntegerField,
    BinaryField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    Model,
    TextField,
)

_UNBOUND = frozenset({"audit_act", "audit_block", "audit_checkpoint", "audit_cosignature", "audit_logkey"})
"""The log's own tables are not bound: they are recomputed (acts, blocks) or hold signatures (heads, keys)."""


class Form(Enum):
    """How a column's values are told in a row's digest."""

    PLAIN = "plain"
    MOMENT = "moment"
    DAY = "day"
    BYTES = "bytes"
    WRITTEN = "written"
    """As PostgreSQL writes it: JSON, and whatever JSON has no form for."""


_PLAIN = (BigIntegerField, BooleanField, CharField, FloatField, ForeignKey, IntegerField, TextField)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the database, and how its values are told."""

    name: str
    form: Form


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows the log binds: its key, and the columns of a row that never change, by name."""

    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def heavy(self) -> bool:
        """Whether a row may hold a whole file."""
        return any(column.form is Form.BYTES for column in self.columns)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A table whose rows are bound by a digest over all of them in the row they hang on, which an act binds in turn."""

    table: Table
    by: Table
    column: str
    """The column that names the row they hang on."""


@cache
def bound_tables() -> dict[str, Table]:
    """Every table of the program whose rows acts bind one by one, by its name in the database."""
    found = (_table(model) for model in _kept() if not _gathered_by(model))
    return {table.name: table for table in found}


@cache
def gathered_tables() -> tuple[Gathered, ...]:
    """Every table whose model says ``gathered_by``: too many rows to be named in an act, by their names."""
    found = [_hung(model, link) for model in _kept() if (link := _link(model)) is not None]
    return tuple(sorted(found, key=lambda each: each.table.name))


def _hung(model: type[Model], link: "ForeignKey[Model, Model]") -> Gathered:
    by: type[Model] = link.remote_field.model
    return Gathered(_table(model), _table(by), str(link.column))


def _link(model: type[Model]) -> "ForeignKey[Model, Model] | None":
    """The reference that ``gathered_by`` names."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's own name for what a model says of itself
    name = _gathered_by(model)
    return next((each for each in fields if isinstance(each, ForeignKey) and each.name == name), None)


def _kept() -> Iterator[type[Model]]:
    """The models whose rows the log answers for, one way or the other."""
    for model in apps.get_models():
        if model._meta.db_table not in _UNBOUND and _never_deleted(model):  # noqa: SLF001 - Django's own name for what a model says of itself
            yield model


def _gathered_by(model: type[Model]) -> str:
    return str(getattr(model, "gathered_by", ""))


def _table(model: type[Model]) -> Table:
    meta = model._meta  # noqa: SLF001 - Django's own name for what a model says of itself
    free = set(_may_change(model))
    columns = [
        Column(str(field.column), _form(field)) for field in meta.concrete_fields if field.name not in free
    ]
    return Table(meta.db_table, str(meta.pk.column), tuple(sorted(columns, key=lambda each: each.name)))


def _never_deleted(model: type[Model]) -> bool:
    return any("DELETE" in operation for operation, _ in _refusals(model))


def _may_change(model: type[Model]) -> Iterator[str]:
    """The fields that the table's trigger leaves out when it refuses an update."""
    for operation, condition in _refusals(model):
        if "UPDATE" in operation:
            yield from getattr(condition, "exclude", None) or ()


def _refusals(model: type[Model]) -> Iterator[tuple[str, object]]:
    """What the table's triggers refuse, and on which condition."""
    for trigger in getattr(model._meta, "triggers", ()):  # noqa: SLF001 - where pgtrigger keeps them
        yield str(trigger.operation), trigger.condition


def _form(field: "Field[object, object]") -> Form:
    if isinstance(field, DateTimeField):
        return Form.MOMENT
    if isinstance(field, DateField):
        return Form.DAY
    if isinstance(field, BinaryField):
        return Form.BYTES
    return Form.PLAIN if isinstance(field, _PLAIN) else Form.WRITTEN
