"""The tables of a snapshot, as this engine reads them: a folder each, a Parquet file a part."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TABLES = ("works", "texts", "topics", "authorships", "institutions")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where the tables lie, and their parts in order.

    ``works(work, id, year, citations, top10, counted, language, …)``: works are numbered in one row over all parts;
    ``counted`` is false for what another row supersedes. ``texts(work, title, doi, keywords, abstract)``.
    ``topics(work, topic)``. ``authorships(work, author, institution, country)``, ordered by work and country, the
    country as kit's number. ``institutions(institution, name, country)``, the country in letters.
    """

    folder: Path
    parts: Sequence[str]

    def part(self, table: str, part: str) -> Path:
        """The file of one part of a table."""
        return self.folder / table / f"{part}.parquet"

    def all(self, table: str) -> list[Path]:
        """The files of a table."""
        return [self.part(table, part) for part in self.parts]
