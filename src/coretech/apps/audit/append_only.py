"""The triggers that make a table append-only: the database refuses too."""

import pgtrigger


def append_only() -> list[pgtrigger.Trigger]:
    """Triggers that refuse every update and delete of the table's rows, and emptying it at once."""
    operation = pgtrigger.Update | pgtrigger.Delete
    return [pgtrigger.Protect(name="append_only", operation=operation), never_emptied()]


def never_emptied() -> pgtrigger.Trigger:
    """A trigger that refuses to empty the table at once."""
    return pgtrigger.Trigger(
        name="never_emptied",
        operation=pgtrigger.Truncate,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
    )
