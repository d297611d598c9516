"""PDF (ISO 32000), looked through object by object: no script, no program to launch, no file inside, no password."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.packages import encrypted

MOST_OBJECTS = 500_000
_FORBIDDEN = frozenset(
    {
        *("/JavaScript", "/JS", "/Launch", "/ImportData", "/RichMedia", "/XFA"),
        *("/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment"),
    }
)
_CLAIM = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9#])")


def read_pdf(data: bytes) -> Kind:
    """A PDF with pages and nothing that runs or hides.

    Raises:
        FileError: for one that is damaged, protected by a password, or carries scripts, programs or other files.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise encrypted()
        if not len(reader.pages):
            raise _damaged()
        for name in _names(reader):
            if name in _FORBIDDEN:
                raise _active(name)
    except FileError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise _damaged() from error
    if claimed := _CLAIM.search(data):
        raise _active(claimed[0].decode("ascii"))
    return Kind.PDF


def _names(reader: PdfReader) -> Iterator[str]:
    """Every name in every object of the file, those in compressed object streams too."""
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise _damaged()
    yield from _names_in(reader.trailer)
    for number in sorted(numbers):
        yield from _names_in(reader.get_object(number))


def _names_in(whole: PdfObject | None) -> Iterator[str]:
    """The names in one object, as keys and as values; objects it refers to come in their own turn."""
    waiting: list[object] = [whole]
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            continue
        if isinstance(part, DictionaryObject):
            yield from part.keys()
            waiting += [part.raw_get(key) for key in part]
        elif isinstance(part, ArrayObject):
            waiting += list.__iter__(part)
        elif isinstance(part, NameObject):
            yield str(part)


def _active(name: str) -> FileError:
    return FileError(
        Sentence(
            f"這份 PDF 內含指令碼、可執行的動作或附檔（{name}）；請以「列印成 PDF」重新產生。",
            f"The PDF carries a script, an action or another file ({name}). Print it to PDF anew.",
        )
    )


def _damaged() -> FileError:
    return FileError(
        Sentence(
            "這份 PDF 已損壞或沒有頁面；請重新匯出後再上傳。",
            "The PDF is damaged or has no pages. Export it again.",
        )
    )
