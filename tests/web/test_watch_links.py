"""Where pages name the technologies that watch them, what a definition asks for, and items that wait for one."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.lists.bundled import load_lists
from coretech.apps.watch.bundled import load_watch
from coretech.apps.watch.queries import find_technology
from coretech.jobs.watch import count_waiting
from tests.factories import signals_factories as signals
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
BOTH = ("", "/en")
ITEM = "/lists/AU-ASPI-2023/items/6.6/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')

pytestmark = pytest.mark.usefixtures("stage", "_counted")


@pytest.fixture(scope="module")
def _counted(shared_stage: DjangoDbBlocker) -> None:
    """The bundled lists, definitions and sample, counted once for all tests of the file."""
    with shared_stage.unblock():
        load_lists()
        load_watch()
        count_waiting()


def test_an_item_of_a_list_names_what_watches_it_and_where_that_stands() -> None:
    zh, en = (text_of(Client(), f"{way}{ITEM}") for way in BOTH)

    assert "聲納與聲學感測 領先：" in zh
    assert "臺灣：" in zh
    assert "Sonar and acoustic sensors" in en
    assert "beware: " in en
    assert "no conclusion can be drawn" in en
    assert "All its signals" not in en


def test_whoever_reads_signals_sees_the_newest_and_the_assessment(visit: Visit) -> None:
    signals.assessed("watch", "item-21")
    page = visit(signals.OFFICER).get("/en/register/21/").content.decode()

    assert "Post-quantum cryptography" in page
    assert 'href="/en/signals/item-21/"' in page
    assert "Keep watching" in page
    assert 'href="/en/signals/assessments/' in page
    assert "/signals/" not in Client().get("/en/register/21/").content.decode()


def test_a_technology_leads_to_every_item_it_stands_for_and_to_its_signals(visit: Visit) -> None:
    page = Client().get("/en/watch/TW-21/").content.decode()

    assert 'href="/en/register/21/"' in page
    assert 'href="/en/lists/TW-2023-12-05/items/21/"' in page
    assert 'href="/en/lists/AU-ASPI-2023/items/3.2/"' in page
    assert 'href="/en/signals/item-21/"' not in page
    assert 'href="/en/signals/item-21/"' in visit(signals.OFFICER).get("/en/watch/TW-21/").content.decode()


@pytest.mark.parametrize("way", BOTH)
def test_a_definition_names_its_topics_beside_its_keywords(way: str) -> None:
    page = Client().get(f"{way}/watch/BRIEF-SONAR/definition/").content.decode()
    told = text_of(Client(), f"{way}/watch/BRIEF-SONAR/definition/")

    assert page.count('href="https://openalex.org/T11698"') == 2
    assert "T11698 Underwater Acoustics Research" in told
    kinds = ("Topic", "Topic with a word", "Keyword") if way else ("主題", "主題加詞", "關鍵詞")
    assert all(kind in told for kind in kinds)
    assert ("加入 OpenAlex 主題" in told) == (not way)
    assert ("topics of OpenAlex added" in told) == bool(way)


def test_a_list_has_the_signals_of_everything_it_stands_for(visit: Visit) -> None:
    told = text_of(visit(signals.OFFICER), "/en/signals/AREA-AI/")

    assert "Artificial intelligence" in told
    assert "United States" in told
    assert 'href="/en/watch/AREA-AI/"' in visit(signals.OFFICER).get("/en/signals/AREA-AI/").content.decode()


def test_an_item_without_a_definition_waits_for_the_office_and_is_defined_from_there(visit: Visit) -> None:
    technology = find_technology("TW-22")
    technology.item = None
    technology.save(update_fields=["item"])
    office = visit(signals.OFFICE)
    work = office.get("/en/work/").content.decode()
    form = office.get("/en/watch/new/?item=22").content.decode()
    given = {name: unescape(value) for name, value in HIDDEN.findall(form)}
    more = {"code": "TW-22B", "zh": "主動防禦", "en": "Active defence", "topics": "", "words_zh": "主動防禦"}
    told = {**given, **more, "words_en": "", "without": "", "why": "a new item", "step": "confirm"}
    done = office.post("/en/watch/new/", told)

    assert "Define what is watched for item 22" in work
    assert "/en/watch/new/?item=22" in work
    assert "Define what is watched" not in text_of(visit(signals.OFFICER), "/en/work/")
    assert 'value="TW-22"' in form
    assert done.status_code == 302
    assert find_technology("TW-22B").item == 22
    assert "Define what is watched" not in text_of(office, "/en/work/")
