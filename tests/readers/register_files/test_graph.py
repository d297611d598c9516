"""The graph is SKOS: it keeps the integrity conditions, and uses no term that is not described."""

import warnings
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV

from coretech.readers.register_files.formats import Format, write
from coretech.readers.register_files.graph import graph_of
from coretech.readers.register_files.records import RegisterFile
from coretech.readers.register_files.terms import OWN_TERMS
from coretech.readers.register_files.vocabulary import SCHEMA, Addresses
from tests.readers.register_files.given import BASE, histories, lists, sample

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it imports what its own libraries deprecate
    from pyshacl import validate

GENERATED = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink through the validator takes minutes
SHAPES = Path(__file__).with_name("shapes.ttl")
AT = Addresses(BASE)
ITEM = AT.item(11)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES)


def faults(graph: Graph, shapes: Graph) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # as above
        conforms, _, told = validate(graph, shacl_graph=shapes)
    return "" if conforms else told


@settings(max_examples=6, phases=GENERATED)
@given(file=histories())
def test_every_history_keeps_the_conditions_of_skos(file: RegisterFile, shapes: Graph) -> None:
    assert not faults(graph_of(file), shapes)


@settings(max_examples=6, phases=GENERATED)
@given(file=lists())
def test_every_list_keeps_the_conditions_of_skos(file: RegisterFile, shapes: Graph) -> None:
    assert not faults(graph_of(file), shapes)


@pytest.mark.parametrize(
    ("property_", "value"),
    [
        (SKOS.prefLabel, Literal("another", lang="zh-Hant")),
        (SKOS.altLabel, Literal("衛星姿態控制及指向技術", lang="zh-Hant")),
        (SKOS.related, AT.sector("space")),
        (SKOS.broader, ITEM),
        (SKOS.notation, Literal("space")),
        (SKOS.inScheme, URIRef("https://other.example/")),
        (RDF.type, SKOS.ConceptScheme),
    ],
)
def test_the_shapes_find_what_breaks_a_condition(
    property_: URIRef, value: URIRef | Literal, shapes: Graph
) -> None:
    graph = graph_of(sample())
    assert not faults(graph, shapes)

    graph.add((ITEM, property_, value))

    assert faults(graph, shapes)


@pytest.mark.parametrize(("form", "name"), [(Format.TTL, "turtle"), (Format.JSONLD, "json-ld")])
def test_both_files_are_the_same_graph(form: Format, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's parser of JSON-LD
        graph = Graph().parse(data=write(sample(), form), format=name)

    assert set(graph) == set(graph_of(sample()))


def test_our_own_terms_are_all_described() -> None:
    used = {
        str(term).removeprefix(str(AT.own))
        for triple in graph_of(sample())
        for term in triple
        if str(term).startswith(str(AT.own))
    }
    listed = graph_of(RegisterFile(sample().about, ()))
    assert len(listed)
    assert used <= OWN_TERMS.keys()
    assert OWN_TERMS.keys() - used == {"asOf", "knownAt", "continuedBy", "formerName", "part"}


def test_an_item_has_its_names_its_sector_and_its_relations() -> None:
    graph = graph_of(sample())

    assert set(graph.objects(ITEM, SKOS.prefLabel)) == {
        Literal("衛星姿態控制及指向技術", lang="zh-Hant"),
        Literal("Satellite attitude control", lang="en"),
    }
    assert {str(each) for each in graph.objects(ITEM, SKOS.altLabel)} == {"衛星姿態控制技術", "衛星姿控技術"}
    assert graph.value(ITEM, SKOS.broader) == AT.sector("space")
    assert graph.value(ITEM, SKOS.closeMatch) == URIRef("https://lists.example/eu#7")
    (note,) = graph.objects(ITEM, SKOS.scopeNote)
    assert Literal("含軟體", lang="zh-Hant") in set(graph.objects(note, RDF.value))


def test_a_version_has_its_time_its_source_and_what_it_replaces() -> None:
    graph = graph_of(sample())
    first, slip, third = (URIRef(f"{ITEM}versions/{number}/") for number in (1, 2, 3))

    assert str(graph.value(first, SCHEMA.validThrough)) == "2025-08-31"
    assert graph.value(third, SCHEMA.validThrough) is None
    assert graph.value(third, PROV.wasRevisionOf) == slip
    assert set(graph.objects(third, DCTERMS.replaces)) == {first, slip}
    assert graph.value(third, DCTERMS.source) == AT.announcement(2)
    assert (AT.item(12), SKOS.inScheme, AT.scheme) in graph
    assert graph.value(URIRef(f"{AT.item(12)}versions/1/"), PROV.wasDerivedFrom) == third
