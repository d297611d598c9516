"""Keys of rows before they are written: what hangs on a row that is never changed is written before it."""

from django.db import connection

_NEXT = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"


def next_keys(table: str, many: int) -> list[int]:
    """The next keys of a table."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [table, many])
        return [key for (key,) in cursor.fetchall()]
