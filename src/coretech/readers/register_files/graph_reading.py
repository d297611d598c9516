"""From a graph back to the records that `graph.graph_of` made it of."""

from collections.abc import Callable, Mapping
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, SKOS
from rdflib.term import Node

from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.records import About, Entry, Match, Note, RegisterFile, Relation
from coretech.readers.register_files.vocabulary import EN, SCHEMA, ZH, Addresses, Term, ref_of

_SCHEME = "/register/"


def parsed(parse: Callable[[], Graph]) -> RegisterFile:
    """The records of a graph that is parsed on the way.

    Raises:
        Refused: (HTTP 422) for what cannot be parsed, or is no graph of a register.
    """
    try:
        return _Reading(parse()).file()
    except Exception:  # noqa: BLE001 - whatever the parser or a missing statement trips over, the file is not ours
        raise bad_file("檔案不是清單的SKOS匯出檔。", "The file is no SKOS export of the register.") from None


class _Reading:
    """A graph being read."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
        self.at = Addresses(str(scheme).removesuffix(_SCHEME))
        if self.at.scheme != scheme:
            raise ValueError(scheme)

    def file(self) -> RegisterFile:
        """What it is about, and its versions by number."""
        scheme, own = self.at.scheme, self.at.own
        about = About(
            base=self.at.base,
            as_of=self._value(scheme, Term(own.asOf)),
            known_at=self._value(scheme, Term(own.knownAt)),
            edition=self._value(scheme, Term(SCHEMA.version)),
            part=self._value(scheme, Term(own.part)) or "",
        )
        versions = self.graph.subjects(RDF.type, own.Version)
        return RegisterFile(about, tuple(sorted(map(self._entry, versions), key=lambda each: each.ref)))

    def _entry(self, version: Node) -> Entry:
        own, no = self.at.own, ref_of(version).no
        values: dict[str, Any] = {
            **self._values(version, self.at.facts()),
            **self._values(self._link(version, DCTERMS.source), self.at.announced()),
            **self._sector(self._link(version, own.sector)),
            "no": no,
            "authority": self._value(self._link(version, own.authority), Term(DCTERMS.identifier)),
            "corrects": next((ref_of(each).version for each in self._all(version, PROV.wasRevisionOf)), None),
            "continues": tuple(sorted(map(ref_of, self._all(version, own.continues)))),
            "continued_by": tuple(sorted(map(ref_of, self._all(version, own.continuedBy)))),
            "notes": self._notes(self.at.item(no)),
            "matches": self._matches(self.at.item(no)),
        }
        for name, term in self.at.former_names().items():
            values[name] = tuple(sorted(self._texts(version, term)))
        return Entry(**values)

    def _values(self, node: Node, terms: Mapping[str, Term]) -> dict[str, Any]:
        """The facts that are stated; the others are left to what a record says where nothing is."""
        found = {name: self._value(node, term) for name, term in terms.items()}
        return {name: value for name, value in found.items() if value is not None}

    def _sector(self, sector: Node) -> dict[str, Any]:
        return {
            "sector": self._value(sector, Term(SKOS.notation)),
            "sector_zh": self._value(sector, Term(SKOS.prefLabel, ZH)),
            "sector_en": self._value(sector, Term(SKOS.prefLabel, EN)),
        }

    def _notes(self, concept: Node) -> tuple[Note, ...]:
        return tuple(sorted(map(self._note, self._all(concept, SKOS.scopeNote))))

    def _note(self, node: Node) -> Note:
        terms = (
            Term(DCTERMS.title),
            Term(RDF.value, ZH),
            Term(RDF.value, EN),
            Term(DCTERMS.bibliographicCitation),
        )
        return Note(*(self._value(node, term) or "" for term in terms))

    def _matches(self, concept: Node) -> tuple[Match, ...]:
        return tuple(
            sorted(
                Match(relation, str(each))
                for relation in Relation
                for each in self._all(concept, SKOS[relation])
            )
        )

    def _link(self, node: Node, property_: URIRef) -> Node:
        (found,) = self._all(node, property_)
        return found

    def _all(self, node: Node, property_: URIRef) -> list[Node]:
        return list(self.graph.objects(node, property_))

    def _texts(self, node: Node, term: Term) -> list[Any]:
        return [
            each.toPython() if term.language is None else str(each)
            for each in self._all(node, term.property)
            if isinstance(each, Literal) and (each.language or None) == term.language
        ]

    def _value(self, node: Node, term: Term) -> Any:  # noqa: ANN401 - text, number, day or moment, as the graph says
        return next(iter(self._texts(node, term)), None)
