"""Which columns of a table hold its texts: those named, or those whose headings say so."""

from dataclasses import dataclass

from coretech.readers.portfolios.columns import guess
from coretech.readers.texts.records import Table
from coretech.readers.texts.texts import ID, TEXT, Texts, has_columns


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns named, else ``id`` and ``text``; ``guessed`` looks for the headings of a portfolio before that."""

    id: str | None = None
    texts: tuple[str, ...] | None = None
    guessed: bool = False

    def of(self, table: Table) -> Texts:
        """The texts of a table.

        Raises:
            Refused: (HTTP 422) where there is no such column.
        """
        if not self.guessed:
            return Texts(table, self.id, self.texts)
        likely = guess(table.columns)
        found = [likely[name] for name in ("title", "abstract") if name in likely]
        plain = [TEXT] if has_columns(table, [TEXT]) else None
        return Texts(table, self.id or likely.get("id", ID), self.texts or plain or found)


def columns_in(written: str | None) -> tuple[str, ...] | None:
    """The columns named in ``A,B``; none where nothing is written."""
    return tuple(name.strip() for name in written.split(",") if name.strip()) if written else None
