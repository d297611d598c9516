"""How an ODT looks: the house's own styles, or an office's with ours added where it lacks one."""

import html
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from odfdo import Element

from coretech.engines.documents.model import Document
from coretech.engines.documents.text import printable
from coretech.engines.documents.wording import WORDING

STYLES = Path(__file__).parent / "odt_styles.xml"


@dataclass(frozen=True, slots=True)
class Look:
    """The part ``styles.xml`` of an ODT and the files it shows, by their path in the package."""

    styles: bytes
    shown: dict[str, bytes] = field(default_factory=dict)


def own_look(document: Document) -> Look:
    """A4, margins of 2.5 cm, the document's kind and marking above, its footer and page number below."""
    words = WORDING[document.language]
    texts = {
        "kind": document.kind,
        "marking": document.marking,
        "footer": document.footer,
        "before_page": words.before_page,
        "between_pages": words.between_pages,
        "after_pages": words.after_pages,
    }
    escaped = {name: html.escape(_in_one_line(text)) for name, text in texts.items()}
    return Look(Template(STYLES.read_text(encoding="utf-8")).substitute(escaped).encode("utf-8"))


def complete(styles: Element, own: Element) -> None:
    """Add to an office's ``office:styles`` each of our named styles that it lacks; what it has stays as it is."""
    present = {_identity(style) for style in styles.children}
    for style in own.children:
        if style.tag != "style:default-style" and _identity(style) not in present:
            styles.append(style.clone)


def _identity(style: Element) -> tuple[str, str | None, str | None]:
    family, name = style.get_attribute_string("style:family"), style.get_attribute_string("style:name")
    return style.tag, family, name


def _in_one_line(text: str) -> str:
    return " ".join(printable(text).split("\n"))
