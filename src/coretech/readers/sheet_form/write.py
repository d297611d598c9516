"""Writing the file: written cells are open and white, all others grey and locked.

Source: OASIS Open Document Format 1.3, part 3: 9.1.2 (table:protected) and 20.246 (style:cell-protect).
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.ods_package import packed
from coretech.readers.sheet_form.layout import GUIDE, HEAD, HEAD_LINES, TABLES, Column, Form

_OPEN, _SHUT, _HEADING = "open", "shut", "heading"
_CELL = (
    '<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"'
    ' style:vertical-align="top" style:cell-protect="{protect}" fo:border="0.5pt solid #b1b4b6"'
    ' fo:background-color="{ground}"/>{text}</style:style>'
)
_STYLES = "".join(
    (
        _CELL.format(name=_OPEN, protect="none", ground="#ffffff", text=""),
        _CELL.format(name=_SHUT, protect="protected", ground="#f3f2f1", text=""),
        _CELL.format(
            name=_HEADING,
            protect="protected",
            ground="#dee0e2",
            text='<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>',
        ),
    )
)
_WIDTH = (
    '<style:style style:name="w{width}" style:family="table-column">'
    '<style:table-column-properties style:column-width="{width}cm"/></style:style>'
)
_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-content office:version="1.3"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles>"
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>\n"
)


def write_form(form: Form) -> bytes:
    """The file; the same form gives the same bytes."""
    widths = {f"{column.width}" for columns in TABLES.values() for column in columns} | {"4", "18"}
    styles = _STYLES + "".join(_WIDTH.format(width=width) for width in sorted(widths))
    tables = [_head(form), *(_table(name, columns, form) for name, columns in TABLES.items())]
    return packed(_CONTENT.format(styles=styles, tables="".join(tables)))


def heading_of(column: Column) -> str:
    """A heading, Chinese above English."""
    return _both(column.heading)


def _both(words: Sentence) -> str:
    return f"{words.zh}\n{words.en}"


def _head(form: Form) -> str:
    lines = [
        _row([(_both(HEAD_LINES[name]), _HEADING), (text, _SHUT), (name, _SHUT)])
        for name, text in form.head.items()
    ]
    guide = [_row([("", _SHUT), (_both(words), _SHUT)]) for words in GUIDE]
    return _sheet(HEAD, ("4", "18", "4"), [*lines, *guide])


def _table(name: Sentence, columns: tuple[Column, ...], form: Form) -> str:
    heading = _row([(heading_of(column), _HEADING) for column in columns])
    rows = [
        _row([(row.get(column.name, ""), _OPEN if column.written else _SHUT) for column in columns])
        for row in form.rows_of(name)
    ]
    header = f"<table:table-header-rows>{heading}</table:table-header-rows>"
    return _sheet(name, [f"{column.width}" for column in columns], [header, *rows])


def _sheet(name: Sentence, widths: Iterable[str], rows: Iterable[str]) -> str:
    columns = "".join(f'<table:table-column table:style-name="w{width}"/>' for width in widths)
    return f'<table:table table:name={quoteattr(name.zh)} table:protected="true">{columns}{"".join(rows)}</table:table>'


def _row(cells: Iterable[tuple[str, str]]) -> str:
    return f"<table:table-row>{''.join(_cell(text, style) for text, style in cells)}</table:table-row>"


def _cell(text: str, style: str) -> str:
    if not text:
        return f'<table:table-cell table:style-name="{style}"/>'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{paragraphs}</table:table-cell>'
