"""In which format a file's works are written, told by its name and its first line, and the works one by one."""

import csv
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from coretech.readers.works.careful import Json, in_shape
from coretech.readers.works.references import works_in_bibtex, works_in_csv, works_in_ris


class Format(StrEnum):
    """The formats that are read."""

    OPENALEX = "openalex"
    PARQUET = "parquet"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSV = "csv"


_BY_SUFFIX = {".parquet": Format.PARQUET, ".bib": Format.BIBTEX, ".ris": Format.RIS, ".csv": Format.CSV}
_READERS: dict[Format, Callable[[Path], Iterator[tuple[int, Json]]]] = {
    Format.BIBTEX: works_in_bibtex,
    Format.RIS: works_in_ris,
    Format.CSV: works_in_csv,
}


def format_of(path: Path) -> Format:
    """The format by the file's name; OpenAlex's lines of JSON where the name does not say."""
    return _BY_SUFFIX.get(path.suffix.lower(), Format.OPENALEX)


def works_of(path: Path, kind: Format) -> Iterator[tuple[int, Json, list[str]]]:
    """Each work with its number in the file, in OpenAlex's shape, and the names of fields that cannot be read.

    Raises:
        ValueError: where the file is not of that format.
    """
    try:
        for number, given in _READERS[kind](path):
            yield number, *in_shape(given)
    except (csv.Error, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
