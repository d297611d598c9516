"""SKOS in Turtle, JSON-LD and RDF/XML: parsed without fetching anything, written as Turtle or JSON-LD."""

import json
import warnings
from typing import Any
from xml.parsers import expat

from rdflib import Graph

from coretech.readers.lists.graph import graph_of
from coretech.readers.lists.graph_reading import from_graph
from coretech.readers.lists.records import ListFile, bad_file
from coretech.readers.register_files.jsonld_file import jsonld_of

TURTLE, JSONLD, XML = "turtle", "json-ld", "xml"
_CONTEXT, _IMPORT = "@context", "@import"


def read(raw: bytes, syntax: str) -> ListFile:
    """The list of a file in one of the three.

    Raises:
        Refused: (HTTP 422) for what cannot be parsed, with the parser's own words.
    """
    if syntax == XML:
        _require_plain_xml(raw)
    if syntax == JSONLD:
        _require_own_context(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of literals that are not what their type says
            graph = Graph().parse(data=raw, format=syntax)
    except Exception as error:  # noqa: BLE001 - each of the three parsers has errors of its own
        said = " ".join(str(error).split())[:200]
        raise bad_file(
            f"無法讀成SKOS（{syntax}）：{said}", f"It cannot be read as SKOS ({syntax}): {said}"
        ) from None
    return from_graph(graph)


def write_turtle(file: ListFile, base: str) -> bytes:
    """The graph as Turtle."""
    return graph_of(file, base).serialize(format=TURTLE, encoding="utf-8")


def write_jsonld(file: ListFile, base: str) -> bytes:
    """The graph as JSON-LD, its context inside."""
    return jsonld_of(graph_of(file, base))


def _require_plain_xml(raw: bytes) -> None:
    """Refuse a document type, through which entities could multiply or lead elsewhere."""
    declared: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: declared.append("doctype")
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes it by place: that is all
    except expat.ExpatError as error:
        raise bad_file(
            f"第{error.lineno}行不是正確的XML。", f"Line {error.lineno} is no well-formed XML."
        ) from None
    if declared:
        raise bad_file("XML不可宣告文件型別。", "The XML must not declare a document type.")


def _require_own_context(raw: bytes) -> None:
    """Refuse a context that lies elsewhere: nothing is fetched to read a file."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise bad_file(f"不是正確的JSON（{error}）。", f"It is no JSON ({error}).") from None
    if _leads_elsewhere(told):
        raise bad_file(
            "JSON-LD的@context在別處；請把它放進檔案裡。",
            "The JSON-LD has its @context elsewhere; put it into the file.",
        )


def _leads_elsewhere(told: Any) -> bool:  # noqa: ANN401 - what JSON may hold
    waiting = [told]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            context = each.get(_CONTEXT)
            contexts = context if isinstance(context, list) else [context]
            if _IMPORT in each or any(isinstance(one, str) for one in contexts):
                return True
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return False
