"""What a line of text means as a query, in either language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.indicators.definitions import read_technologies, write_technologies
from coretech.engines.indicators.folded import folded, needle
from coretech.engines.indicators.queries import read_query
from coretech.kit.refusal import Refused


def finds(query: str, text: str) -> bool:
    read, words = read_query(query), folded(text)
    met = any(all(term.needle in words for term in way) for way in read.ways)
    return met and not any(term.needle in words for term in read.without)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("quantum", "Towards QUANTUM-error correction"),
        ('"error correction"', "Quantum error–correction codes"),
        ("semiconductor*", "Semiconductors of tomorrow"),
        ('"solar cell*"', "Better solar cells"),
        ("量子", "以量子位元運算"),
        ("「量子 運算」", "量子運算"),
        ("臺灣", "台灣的晶片"),
        ("AI晶片", "一種 AI 晶片之封裝"),
        ("GaN, SiC", "Ohmic contacts on SiC"),
        ("quantum AND code*", "Codes for quantum memories"),
        ("gan OR sic", "A GaN device"),
    ],
)
def test_a_query_finds(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("gan", "Organic devices"),
        ("semiconductor", "Semiconductors of tomorrow"),
        ("quantum AND code", "Codes for quantum memories"),
        ("quantum -review", "A review of quantum memories"),
        ('"solar cell"', "Cells of the solar year"),
    ],
)
def test_a_query_does_not_find(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    "text", ["T10399", "https://openalex.org/T10399", "https://openalex.org/topics/t10399"]
)
def test_a_topic_is_its_number_or_its_address(text: str) -> None:
    query = read_query(text)

    assert query.only_topics
    assert [term.topic for term in query.terms] == [10399]


def test_nothing_means_everything_and_an_exclusion_alone_all_the_rest() -> None:
    assert read_query("  ").everything
    assert not read_query("-review").everything
    assert not read_query("-review").only_topics


@pytest.mark.parametrize("text", ['"open', "AND a", "a AND", "a AND AND b", '"…"', "★"])
def test_what_cannot_be_read_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_query(text)

    assert refused.value.status == 422


@given(st.text())
def test_folding_twice_changes_nothing_and_a_text_holds_its_own_needle(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert needle(text) in folded(text)


def test_definitions_are_read_and_written_alike() -> None:
    text = 'technology_id,name,query\na,Everything,\nb,"One, two","T1 ""error correction"" -review"\n'

    assert write_technologies(read_technologies(text)) == text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("id,name\n", "technology_id"),
        ("technology_id,name,query\n", "no row"),
        ("technology_id,name,query\n,x,y\n", "line 2"),
        ("technology_id,name,query\na,x,AND\n", "line 2"),
        ("technology_id,name,query\na,x,y\na,x,y\n", "twice: a"),
    ],
)
def test_a_table_of_definitions_that_cannot_be_read_says_where(text: str, named: str) -> None:
    with pytest.raises(Refused, match=named):
        read_technologies(text)
