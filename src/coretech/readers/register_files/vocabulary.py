"""The terms of the graph: which fact of a version stands under which property; building and reading share the table.

Sources: SKOS (W3C, 2009), PROV-O (2013), ORG (2014), DCMI Terms (2020), ELI 1.4, schema.org; what none of them has a
word for is a term of our own, described on the page of the open data.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, XSD

from coretech.readers.register_files.records import Ref

ELI = Namespace("http://data.europa.eu/eli/ontology#")
ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("http://schema.org/")
ZH, EN = "zh-Hant", "en"
_VERSION = re.compile(r"/register/(\d+)/versions/(\d+)/$")


class Term(NamedTuple):
    """A property, and the language of its text where it has one."""

    property: URIRef
    language: str | None = None


class Addresses:
    """The stable addresses of what a register tells of, and its own terms, below where it is served."""

    def __init__(self, base: str) -> None:
        """``base`` is such as ``https://register.example``, without a slash at its end."""
        self.base = base
        self.scheme = URIRef(f"{base}/register/")
        self.law = URIRef(f"{base}/law/")
        self.own = Namespace(f"{base}/register/open-data/#")

    def item(self, no: int) -> URIRef:
        """An item of the list."""
        return URIRef(f"{self.scheme}{no}/")

    def version(self, ref: Ref) -> URIRef:
        """One version of an item."""
        return URIRef(f"{self.item(ref.no)}versions/{ref.version}/")

    def sector(self, code: str) -> URIRef:
        """A sector."""
        return URIRef(f"{self.scheme}#sector-{code}")

    def agency(self, code: str) -> URIRef:
        """An agency."""
        return URIRef(f"{self.base}/agencies/#{code}")

    def announcement(self, edition: int) -> URIRef:
        """An announcement."""
        return URIRef(f"{self.base}/changes/#edition-{edition}")

    def facts(self) -> Mapping[str, Term]:
        """Under which property each fact of a version stands that is one text, number or day."""
        own = self.own
        return {
            "version": Term(SCHEMA.version),
            "change": Term(own.change),
            "name_zh": Term(DCTERMS.title, ZH),
            "name_en": Term(DCTERMS.title, EN),
            "name_announced": Term(own.nameAnnounced, ZH),
            "damaged": Term(own.damaged),
            "name_source": Term(own.nameSource),
            "scope_zh": Term(DCTERMS.description, ZH),
            "scope_en": Term(DCTERMS.description, EN),
            "authority_zh": Term(own.authorityName, ZH),
            "authority_en": Term(own.authorityName, EN),
            "in_force_since": Term(own.inForceSince),
            "valid_from": Term(SCHEMA.validFrom),
            "valid_until": Term(SCHEMA.validThrough),
            "recorded_at": Term(PROV.generatedAtTime),
            "corrected_because": Term(own.correctedBecause),
            "case": Term(own.case),
        }

    def former_names(self) -> Mapping[str, Term]:
        """The same for names an item had before, of which there may be several."""
        former = URIRef(self.own.formerName)
        return {"former_names_zh": Term(former, ZH), "former_names_en": Term(former, EN)}

    def announced(self) -> Mapping[str, Term]:
        """The same for what is told of the announcement a version comes from."""
        return {
            "edition": Term(SCHEMA.version),
            "document_number": Term(ELI.id_local),
            "decided_on": Term(self.own.decidedOn),
            "announced_on": Term(DCTERMS.issued),
            "effective_on": Term(ELI.first_date_entry_in_force),
            "source": Term(DCTERMS.bibliographicCitation),
        }

    def prefixes(self) -> dict[str, str]:
        """Short names for the vocabularies."""
        known = {
            "dct": DCTERMS,
            "eli": ELI,
            "foaf": FOAF,
            "org": ORG,
            "owl": OWL,
            "prov": PROV,
            "rdf": RDF,
            "rdfs": RDFS,
            "schema": SCHEMA,
            "skos": SKOS,
            "xsd": XSD,
        }
        return {**{name: str(each) for name, each in known.items()}, "ct": str(self.own)}


def empty_graph(prefixes: Mapping[str, str]) -> Graph:
    """A graph that knows these prefixes and no others."""
    graph = Graph(bind_namespaces="none")
    for name, address in prefixes.items():
        graph.bind(name, address)
    return graph


def ref_of(address: object) -> Ref:
    """The version behind its address; ValueError for anything else."""
    found = _VERSION.search(str(address))
    if found is None:
        raise ValueError(address)
    return Ref(int(found[1]), int(found[2]))


def literal(value: object, language: str | None = None) -> Literal:
    """A value as the graph holds it: text in its language, numbers, days and moments by their type."""
    return Literal(value, lang=language)
