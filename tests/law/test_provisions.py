"""Every paragraph of the regulation has its line, its home in the code, and its place on the page."""

from collections import Counter
from pathlib import Path

import pytest

from coretech.law.catalogue import ENTRIES
from coretech.law.permissions import PERMISSIONS
from coretech.law.provisions import provisions
from coretech.law.ruling import Level
from tools import law_reference

ROOT = Path(__file__).resolve().parents[2]

PARAGRAPHS = {1: 1, 2: 1, 3: 3, 4: 3, 5: 4, 6: 1, 7: 2, 8: 3, 9: 2, 10: 2, 11: 1, 12: 1, 13: 1, 14: 1}
"""How many paragraphs each of the fourteen articles has."""


def numbers() -> list[str]:
    return [
        str(article) if count == 1 else f"{article}.{paragraph}"
        for article, count in PARAGRAPHS.items()
        for paragraph in range(1, count + 1)
    ]


def test_every_paragraph_of_the_regulation_has_one_line() -> None:
    written = [each.number for each in provisions() if each.level is Level.TEXT and each.number[0].isdigit()]
    assert written == numbers()


@pytest.mark.parametrize("number", numbers())
def test_every_paragraph_stands_on_the_page(number: str) -> None:
    assert f"\n| {number} |" in law_reference.PAGE.read_text(encoding="utf-8")


def test_the_page_says_what_the_law_says() -> None:
    assert not law_reference.outdated()


def test_every_provision_has_a_home_or_says_what_becomes_of_it() -> None:
    homeless = [each.number for each in provisions() if not each.homes and each.kept is None]
    assert homeless == []


def test_every_home_is_there_and_every_question_is_one() -> None:
    homes = {home for each in provisions() for home in each.homes if not home.startswith("duty:")}
    assert homes == set(ENTRIES)


def test_a_question_is_at_home_where_its_articles_are() -> None:
    at_home = {(each.number, home) for each in provisions() for home in each.homes}
    owed = {(number, name) for name, entry in ENTRIES.items() for number in entry.question.articles}
    assert owed <= at_home


def test_a_power_rests_on_provisions_that_are_there() -> None:
    known = {each.number for each in provisions()}
    assert {number for power in PERMISSIONS.values() for number in power.articles} <= known


def test_the_links_of_the_page_lead_somewhere() -> None:
    text = law_reference.PAGE.read_text(encoding="utf-8")
    targets = {part.split(")")[0] for part in text.split("](")[1:]}
    assert [each for each in targets if not (law_reference.PAGE.parent / each).exists()] == []


def test_the_argument_for_every_reading_is_written_down() -> None:
    text = (ROOT / "docs" / "explanation" / "readings.md").read_text(encoding="utf-8")
    readings = Counter(name for entry in ENTRIES.values() for name in entry.question.readings)
    assert [name for name, times in readings.items() if text.count(f"`{name}`") < times] == []


@pytest.mark.parametrize("name", ENTRIES)
def test_a_question_with_readings_says_why_the_default_is_chosen(name: str) -> None:
    question = ENTRIES[name].question
    assert (question.because is None) is (not question.readings)
