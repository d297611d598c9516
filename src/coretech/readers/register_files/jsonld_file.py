"""JSON-LD 1.1: the register as SKOS for programs; its context stands in the file, so nothing is fetched to read it."""

import json
import warnings
from typing import Any

from rdflib import Graph

from coretech.readers.register_files.graph import graph_of
from coretech.readers.register_files.graph_reading import parsed
from coretech.readers.register_files.records import RegisterFile

MEDIA_TYPE = "application/ld+json"


def write(file: RegisterFile) -> bytes:
    """The graph as JSON-LD."""
    return jsonld_of(graph_of(file))


def read(raw: bytes) -> RegisterFile:
    """The file that `write` made.

    Raises:
        Refused: (HTTP 422) for any other file, and for one whose context lies elsewhere.
    """
    return parsed(lambda: _graph(raw))


def jsonld_of(graph: Graph) -> bytes:
    """A graph in order: the same statements give the same bytes."""
    prefixes = {name: str(address) for name, address in graph.namespaces()}
    told = json.loads(graph.serialize(format="json-ld", context=prefixes))
    return (json.dumps(_in_order(told), ensure_ascii=False, indent=1) + "\n").encode()


def _in_order(told: Any) -> Any:  # noqa: ANN401 - what JSON may hold
    """Keys by name, several values by what they say; the graph has no lists in which order means anything."""
    if isinstance(told, dict):
        return {name: _in_order(told[name]) for name in sorted(told)}
    if isinstance(told, list):
        return sorted(map(_in_order, told), key=lambda each: json.dumps(each, ensure_ascii=False))
    return told


def _graph(raw: bytes) -> Graph:
    if not isinstance(json.loads(raw)["@context"], dict):
        raise TypeError
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # the library's own parser uses what it deprecates
        return Graph().parse(data=raw, format="json-ld")
