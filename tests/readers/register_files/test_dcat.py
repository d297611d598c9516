"""The dataset's description says where each format is, how long it is, and what it should hash to."""

import datetime as dt
import hashlib
import warnings

from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef

from coretech.kit.sentence import Sentence
from coretech.readers.register_files import dcat
from coretech.readers.register_files.records import LICENCE_ADDRESS
from tests.readers.register_files.given import BASE

SPDX = Namespace("http://spdx.org/rdf/terms#")
ADDRESS = URIRef(f"{BASE}/register/export/csv")
FILE = dcat.Distribution(str(ADDRESS), "CSV", "text/csv", b"no,version\r\n", skos=False)
DAY = dt.date(2023, 12, 5)


def described(edition: int = 1, day: dt.date | None = DAY) -> Graph:
    publisher = Sentence("行政院", "Executive Yuan")
    raw = dcat.write(dcat.Dataset(BASE, publisher, edition, day, day, (FILE,)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's parser of JSON-LD
        return Graph().parse(data=raw, format="json-ld")


def test_a_distribution_has_its_address_its_size_and_its_checksum() -> None:
    graph = described()

    assert str(graph.value(ADDRESS, DCAT.byteSize)) == str(len(FILE.content))
    checksum = graph.value(ADDRESS, SPDX.checksum)
    assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(FILE.content).hexdigest()
    assert graph.value(ADDRESS, DCAT.downloadURL) == ADDRESS
    assert str(graph.value(ADDRESS, DCAT.mediaType)).endswith("/text/csv")


def test_the_dataset_says_all_that_a_catalogue_asks() -> None:
    graph = described()
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)

    asked = (
        *(DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCTERMS.spatial),
        *(DCTERMS.temporal, DCTERMS.accrualPeriodicity, DCTERMS.issued, DCTERMS.modified, DCTERMS.conformsTo),
        *(DCTERMS.language, DCAT.contactPoint, DCAT.landingPage, DCAT.distribution, DCAT.keyword),
    )
    assert [each for each in asked if graph.value(dataset, each, any=True) is None] == []
    assert graph.value(dataset, DCTERMS.license) == URIRef(LICENCE_ADDRESS)
    assert graph.value(dataset, URIRef(f"{DCAT}version")) == Literal("1")


def test_before_the_first_announcement_no_day_is_made_up() -> None:
    graph = described(edition=0, day=None)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)

    assert [graph.value(dataset, each) for each in (DCTERMS.issued, DCTERMS.temporal)] == [None, None]
