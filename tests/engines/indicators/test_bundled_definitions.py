"""The definitions that come with the program: whole, in both languages, and of what the bundled lists name."""

import csv
import re
from collections import Counter
from importlib import resources

import pytest

from coretech.engines.indicators.definitions import Technology, read_technologies, write_technologies

DATA = resources.files("coretech.data")
TEXT = DATA.joinpath("watch", "technologies.csv").read_text(encoding="utf-8")
BUNDLED = read_technologies(TEXT)
HAN = re.compile(r"[\u3400-\u9fff]")
KINDS = {"TW", "AREA", "BRIEF"}


def listed() -> set[str]:
    """Every item of every list that is bundled."""
    files = [each for each in DATA.joinpath("lists").iterdir() if each.name.endswith(".csv")]
    return {
        f"{file.name.removesuffix('.csv')}/{row['code']}"
        for file in files
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    }


@pytest.mark.parametrize("technology", BUNDLED, ids=lambda each: each.id)
def test_each_definition_has_keywords_in_both_languages(technology: Technology) -> None:
    words = [term.written for way in technology.query.ways for term in way if term.needle]

    assert any(HAN.search(each) for each in words)
    assert any(not HAN.search(each) for each in words)
    zh, _, en = technology.name.partition(" / ")
    assert HAN.search(zh)
    assert en
    assert not HAN.search(en)
    assert (technology.version, technology.author) == ("2", "coretech")
    assert HAN.search(technology.why)
    assert technology.why.partition(" / ")[2]


def test_every_item_of_every_bundled_list_is_defined_and_no_other_is_named() -> None:
    assert {item for each in BUNDLED for item in each.items} == listed()
    assert all(each.items for each in BUNDLED)


def test_each_announced_item_has_a_definition_of_its_own() -> None:
    own = {each.id: each.items[0] for each in BUNDLED if re.fullmatch(r"TW-\d\d", each.id)}

    assert own == {f"TW-{number:02d}": f"TW-2023-12-05/{number}" for number in range(1, 23)}


def test_every_topic_that_is_looked_for_has_its_name_and_no_other_is_kept() -> None:
    named = dict(
        csv.reader(DATA.joinpath("watch", "topics.csv").read_text(encoding="utf-8").splitlines()[1:])
    )
    asked = {f"T{term.topic}" for each in BUNDLED for term in each.query.terms if term.topic is not None}

    assert set(named) == asked
    assert all(named.values())


def test_only_one_definition_has_no_topic_and_says_so() -> None:
    without = [each for each in BUNDLED if all(term.topic is None for term in each.query.terms)]

    assert [(each.id, "no topic of OpenAlex fits" in each.why) for each in without] == [("TW-03", True)]


def test_no_topic_is_asked_for_that_gathers_what_could_not_be_placed() -> None:
    astray = {14423, 13370, 13904, 13674, 14504}

    assert not astray & {term.topic for each in BUNDLED for term in each.query.terms}


def test_ids_are_unique_and_say_where_the_technology_is_from() -> None:
    assert max(Counter(each.id for each in BUNDLED).values()) == 1
    assert {each.id.partition("-")[0] for each in BUNDLED} == KINDS


def test_no_keyword_is_taken_away_by_an_exclusion_of_the_same_definition() -> None:
    taken = {
        (each.id, term.written)
        for each in BUNDLED
        for way in each.query.ways
        for term in way
        for without in each.query.without
        if term.needle and without.needle.strip() in term.needle
    }

    assert not taken


def test_the_table_is_written_as_it_is_kept() -> None:
    assert write_technologies(BUNDLED) == TEXT
