"""The elements of an XML file one by one, without following any of its declarations."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

Visit = Callable[[str, Mapping[str, str]], None]


class BadXmlError(ValueError):
    """The XML is not well formed, or declares a document type, through which entities could multiply."""


def visit_elements(data: bytes, visit: Visit) -> None:
    """Call with each element's name, as ``namespace name``, and its attributes by their local names.

    Raises:
        BadXmlError: for XML that is not well formed or declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        visit(name, {each.rpartition(" ")[2]: value for each, value in attributes.items()})

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place: this is all there is
    except expat.ExpatError as error:
        raise BadXmlError(str(error)) from error


def _refuse_doctype(name: str, *_: object) -> None:
    message = f"a document type is declared: {name}"
    raise BadXmlError(message)
