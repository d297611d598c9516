"""A crosswalk as SKOS: what holds, from each item of the left to the item of the right it stands to."""

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from coretech.apps.lists.sssom import LICENCE, MappingSet
from coretech.readers.register_files.jsonld_file import jsonld_of
from coretech.readers.register_files.vocabulary import EN, ZH, empty_graph, literal


def turtle(found: MappingSet) -> bytes:
    """The graph as Turtle."""
    written: bytes = graph_of(found).serialize(format="turtle", encoding="utf-8")
    return written


def jsonld(found: MappingSet) -> bytes:
    """The graph as JSON-LD, its context inside."""
    return jsonld_of(graph_of(found))


def graph_of(found: MappingSet) -> Graph:
    """The mappings that hold; SKOS has no word for one that was rejected, so SSSOM alone tells those."""
    graph = empty_graph({"skos": str(SKOS), "dct": str(DCTERMS)})
    _about(graph, found)
    for line in found.lines:
        if line.mapping.holds:
            ends = [URIRef(f"{found.base}{each.address}") for each in (line.left, line.right)]
            graph.add((ends[0], SKOS[line.mapping.relation], ends[1]))
            for end, entry, side in zip(
                ends, (line.left, line.right), (found.left, found.right), strict=True
            ):
                graph.add((end, RDF.type, SKOS.Concept))
                graph.add((end, SKOS.inScheme, URIRef(f"{found.base}{side.address}")))
                graph.add((end, SKOS.notation, literal(entry.code)))
                for tag, name in entry.names.items():
                    graph.add((end, SKOS.prefLabel, literal(name, tag)))
    return graph


def _about(graph: Graph, found: MappingSet) -> None:
    """What the file is, and the two schemes it joins."""
    own = URIRef(found.address)
    graph.add((own, DCTERMS.license, URIRef(LICENCE)))
    for side in (found.left, found.right):
        scheme = URIRef(f"{found.base}{side.address}")
        graph.add((own, DCTERMS.source, scheme))
        graph.add((scheme, RDF.type, SKOS.ConceptScheme))
        for name, tag in ((side.title.zh, ZH), (side.title.en, EN)):
            graph.add((scheme, DCTERMS.title, literal(name, tag)))
