"""The blocks of a document as elements of an ODT's body."""

from odfdo import Element, Frame, Header

from coretech.engines.documents import odt_tables, pictures
from coretech.engines.documents.model import (
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Item,
    Language,
    Level,
    Numbered,
    PageBreak,
    Paragraph,
    Signatures,
    Style,
    Table,
    Text,
)
from coretech.engines.documents.odt_elements import Made, holding, named, paragraph
from coretech.engines.documents.text import is_blank, printable
from coretech.engines.documents.wording import WORDING

STYLES: dict[Style, str] = {"body": "Text_20_body", "note": "Note", "small": "Small", "centred": "Centred"}
NUMBERED: dict[Language, str] = {"zh-Hant-TW": "Numbered_20_Chinese", "en": "Numbered_20_English"}
SUFFIXES = {"image/svg+xml": "svg", "image/png": "png"}


def made(block: Block, number: int, language: Language) -> Made:  # noqa: PLR0911 - one answer for each kind of block
    """The block's elements; ``number`` is its place in the document and names its styles and pictures.

    Raises:
        PictureError: when a figure's data is not the picture it says.
    """
    words = WORDING[language]
    match block:
        case Heading(level=level, text=text):
            return Made([_heading(level, text)])
        case Paragraph(text=text, style=style):
            return Made([paragraph(text, STYLES[style])])
        case Facts():
            return odt_tables.facts(block, f"Facts{number}", words)
        case Table():
            return odt_tables.table(block, f"Table{number}", words)
        case Numbered(items=items):
            return Made([_list(items, NUMBERED[language])])
        case Bullets(items=items):
            return Made([_list(items, "Bulleted")])
        case Signatures():
            return odt_tables.signatures(block, f"Signatures{number}", words)
        case PageBreak():
            return Made([named("text:p", text_style_name="Page_20_break")])
        case Figure():
            return _figure(block, number)


def _heading(level: Level, text: str) -> Element:
    heading = Header(level, printable(text))
    heading.set_attribute(
        "text:style-name", f"Heading_20_{level}"
    )  # odfdo takes a heading's style and leaves it out
    return heading


def _list(items: tuple[Item, ...], style: str) -> Element:
    entries = (_entry(item.text, item.items) for item in items)
    return holding(named("text:list", text_style_name=style), *entries)


def _entry(text: Text, below: tuple[Text, ...] = ()) -> Element:
    entry = holding(named("text:list-item"), paragraph(text, "Text_20_body"))
    if below:
        entry.append(holding(named("text:list"), *(_entry(each) for each in below)))
    return entry


def _figure(figure: Figure, number: int) -> Made:
    path = f"Pictures/figure-{number}.{SUFFIXES[figure.media_type]}"
    width, height = (f"{side:.3f}cm" for side in pictures.size(figure))
    frame = Frame.image_frame(path, name=f"Figure {number}", size=(width, height), anchor_type="as-char")
    described = Element.from_tag("svg:desc")
    described.text = printable(figure.alt)
    frame.append(described)
    caption = [] if is_blank(figure.caption) else [paragraph(figure.caption, "Figure_20_caption")]
    holder = holding(named("text:p", text_style_name="Figure"), frame)
    return Made([holder, *caption], pictures={path: figure.data})
