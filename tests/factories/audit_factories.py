"""Changing the database behind the system's back, and what an audit makes of it."""

import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from coretech.apps.audit.blocks import complete_block
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.audit.record import leaf_of, record
from coretech.engines.ledger.leaf import SALT_BYTES, commitment, leaf_hash
from coretech.engines.ledger.ranges import BLOCK
from tests import factories

MOMENT = dt.datetime(2025, 6, 2, 2, 0, 0, 5, tzinfo=dt.UTC)

INTEGERS = {"int2": 14, "int4": 30, "int8": 50}
"""The bits that are flipped in whole numbers of these types."""


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside did not happen afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def unguard(*tables: str) -> None:
    """Let no trigger of ours see what is done to these tables, until the test is over."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or a table counts as in use
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def behind(sql: str, values: Sequence[str | int | bytes] = ()) -> int:
    """Run a statement; says how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return int(cursor.rowcount)


def named() -> list[str]:
    """The faults that an audit names."""
    return [str(fault) for fault in audit().broken]


def type_of(table: str, column: str) -> str:
    """A column's type, as PostgreSQL calls it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT udt_name FROM information_schema.columns WHERE table_name = %s AND column_name = %s",
            [table, column],
        )
        return str(cursor.fetchone()[0])


def flip(table: str, key: tuple[str, int], column: str, bit: int) -> None:
    """Change one value of one row by a bit, or by as little as its type allows."""
    name, number = key
    changed = _flipped(type_of(table, column), f'"{column}"', bit)
    assert behind(f'UPDATE "{table}" SET "{column}" = {changed} WHERE "{name}" = %s', [number]) == 1  # noqa: S608 - names of our own tables


def _flipped(kind: str, column: str, bit: int) -> str:
    if kind in INTEGERS:
        return f"coalesce({column} # (1::{kind} << {bit % INTEGERS[kind]}), 1)"
    return {
        "bool": f"NOT coalesce({column}, false)",
        "bytea": _bytes(column, bit),
        "float8": f"coalesce({column} + {1 + bit}, 1)",
        "numeric": f"coalesce({column} + {1 + bit}, 1)",
        "date": f"coalesce({column} + (1 << {bit % 10}), 'infinity'::date)",
        "timestamptz": f"coalesce({column} + interval '1 microsecond' * {1 << bit % 40}, 'infinity'::timestamptz)",
        "jsonb": f"coalesce(jsonb_build_object('was', {column}, 'bit', {bit}), '{bit}')",
        "varchar": _text(column, bit),
        "text": _text(column, bit),
    }[kind]


def _bytes(column: str, bit: int) -> str:
    place = f"mod({bit}, 8 * length({column}))"
    turned = f"set_bit({column}, {place}, 1 - get_bit({column}, {place}))"
    return f"CASE WHEN length({column}) > 0 THEN {turned} ELSE '\\x00' END"


def _text(column: str, bit: int) -> str:
    """The text with its first letter changed; an empty one gets a letter."""
    one, other = (chr(65 + (bit + more) % 26) for more in (0, 1))
    letter = f"CASE left({column}, 1) WHEN '{one}' THEN '{other}' ELSE '{one}' END"
    return f"coalesce(overlay({column} placing {letter} from 1 for 1), '{one}')"


def write_acts(many: int) -> list[Act]:
    """So many acts more on the log."""
    by = factories.acting("public")
    return [
        record(by, "test.noted", f"note/{number}", public={"number": number, "said": "記下"}, why="因為")
        for number in range(many)
    ]


def add_acts(many: int) -> None:
    """So many acts more, as `record` writes them, all at once."""
    first = (Act.objects.order_by("-seq").values_list("seq", flat=True).first() or 0) + 1
    Act.objects.bulk_create(_act(seq) for seq in range(first, first + many))
    for seq in range(first, first + many):
        if seq % BLOCK == 0:
            complete_block(Act.objects.get(seq=seq))


def _act(seq: int) -> Act:
    at, salt = MOMENT, secrets.token_bytes(SALT_BYTES)
    hidden = {"account": "", "account_id": None, "why": "因為"}
    public = {"number": seq, "said": "記下"}
    leaf = leaf_of(
        seq=seq, at=at, kind="test.noted", subject="note/1", public=public, committed=commitment(hidden, salt)
    )
    return Act(
        seq=seq,
        at=at,
        kind="test.noted",
        subject="note/1",
        public=public,
        confidential=hidden,
        salt=salt,
        leaf=leaf,
        leaf_hash=leaf_hash(leaf),
    )
