"""A graph of SKOS as a list: one concept scheme, its concepts with labels in several languages, their tree."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rdflib import Graph, Literal
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from coretech.kit.sentence import Sentence
from coretech.readers.lists.graph import OWN, SCHEMA, TEXTS
from coretech.readers.lists.heading import head_from
from coretech.readers.lists.records import Entry, Fault, Head, ListFile, bad_file
from coretech.readers.lists.tags import tag_of

_DIGITS = re.compile(r"(\d+)")
_NOT_IN_CODES = re.compile(r"[^\w.()+:-]+")
_UNTAGGED = "en"


def from_graph(graph: Graph) -> ListFile:
    """The list of a graph; ``line`` says which concept it is, in the list's order.

    Raises:
        Refused: (HTTP 422) for a graph of no concept, or of more than one concept scheme.
    """
    schemes = sorted(set(graph.subjects(RDF.type, SKOS.ConceptScheme)), key=str)
    if len(schemes) > 1:
        named = "、".join(map(str, schemes[:5]))
        raise bad_file(
            f"檔案有{len(schemes)}個概念體系（{named}）；請一份檔案放一個。",
            f"The file has {len(schemes)} concept schemes ({named}); put one into a file.",
        )
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    if not concepts:
        raise bad_file("檔案沒有SKOS概念。", "The file holds no concept of SKOS.")
    reading = _Reading(graph, concepts)
    head = _head(graph, schemes[0]) if schemes else Head()
    entries = [reading.entry(node, line) for line, node in enumerate(reading.order, 1)]
    return ListFile(head, tuple(entries), tuple(reading.faults))


class _Reading:
    """The concepts of a graph, in order, with what is wrong with them."""

    def __init__(self, graph: Graph, concepts: Iterable[Node]) -> None:
        self.graph = graph
        self.faults: list[Fault] = []
        self.codes = {node: self._code(node) for node in concepts}
        self.order = sorted(self.codes, key=self._rank)
        self._above: dict[Node, set[Node]] = defaultdict(set)
        for below, above in graph.subject_objects(SKOS.broader):
            self._above[below].add(above)
        for above, below in graph.subject_objects(SKOS.narrower):
            self._above[below].add(above)

    def entry(self, node: Node, line: int) -> Entry:
        """A concept as an item."""
        above = sorted((self.codes.get(each, str(each)) for each in self._above[node]), key=str)
        if len(above) > 1:
            self.faults.append(Fault(line, "parent", "、".join(above)[:200], _SEVERAL))
        return Entry(
            code=self.codes[node],
            parent=above[0] if above else "",
            names=self._texts(node, line),
            translated=tuple(sorted(str(each) for each in self.graph.objects(node, OWN.translated))),
            description=self._description(node),
            line=line,
        )

    def _code(self, node: Node) -> str:
        """The notation, or else the end of the address."""
        notation = min(map(str, self.graph.objects(node, SKOS.notation)), default="")
        end = re.split(r"[/#]", str(node).rstrip("/#"))[-1]
        return " ".join(notation.split()) or _NOT_IN_CODES.sub("-", end)

    def _rank(self, node: Node) -> tuple[int, list[tuple[int, str]], str]:
        """By the position told, then by code with its numbers in order."""
        told = [
            each.toPython()
            for each in self.graph.objects(node, SCHEMA.position)
            if isinstance(each, Literal) and isinstance(each.toPython(), int)
        ]
        parts = [
            (int(part), "") if part.isdecimal() else (-1, part)
            for part in _DIGITS.split(self.codes[node])
            if part
        ]
        return min(told, default=0), parts, str(node)

    def _texts(self, node: Node, line: int) -> dict[str, str]:
        found: dict[str, str] = {}
        for tag, text in self._said(node, SKOS.prefLabel):
            if found.setdefault(tag, text) != text:
                self.faults.append(Fault(line, f"name:{tag}", text[:200], _TWO_LABELS))
        return found

    def _description(self, node: Node) -> dict[str, str]:
        """The definition, or else the scope note, with other labels after it."""
        found = dict(self._said(node, SKOS.scopeNote)) | dict(self._said(node, SKOS.definition))
        others: dict[str, list[str]] = defaultdict(list)
        for tag, text in self._said(node, SKOS.altLabel):
            others[tag].append(text)
        for tag, texts in others.items():
            also = f"又稱：{'；'.join(texts)}" if tag.startswith("zh") else f"Also: {'; '.join(texts)}"
            found[tag] = f"{found[tag]} {also}" if tag in found else also
        return found

    def _said(self, node: Node, property_: Node) -> list[tuple[str, str]]:
        literals = [each for each in self.graph.objects(node, property_) if isinstance(each, Literal)]
        said = [
            (tag_of(each.language or _UNTAGGED) or _UNTAGGED, " ".join(str(each).split()))
            for each in literals
        ]
        return sorted(pair for pair in said if pair[1])


def _head(graph: Graph, scheme: Node) -> Head:
    told: dict[str, object] = {}
    for name, (property_, language) in TEXTS.items():
        for each in graph.objects(scheme, property_):
            tag = tag_of(each.language or "") or None if isinstance(each, Literal) else None
            if tag == language:
                told[name] = str(each)
    told["effects"] = sorted(map(str, graph.objects(scheme, OWN.effect)))
    for name, property_ in (("complete", OWN.complete), ("stated_count", OWN.statedCount)):
        value = graph.value(scheme, property_)
        told[name] = value.toPython() if isinstance(value, Literal) else None
    return head_from(told)


_SEVERAL = Sentence(
    "有多個上層概念；清單的一項只能有一個，請保留一個。",
    "There are several broader concepts; an item of a list has one, so keep one.",
)
_TWO_LABELS = Sentence(
    "同一語言有兩個主要名稱（prefLabel）；請將其餘改為altLabel。",
    "There are two preferred labels in one language; make the others altLabels.",
)
