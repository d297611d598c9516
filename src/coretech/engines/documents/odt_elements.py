"""What an ODT's body is built of."""

from dataclasses import dataclass, field

from odfdo import Element, Paragraph, Span

from coretech.engines.documents.model import Text, runs
from coretech.engines.documents.text import printable

BOLD = "Strong_20_Emphasis"


@dataclass(frozen=True, slots=True)
class Made:
    """What a block becomes: elements of the body, the styles they need, and pictures by their path."""

    elements: list[Element]
    styles: list[Element] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)


def paragraph(text: Text, style: str) -> Element:
    """A paragraph in a style; line ends, tabs and spaces in the text are kept."""
    made = Paragraph(style=style)
    for run in runs(text):
        made.append(Span(printable(run.text), style=BOLD if run.bold else None))
    return made


def named(tag: str, **attributes: str) -> Element:
    """An element with its attributes, ``table_style_name`` standing for ``table:style-name``."""
    made = Element.from_tag(tag)
    for name, value in attributes.items():
        prefix, _, local = name.partition("_")
        made.set_attribute(f"{prefix}:{local.replace('_', '-')}", value)
    return made


def holding(element: Element, *children: Element) -> Element:
    """The element with these children in it."""
    for child in children:
        element.append(child)
    return element
