"""Returns of supplies from files: CSV, ODS or JSON, row by row, each with what is wrong in it by its cell."""

from coretech.readers.supplies.expecting import Expecting, Wanted
from coretech.readers.supplies.reading import read_returns
from coretech.readers.supplies.records import Key, Origin, RowError, SupplyRow
from coretech.readers.supplies.reporter import Reporting

__all__ = ["Expecting", "Key", "Origin", "Reporting", "RowError", "SupplyRow", "Wanted", "read_returns"]
