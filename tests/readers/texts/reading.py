"""Texts read from bytes, as the tests look at them."""

import io
from collections.abc import Sequence

from coretech.readers.texts.opening import open_table
from coretech.readers.texts.records import Fault
from coretech.readers.texts.texts import Text, Texts


def read(
    raw: bytes, id_column: str | None = None, text_columns: Sequence[str] | None = None
) -> tuple[list[Text], list[Fault]]:
    """The good texts of a file, and the rows left out."""
    rows = list(Texts(open_table(io.BytesIO(raw)), id_column, text_columns))
    return [row for row in rows if isinstance(row, Text)], [row for row in rows if isinstance(row, Fault)]
