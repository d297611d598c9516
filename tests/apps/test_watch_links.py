"""Bundled definitions that somebody changed, and the items of lists that technologies stand for."""

from dataclasses import replace

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.lists.bundled import load_lists
from coretech.apps.lists.models import ListItem, ListVersion
from coretech.apps.lists.storing import write_version
from coretech.apps.register.queries import in_force
from coretech.apps.watch.bundled import bundled_technologies, load_watch
from coretech.apps.watch.operations.define_technology import Defined, NewTechnology, define_technology
from coretech.apps.watch.queries import find_technology, newest_definition, ways_of
from coretech.apps.watch.signals.listed import items_of, watching, watching_item
from coretech.apps.watch.signals.topics import find_topic, topics
from coretech.kit.refusal import Refused
from coretech.readers.lists.bundled import bundled_versions
from tests import factories
from tests.factories import watch_factories

pytestmark = pytest.mark.usefixtures("stage", "_bundled")
WAYS = {"topics": ["T10682"], "words_zh": ["量子"], "words_en": [], "without": []}


@pytest.fixture(scope="module")
def _bundled(shared_stage: DjangoDbBlocker) -> None:
    """The bundled lists and definitions, stored once for all tests of the file."""
    with shared_stage.unblock():
        load_lists()
        load_watch()


def test_every_item_in_force_and_every_item_of_a_bundled_list_is_watched() -> None:
    watched = {each.number for each in topics(watch_factories.office()).all if each.watched}
    listed = ListItem.objects.select_related("version")

    assert {each.item.number for each in in_force(factories.DAY)} <= watched
    assert [f"{each.version.code}/{each.code}" for each in listed if not watching(each)] == []
    assert len(listed) == sum(len(each.items) for each in bundled_technologies())


def test_a_technology_leads_to_every_item_it_stands_for_and_each_leads_back() -> None:
    code = "AREA-QUANTUM"
    given = next(each.items for each in bundled_technologies() if each.id == code)
    found = items_of([code])[code]

    assert {f"{each.version.code}/{each.code}" for each in found} == set(given)
    assert all([each.code for each in watching(item)] == [code] for item in found)
    assert {each.pk for each in find_topic(code).listed} == {each.pk for each in found}


def test_an_item_that_a_newer_version_keeps_under_its_code_and_name_keeps_its_technology() -> None:
    newest = next(each for each in bundled_versions() if each.head.code == "NL-NTS-2024")
    file = newest.file()
    renamed = replace(file.entries[0], names={"en": "Something else altogether"})
    entries = (renamed, *file.entries[1:])
    by = Acting(at=now(), username="system")
    write_version(by, replace(file, head=replace(file.head, code="NL-NTS-2026"), entries=entries), ())
    version = ListVersion.objects.get(code="NL-NTS-2026")
    first, second, *_ = version.items.order_by("place")

    assert not watching(first)
    assert [each.code for each in watching(second)] == ["AREA-QUANTUM"]


def test_what_somebody_defined_is_left_as_it_is() -> None:
    office = watch_factories.office()
    define_technology(office, "TW-21", Defined(WAYS, "narrower", 2))

    assert not load_watch()
    assert find_technology("TW-21").newest == 3


def test_a_topic_may_be_joined_with_a_word_where_topics_are_written() -> None:
    office = watch_factories.office()
    define_technology(office, "TW-21", Defined({**WAYS, "topics": ["T11130 AND lattice*"]}, "narrower", 2))

    assert ways_of(newest_definition(find_technology("TW-21")))["topics"] == ["T11130 AND lattice*"]
    with pytest.raises(Refused, match="no topic"):
        define_technology(
            office, "TW-21", Defined({**WAYS, "topics": ["lattice* AND T11130"]}, "narrower", 3)
        )


@pytest.mark.parametrize(("item", "said"), [(21, "watched already"), (900, "no item 900")])
def test_an_item_is_watched_by_one_technology_and_must_be_there(item: int, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        define_technology(
            watch_factories.office(), "OWN-1", Defined(WAYS, "because", 0), NewTechnology("一", "One", item)
        )

    assert refused.value.field == "item"
    assert [each.code for each in watching_item(21)] == ["TW-21"]
