"""ODS, piece by piece: the rows of the first table, without ever holding the whole document.

Source: OASIS Open Document Format 1.3, part 3: 9.1 (tables, repeated rows).
"""

from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from coretech.kit.refusal import Refused
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.packages import Package
from coretech.readers.supplies.lines import Line, bad_file
from coretech.readers.supplies.ods_cells import TABLE, line_of, times_of

_CONTENT = "content.xml"
_TABLE, _ROW, _ROWS = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}number-rows-repeated"
_MOST_REPEATED = 1000


def ods_lines(raw: bytes) -> Iterator[Line]:
    """The rows of the first table that hold anything, numbered as the spreadsheet does.

    Raises:
        Refused: (HTTP 422) for what is no ODS, is damaged or encrypted, unpacks to too much, or declares a document
            type.
    """
    try:
        package = Package(raw)
        if package.read("mimetype") != Kind.ODS.media_type.encode() or _CONTENT not in package.names():
            raise _no_ods()
        yield from _numbered(_rows(_pieces(package)))
    except FileError as error:
        raise bad_file(error.sentence.zh, error.sentence.en) from None
    except etree.XMLSyntaxError:
        raise _no_ods() from None


def _pieces(package: Package) -> Iterator[bytes]:
    """The content's pieces, once the first has shown that no document type is declared in it."""
    entry = next(each for each in package.entries if each.filename == _CONTENT)
    pieces = package.pieces(entry)
    first = next(pieces, b"")
    if not _begins_well(first):
        raise _no_ods()
    yield first
    yield from pieces


def _begins_well(piece: bytes) -> bool:
    """Whether the first element is reached without a document type, through which entities could multiply."""
    met: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: met.append("doctype")
    parser.StartElementHandler = lambda *_: met.append("element")
    try:
        parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place: more is to come
    except expat.ExpatError:
        return False
    return met[:1] == ["element"]


def _rows(pieces: Iterator[bytes]) -> Iterator[etree._Element]:
    """The rows of the first table, each gone from memory once the next is asked for."""
    parser = etree.XMLPullParser(
        events=("start", "end"), tag=(_TABLE, _ROW), resolve_entities=False, no_network=True
    )
    depth = 0
    for piece in pieces:
        parser.feed(piece)
        for event, element in parser.read_events():
            if element.tag == _TABLE:
                depth += 1 if event == "start" else -1
                if not depth:
                    return
            elif event == "end" and depth == 1:
                yield element
                _forget(element)
    parser.close()


def _forget(row: etree._Element) -> None:
    """Empty a row and let go of those before it; the parser still needs the row itself."""
    row.clear()
    parent = row.getparent()
    while row.getprevious() is not None:
        del parent[0]


def _numbered(rows: Iterator[etree._Element]) -> Iterator[Line]:
    """The rows that hold anything, as often as each says that it is repeated."""
    number = 0
    for row in rows:
        times = times_of(row.get(_ROWS))
        line = line_of(number + 1, row)
        if line.cells and times > _MOST_REPEATED:
            raise bad_file(
                f"第{number + 1}列重複{times}次，請刪除多餘的列。",
                f"Line {number + 1} is repeated {times} times; delete the surplus rows.",
            )
        for again in range(times if line.cells else 0):
            yield line._replace(number=number + 1 + again)
        number += times


def _no_ods() -> Refused:
    return bad_file(
        "檔案不是ODS試算表，或已損壞；請改用ODS或CSV（UTF-8）。",
        "The file is no ODS spreadsheet, or is damaged; use ODS or CSV (UTF-8).",
    )
