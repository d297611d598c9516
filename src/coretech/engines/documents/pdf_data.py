"""A document as the JSON that ``document.typ`` prints; every text in it is one the typeface can draw."""

import json
from collections.abc import Callable, Iterator

from coretech.engines.documents import pictures
from coretech.engines.documents.model import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Item,
    Numbered,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    Text,
    runs,
)
from coretech.engines.documents.wording import WORDING

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Draw = Callable[[str], str]


def as_json(document: Document, draw: Draw) -> str:
    """The document's data; ``draw`` makes any text one that can be drawn.

    Raises:
        PictureError: when a figure's data is not the picture it says.
    """
    words = WORDING[document.language]
    named = ("title", "author", "subject", "kind", "marking", "footer")
    data: dict[str, Json] = {name: draw(getattr(document, name)) for name in named}
    data["chinese"] = document.language != "en"
    data["page"] = [words.before_page, words.between_pages, words.after_pages]
    data["colon"] = words.colon
    data["no-rows"] = words.no_rows
    data["blocks"] = list(_blocks(document.blocks, draw))
    return json.dumps(data, ensure_ascii=False)


def _blocks(blocks: tuple[Block, ...], draw: Draw) -> Iterator[Json]:
    depth = 0
    for block in blocks:
        data = _block(block, draw)
        if isinstance(block, Heading):
            # PDF/UA-1 lets no heading skip a level (ISO 14289-1, 7.4.2), and a caller's outline may.
            depth = min(block.level, depth + 1)
            data["level"] = depth
        yield {"type": type(block).__name__, **data}


def _block(block: Block, draw: Draw) -> dict[str, Json]:  # noqa: PLR0911 - one answer for each kind of block
    match block:
        case Heading(text=text):
            return {"text": draw(text)}
        case Paragraph(text=text, style=style):
            return {"text": _text(text, draw), "style": style}
        case Facts(pairs=pairs):
            return {"pairs": [[draw(label), _text(value, draw)] for label, value in pairs]}
        case Table():
            return _table(block, draw)
        case Numbered(items=items) | Bullets(items=items):
            return {"items": [_item(item, draw) for item in items]}
        case Signatures(labels=labels):
            return {"labels": [draw(label) for label in labels]}
        case PageBreak():
            return {}
        case Figure():
            return _figure(block, draw)


def _text(text: Text, draw: Draw) -> Json:
    return [[draw(run.text), run.bold] for run in runs(text)]


def _item(item: Item, draw: Draw) -> Json:
    return {"text": _text(item.text, draw), "items": [_text(below, draw) for below in item.items]}


def _table(table: Table, draw: Draw) -> dict[str, Json]:
    columns = len(table.headings)
    return {
        "caption": draw(table.caption),
        "headings": [draw(heading) for heading in table.headings],
        "rows": [[_text(cell, draw) for cell in row] for row in table.rows],
        "widths": list(table.widths or (1,) * columns),
        "alignment": list(table.alignment or ("start",) * columns),
    }


def _figure(figure: Figure, draw: Draw) -> dict[str, Json]:
    width, _height = pictures.size(figure)
    # typst takes strings only: SVG is one already, and PNG goes as its bytes' numbers.
    data: Json = draw(pictures.svg(figure)) if figure.media_type == "image/svg+xml" else list(figure.data)
    return {
        "alt": draw(figure.alt),
        "data": data,
        "format": "svg" if figure.media_type == "image/svg+xml" else "png",
        "caption": draw(figure.caption),
        "width": width,
    }
