"""The formats by name: how each is written and read, its media type and the ending of its files.

The formats are imported where they are needed: the graph's library takes half a second to start.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType

from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.records import RegisterFile


class Format(StrEnum):
    """The forms of the register itself."""

    JSONLD = "jsonld"
    TTL = "ttl"
    CSV = "csv"
    ODS = "ods"
    JSON = "json"


DCAT = "dcat"
EXPORTS = (*map(str, Format), DCAT)
"""What the register can be had as: the formats, and the dataset's description."""
CHANGES = (str(Format.JSON), str(Format.CSV))
"""What the changes between two days can be had as."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a format: its media type, its name, what it is good for."""

    media_type: str
    name: str
    use: Sentence
    charset: bool = True

    @property
    def content_type(self) -> str:
        """The media type, with the encoding where the format leaves it open."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type


FORMATS: Mapping[Format, Told] = {
    Format.CSV: Told(
        "text/csv",
        "CSV",
        Sentence("試算表或統計軟體，一列一個版次", "Spreadsheets and statistics, a line a version"),
    ),
    Format.ODS: Told(
        "application/vnd.oasis.opendocument.spreadsheet",
        "ODS",
        Sentence("開放文件試算表，另附說明頁", "OpenDocument spreadsheet, with a sheet on what it is"),
        charset=False,
    ),
    Format.JSON: Told(
        "application/json",
        "JSON",
        Sentence("程式直接使用，欄位與查詢指令相同", "Programs; the fields are those of the command"),
        charset=False,
    ),
    Format.JSONLD: Told(
        "application/ld+json",
        "JSON-LD (SKOS)",
        Sentence("鏈結資料，含脈絡，讀取時不必連網", "Linked data with its context inside"),
        charset=False,
    ),
    Format.TTL: Told(
        "text/turtle",
        "Turtle (SKOS)",
        Sentence("鏈結資料，人也讀得懂", "Linked data that people can read too"),
    ),
}

_MODULES = {
    Format.JSONLD: "jsonld_file",
    Format.TTL: "turtle_file",
    Format.CSV: "csv_file",
    Format.ODS: "ods_file",
    Format.JSON: "json_file",
}


def write(file: RegisterFile, form: Format) -> bytes:
    """The file in a format; the same register gives the same bytes."""
    writer: Callable[[RegisterFile], bytes] = _module(form).write
    return writer(file)


def read(raw: bytes, form: Format) -> RegisterFile:
    """The file that `write` made.

    Raises:
        Refused: (HTTP 422) for a file that is not of this format, or not of the register.
    """
    reader: Callable[[bytes], RegisterFile] = _module(form).read
    return reader(raw)


def no_such_format(there_are: Sequence[str]) -> Refused:
    """The refusal (HTTP 404) of a format that is not among those there are."""
    return not_found(
        f"沒有這種格式；有的是：{'、'.join(there_are)}。",
        f"There is no such format; there are: {', '.join(there_are)}.",
    )


def _module(form: Format) -> ModuleType:
    return importlib.import_module(f"coretech.readers.register_files.{_MODULES[form]}")
