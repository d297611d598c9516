"""A crosswalk as files: SSSOM as its standard asks, SKOS with what holds, CSV for spreadsheets."""

import csv
import io

import pytest
import yaml
from pytest_django import DjangoDbBlocker
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from coretech.apps.lists.mapping_files import Format, mapping_set, write
from coretech.apps.lists.models import Mapping
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.sides import version_side
from coretech.apps.lists.sssom import MappingSet
from tests import factories
from tests.factories import crosswalk_factories
from tests.factories.crosswalk_factories import LEFT, RIGHT, accepted, ours, proposed

REQUIRED = {"subject_id", "predicate_id", "object_id", "mapping_justification"}


@pytest.fixture(autouse=True, scope="module")
def _lists(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        crosswalk_factories.lists()


pytestmark = pytest.mark.usefixtures("stage")


def our_set(*, named: bool = False) -> MappingSet:
    return mapping_set(version_side(LEFT), ours(), factories.DAY, named=named)


def sssom(found: MappingSet) -> tuple[dict[str, object], list[dict[str, str]]]:
    """The metadata and the lines, read as the standard says."""
    text = write(found, Format.SSSOM).decode("utf-8")
    lines = text.split("\n")
    header = [line[1:] for line in lines if line.startswith("#")]
    metadata: dict[str, object] = yaml.safe_load("\n".join(header))
    body = "\n".join(lines[len(header) :])
    return metadata, list(csv.DictReader(io.StringIO(body), delimiter="\t", strict=True))


def test_the_metadata_names_the_set_its_licence_its_tool_and_both_sources() -> None:
    accepted()
    metadata, _ = sssom(our_set())
    base = str(metadata["mapping_set_id"]).partition("/crosswalk/")[0]

    assert metadata["mapping_set_id"] == f"{base}/crosswalk/{LEFT}/register/"
    assert metadata["curie_map"] == {"left": f"{base}/lists/{LEFT}/items/", "right": f"{base}/register/"}
    assert str(metadata["license"]).startswith("https://creativecommons.org/")
    assert {"mapping_tool", "mapping_tool_version", "subject_source", "object_source"} <= metadata.keys()


def test_every_line_has_what_the_standard_requires_with_identifiers_its_prefixes_resolve() -> None:
    accepted()
    metadata, lines = sssom(our_set())
    prefixes = {*metadata["curie_map"], "skos", "semapv"}  # type: ignore[misc]  # a map, as the test above holds

    assert lines
    for line in lines:
        assert line.keys() >= REQUIRED
        for name in REQUIRED:
            assert line[name].partition(":")[0] in prefixes


def test_a_judged_line_is_curated_a_proposal_lexical_and_a_rejected_one_says_not() -> None:
    held = accepted()
    other = Mapping.objects.exclude(pk=held.pk).first()
    assert other is not None
    assert {line["mapping_justification"] for line in sssom(our_set())[1]} == {
        "semapv:ManualMappingCuration",
        "semapv:LexicalMatching",
    }

    judge_mapping(factories.acting("office"), other.pk, Verdict("rejected", 'a\ttab, a "quote"\nand a line'))

    lines = sssom(our_set())[1]
    (rejected,) = [line for line in lines if line["predicate_modifier"] == "Not"]
    assert rejected["comment"].endswith('a\ttab, a "quote"\nand a line')
    assert rejected["confidence"] == "1.0"


def test_who_judged_is_told_only_to_those_who_judge() -> None:
    accepted()

    assert "author_label" not in sssom(our_set())[1][0]
    assert any(line["author_label"] for line in sssom(our_set(named=True))[1])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by the library that uses it itself
def test_skos_holds_what_was_accepted_alone_and_both_writings_say_the_same() -> None:
    held = accepted()
    found = our_set()
    turtle = Graph().parse(data=write(found, Format.TTL), format="turtle")
    linked = Graph().parse(data=write(found, Format.JSONLD), format="json-ld")
    pairs = list(turtle.subject_objects(SKOS.exactMatch))

    assert set(turtle) == set(linked)
    assert [str(one).rpartition("/lists/")[2] for one, _ in pairs] == [f"{LEFT}/items/1.1/"]
    assert not list(turtle.subject_objects(SKOS.relatedMatch))
    assert isinstance(pairs[0][1], URIRef)
    assert held.pk


def test_the_same_mappings_give_the_same_bytes_and_csv_opens_in_a_spreadsheet() -> None:
    proposed(LEFT, RIGHT)
    found = mapping_set(version_side(LEFT), version_side(RIGHT), factories.DAY)

    for form in Format:
        assert write(found, form) == write(found, form)
    rows = list(csv.DictReader(io.StringIO(write(found, Format.CSV).decode("utf-8-sig"))))
    assert len(rows) == len(found.lines)
    assert {row["left"] for row in rows} <= {"1", "1.1", "2", "3"}


def test_a_crosswalk_without_a_mapping_is_a_file_with_its_heading() -> None:
    metadata, lines = sssom(our_set())

    assert lines == []
    assert metadata["mapping_set_id"]
