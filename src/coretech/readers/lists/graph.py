"""A list as a graph: a concept scheme, its items as concepts with labels by language, broader ones above.

Sources: SKOS (W3C, 2009), DCMI Terms (2020), schema.org; what none of them has a word for is a term of our own.
"""

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS, XSD

from coretech.readers.lists.records import Entry, Head, ListFile

OWN = Namespace("urn:x-coretech:lists#")
SCHEMA = Namespace("http://schema.org/")
TEXTS = {
    "list": (DCTERMS.isVersionOf, None),
    "country": (DCTERMS.spatial, None),
    "issuer_zh": (DCTERMS.publisher, "zh-Hant"),
    "issuer_en": (DCTERMS.publisher, "en"),
    "title_zh": (DCTERMS.title, "zh-Hant"),
    "title_en": (DCTERMS.title, "en"),
    "code": (DCTERMS.identifier, None),
    "dated": (DCTERMS.issued, None),
    "legal_basis_zh": (OWN.legalBasis, "zh-Hant"),
    "legal_basis_en": (OWN.legalBasis, "en"),
    "note_zh": (SKOS.note, "zh-Hant"),
    "note_en": (SKOS.note, "en"),
    "source_url": (DCTERMS.source, None),
    "source_name": (DCTERMS.bibliographicCitation, None),
}
"""Under which property each text of a head stands, and in which language."""
PREFIXES = {
    "ctl": OWN,
    "dct": DCTERMS,
    "rdf": RDF,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}


def graph_of(file: ListFile, base: str) -> Graph:
    """The graph; ``base`` is the version's address, with a slash at its end."""
    graph = Graph(bind_namespaces="none")
    for name, address in PREFIXES.items():
        graph.bind(name, str(address))
    scheme = URIRef(base)
    _add_head(graph, scheme, file.head)
    for place, entry in enumerate(file.entries, 1):
        _add(graph, scheme, entry, place)
    return graph


def _add_head(graph: Graph, scheme: URIRef, head: Head) -> None:
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    for name, (property_, language) in TEXTS.items():
        if text := getattr(head, name):
            graph.add((scheme, property_, Literal(text, lang=language)))
    for effect in head.effects:
        graph.add((scheme, OWN.effect, Literal(effect)))
    if head.complete is not None:
        graph.add((scheme, OWN.complete, Literal(head.complete)))
    if head.stated_count is not None:
        graph.add((scheme, OWN.statedCount, Literal(head.stated_count)))


def _add(graph: Graph, scheme: URIRef, entry: Entry, place: int) -> None:
    node = _item(scheme, entry.code)
    graph.add((node, RDF.type, SKOS.Concept))
    graph.add((node, SKOS.inScheme, scheme))
    graph.add((node, SKOS.notation, Literal(entry.code)))
    graph.add((node, SCHEMA.position, Literal(place)))
    if entry.parent:
        graph.add((node, SKOS.broader, _item(scheme, entry.parent)))
    else:
        graph.add((node, SKOS.topConceptOf, scheme))
    for tag, text in entry.names.items():
        graph.add((node, SKOS.prefLabel, Literal(text, lang=tag)))
    for tag, text in entry.description.items():
        graph.add((node, SKOS.definition, Literal(text, lang=tag)))
    for tag in entry.translated:
        graph.add((node, OWN.translated, Literal(tag)))


def _item(scheme: URIRef, code: str) -> URIRef:
    return URIRef(f"{scheme}items/{code}/")
