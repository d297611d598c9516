"""The trigger that makes a table append-only: the database refuses too."""

import pgtrigger


def append_only() -> pgtrigger.Protect:
    """A trigger that refuses every update and delete of the table's rows."""
    return pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
