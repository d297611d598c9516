"""Turtle (W3C, 2014): the register as SKOS, to be read by people as well."""

from rdflib import Graph

from coretech.readers.register_files.graph import graph_of
from coretech.readers.register_files.graph_reading import parsed
from coretech.readers.register_files.records import RegisterFile

MEDIA_TYPE = "text/turtle"


def write(file: RegisterFile) -> bytes:
    """The graph as Turtle."""
    return graph_of(file).serialize(format="turtle", encoding="utf-8")


def read(raw: bytes) -> RegisterFile:
    """The file that `write` made.

    Raises:
        Refused: (HTTP 422) for any other file.
    """
    return parsed(lambda: Graph().parse(data=raw, format="turtle"))
