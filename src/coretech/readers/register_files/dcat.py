"""The dataset's description for catalogues: DCAT 3 (W3C, 2024) as JSON-LD."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.jsonld_file import jsonld_of
from coretech.readers.register_files.records import LICENCE_ADDRESS, TITLE
from coretech.readers.register_files.vocabulary import EN, ZH, Addresses, empty_graph

MEDIA_TYPE = "application/ld+json"
_DCAT = Namespace(str(DCAT))  # the library's list of the terms ends with DCAT 2
_ADMS = Namespace("http://www.w3.org/ns/adms#")
_SPDX = Namespace("http://spdx.org/rdf/terms#")
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_SKOS = URIRef("http://www.w3.org/TR/skos-reference/")
_TAIWAN = URIRef("https://sws.geonames.org/1668284/")
_CODES = "http://publications.europa.eu/resource/authority/"
_IRREGULAR = URIRef(f"{_CODES}frequency/IRREG")
_STABLE = URIRef("http://purl.org/adms/status/Completed")
_ABOUT = Sentence(
    "依認定辦法公告的國家核心關鍵技術：項目、領域、主管機關、沿革。每次公告後更新。",
    "The national core key technologies as announced: items, sectors, authorities and history. "
    "It changes with each announcement.",
)
_KEYWORDS = (
    Sentence("國家核心關鍵技術", "national core key technologies"),
    Sentence("技術保護", "protection of technology"),
)
_CONTACT = Sentence("關鍵技術辦公室", "Office for key technologies")


@dataclass(frozen=True, slots=True)
class Distribution:
    """One format of the dataset: where it is, what it is, and the bytes it consists of now."""

    address: str
    title: str
    media_type: str
    content: bytes
    skos: bool


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is told of the dataset; the days are None and the edition is 0 before the first announcement."""

    base: str
    publisher: Sentence
    edition: int
    issued: dt.date | None
    modified: dt.date | None
    distributions: tuple[Distribution, ...]


def write(dataset: Dataset) -> bytes:
    """The description as JSON-LD."""
    return jsonld_of(graph_of(dataset))


def graph_of(dataset: Dataset) -> Graph:
    """The dataset, its distributions, and the service that answers by query."""
    at = Addresses(dataset.base)
    graph = empty_graph(
        {**at.prefixes(), "dcat": str(DCAT), "adms": str(_ADMS), "spdx": str(_SPDX), "vcard": str(_VCARD)}
    )
    node = at.own.dataset
    _describe(graph, node, dataset)
    _contact(graph, node, dataset, at)
    _time(graph, node, dataset)
    for each in dataset.distributions:
        _distribute(graph, node, each)
    return graph


def _describe(graph: Graph, node: URIRef, dataset: Dataset) -> None:
    page = URIRef(f"{dataset.base}/register/open-data/")
    graph.add((node, RDF.type, DCAT.Dataset))
    _words(graph, node, DCTERMS.title, TITLE)
    _words(graph, node, DCTERMS.description, _ABOUT)
    for keyword in _KEYWORDS:
        _words(graph, node, DCAT.keyword, keyword)
    graph.add((node, DCTERMS.identifier, Literal(f"{dataset.base}/register/", datatype=XSD.anyURI)))
    graph.add((node, DCTERMS.license, URIRef(LICENCE_ADDRESS)))
    graph.add((node, DCTERMS.spatial, _TAIWAN))
    graph.add((node, DCTERMS.accrualPeriodicity, _IRREGULAR))
    graph.add((node, DCTERMS.conformsTo, _SKOS))
    graph.add((node, _ADMS.status, _STABLE))
    graph.add((node, DCAT.landingPage, page))
    graph.add((node, _DCAT.version, Literal(str(dataset.edition))))
    for language in ("ZHO", "ENG"):
        graph.add((node, DCTERMS.language, URIRef(f"{_CODES}language/{language}")))


def _contact(graph: Graph, node: URIRef, dataset: Dataset, at: Addresses) -> None:
    publisher, contact = at.own.publisher, at.own.contact
    graph.add((node, DCTERMS.publisher, publisher))
    graph.add((publisher, RDF.type, FOAF.Agent))
    _words(graph, publisher, FOAF.name, dataset.publisher)
    graph.add((node, DCAT.contactPoint, contact))
    graph.add((contact, RDF.type, _VCARD.Organization))
    _words(graph, contact, _VCARD.fn, _CONTACT)
    graph.add((contact, _VCARD.hasURL, URIRef(f"{dataset.base}/")))


def _time(graph: Graph, node: URIRef, dataset: Dataset) -> None:
    """When it was first announced, when it changed last, and from when on it tells of the list."""
    if dataset.issued is None or dataset.modified is None:
        return
    graph.add((node, DCTERMS.issued, Literal(dataset.issued)))
    graph.add((node, DCTERMS.modified, Literal(dataset.modified)))
    period = URIRef(f"{node}-period")
    graph.add((node, DCTERMS.temporal, period))
    graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
    graph.add((period, DCAT.startDate, Literal(dataset.issued)))


def _distribute(graph: Graph, dataset: URIRef, told: Distribution) -> None:
    node = URIRef(told.address)
    graph.add((dataset, DCAT.distribution, node))
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, Literal(told.title)))
    graph.add((node, DCAT.downloadURL, node))
    graph.add((node, DCAT.accessURL, node))
    graph.add((node, DCAT.mediaType, URIRef(f"{_MEDIA}{told.media_type}")))
    graph.add((node, DCAT.byteSize, Literal(len(told.content), datatype=XSD.nonNegativeInteger)))
    graph.add((node, DCTERMS.license, URIRef(LICENCE_ADDRESS)))
    if told.skos:
        graph.add((node, DCTERMS.conformsTo, _SKOS))
    checksum = URIRef(f"{node}#checksum")
    graph.add((node, _SPDX.checksum, checksum))
    graph.add((checksum, RDF.type, _SPDX.Checksum))
    graph.add((checksum, _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256))
    digest = Literal(hashlib.sha256(told.content).hexdigest(), datatype=XSD.hexBinary)
    graph.add((checksum, _SPDX.checksumValue, digest))


def _words(graph: Graph, node: URIRef, property_: URIRef, words: Sentence) -> None:
    graph.add((node, property_, Literal(words.zh, lang=ZH)))
    graph.add((node, property_, Literal(words.en, lang=EN)))
