"""Tables of an ODT: ruled ones, and those without rules that hold facts and signatures."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from odfdo import Element

from coretech.engines.documents.model import Alignment, Facts, Signatures, Table
from coretech.engines.documents.odt_elements import Made, holding, named, paragraph
from coretech.engines.documents.pictures import PAGE_WIDTH
from coretech.engines.documents.text import is_blank
from coretech.engines.documents.wording import Wording

SIGNED = 7.0  # the length of a rule to sign on, in centimetres
CELL_TEXT: dict[Alignment, str] = {
    "start": "Table_20_Contents",
    "centre": "Cell_20_centre",
    "end": "Cell_20_end",
}
EM = 0.43  # centimetres, the width of a Chinese character at 12 points
LONGEST_LABEL = 6.0


def table(block: Table, name: str, words: Wording) -> Made:
    """A ruled table with its caption; its headings repeat on each page."""
    columns = len(block.headings)
    shares = block.widths or (1.0,) * columns
    widths = [PAGE_WIDTH * share / sum(shares) for share in shares]
    looks = [CELL_TEXT[side] for side in block.alignment] or [CELL_TEXT["start"]] * columns
    made, styles = _columns(name, widths)
    headings = _row(_cell("Cell.heading", paragraph(text, "Table_20_Heading")) for text in block.headings)
    made.append(holding(named("table:table-header-rows"), headings))
    for row in block.rows:
        made.append(_row(_cell("Cell", paragraph(*each)) for each in zip(row, looks, strict=True)))
    if not block.rows:
        made.append(_spanning(words.no_rows, columns))
    caption = [] if is_blank(block.caption) else [paragraph(block.caption, "Caption")]
    return Made([*caption, made, named("text:p", text_style_name="Small")], styles)


def facts(block: Facts, name: str, words: Wording) -> Made:
    """Labels and values in two columns without rules."""
    label_width = _width([label for label, _ in block.pairs])
    made, styles = _columns(name, [label_width, PAGE_WIDTH - label_width])
    for label, value in block.pairs:
        cells = (paragraph(label + words.colon, "Label"), paragraph(value, "Text_20_body"))
        made.append(_row(_cell("Cell.plain", cell) for cell in cells))
    return Made([made] if block.pairs else [], styles)


def signatures(block: Signatures, name: str, words: Wording) -> Made:
    """Labels, each with a rule to sign on."""
    label_width = _width(block.labels)
    made, styles = _columns(name, [label_width, SIGNED])
    for label in block.labels:
        signed = _cell("Cell.signed", paragraph("", "To_20_sign"))
        made.append(_row((_cell("Cell.plain", paragraph(label + words.colon, "To_20_sign")), signed)))
    return Made([made] if block.labels else [], styles)


def _width(labels: Sequence[str]) -> float:
    """Room for the longest label and its colon, in centimetres; bold Latin letters take some 0.6 em."""
    ems = (sum(1.0 if east_asian_width(each) in "WF" else 0.6 for each in label) for label in labels)
    return min(LONGEST_LABEL, (max(ems, default=0.0) + 1.5) * EM)


def _columns(name: str, widths: list[float]) -> tuple[Element, list[Element]]:
    made = named("table:table", table_name=name, table_style_name=name)
    style = named("style:style", style_name=name, style_family="table")
    properties = named("style:table-properties", style_width=f"{sum(widths):.3f}cm", table_align="left")
    styles = [holding(style, properties)]
    for number, width in enumerate(widths, start=1):
        column = f"{name}.{number}"
        made.append(named("table:table-column", table_style_name=column))
        style = named("style:style", style_name=column, style_family="table-column")
        properties = named("style:table-column-properties", style_column_width=f"{width:.3f}cm")
        styles.append(holding(style, properties))
    return made, styles


def _row(cells: Iterable[Element]) -> Element:
    return holding(named("table:table-row", table_style_name="Row"), *cells)


def _cell(style: str, content: Element) -> Element:
    return holding(named("table:table-cell", table_style_name=style, office_value_type="string"), content)


def _spanning(text: str, columns: int) -> Element:
    cell = _cell("Cell", paragraph(text, CELL_TEXT["centre"]))
    cell.set_attribute("table:number-columns-spanned", str(columns))
    covered = (named("table:covered-table-cell") for _ in range(columns - 1))
    return _row((cell, *covered))
