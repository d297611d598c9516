"""A document as ODT, to be worked on further: real styles, real fields, the same bytes each time."""

from odfdo import Document as Odt
from odfdo import Element

from coretech.engines.documents.model import Document
from coretech.engines.documents.odt_body import made
from coretech.engines.documents.odt_elements import Made, paragraph
from coretech.engines.documents.odt_look import own_look
from coretech.engines.documents.odt_package import packed
from coretech.engines.documents.odt_template import office_look
from coretech.engines.documents.text import printable
from coretech.engines.documents.wording import WORDING

BORDER = "0.5pt solid #8a8a8a"
RULED = f'fo:border="{BORDER}" fo:padding="0.15cm" style:vertical-align="middle"'
CELLS = {
    "Cell": RULED,
    "Cell.heading": f'{RULED} fo:background-color="#eeeeee"',
    "Cell.plain": 'fo:border="none" fo:padding="0cm"',
    "Cell.signed": f'fo:border="none" fo:border-bottom="{BORDER}" fo:padding="0cm"',
}


def to_odt(document: Document, template: bytes | None = None) -> bytes:
    """The document as an OpenDocument text (ODF 1.3; CNS 15251).

    With a ``template`` (ODT or OTT) its styles, page layout, header and footer are kept and its body is not; a
    paragraph style of ours that it lacks is added. The document's kind, marking and footer are then the template's
    to show.

    Raises:
        TemplateError: when the template is no ODT, or carries what a template may not.
        PictureError: when a figure's data is not the picture it says.
    """
    look = own_look(document) if template is None else office_look(template, own_look(document))
    blocks = [made(block, number, document.language) for number, block in enumerate(document.blocks, start=1)]
    odt = Odt.new("text")
    parts = {"content.xml": _content(odt, document, blocks), "meta.xml": _meta(odt, document)}
    drawn = {path: data for block in blocks for path, data in block.pictures.items()}
    return packed({"styles.xml": look.styles, **parts, **look.shown, **drawn})


def _content(odt: Odt, document: Document, blocks: list[Made]) -> bytes:
    root = odt.content.root
    root.set_attribute("office:version", "1.3")
    for name in ("office:font-face-decls", "office:automatic-styles"):
        _emptied(root, name)
    styles = _emptied(root, "office:automatic-styles")
    for style in (*_fixed_styles(), *(style for block in blocks for style in block.styles)):
        styles.append(style)
    body = _emptied(root, "office:text")
    body.append(paragraph(document.title, "Title"))
    for element in (element for block in blocks for element in block.elements):
        body.append(element)
    return odt.content.serialize()


def _emptied(root: Element, name: str) -> Element:
    found = root.get_element(f"//{name}")
    if found is None:
        raise LookupError(name)
    found.clear()
    return found


def _fixed_styles() -> list[Element]:
    """Rows and cells; office programs know no named styles for these, so they stand in the document."""
    looks = {name: ("table-cell", look) for name, look in CELLS.items()}
    looks["Row"] = ("table-row", 'fo:keep-together="always"')
    return [
        Element.from_tag(
            f'<style:style style:name="{name}" style:family="{family}">'
            f"<style:{family}-properties {look}/></style:style>"
        )
        for name, (family, look) in looks.items()
    ]


def _meta(odt: Odt, document: Document) -> bytes:
    meta = odt.meta
    root = meta.root
    root.set_attribute("office:version", "1.3")
    _emptied(root, "office:meta")
    created = document.created.replace(
        tzinfo=None
    )  # as the clock on the wall had it; readers show it as it is
    meta.title = printable(document.title)
    meta.subject = printable(document.subject)
    meta.initial_creator = meta.creator = printable(document.author)
    meta.creation_date = meta.date = created
    meta.language = WORDING[document.language].tag
    meta.set_generator("coretech")
    return meta.serialize()
