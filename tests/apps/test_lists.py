"""Lists in versions: the bundled ones stored once, new ones taken in whole, and what differs between two."""

import datetime as dt
import json

import pytest
from django.db import Error, transaction
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.lists.bundled import load_lists, missing_versions
from coretech.apps.lists.comparing import Kind, compared
from coretech.apps.lists.corpus import listed_texts
from coretech.apps.lists.foreign import foreign_lists
from coretech.apps.lists.importing import difference
from coretech.apps.lists.models import ListItem, ListStatus, ListVersion, TechnologyList
from coretech.apps.lists.operations.import_list import import_list
from coretech.apps.lists.operations.set_list_status import Stand, set_list_status
from coretech.apps.lists.queries import items_of, version_of
from coretech.apps.lists.sides_compared import as_rows, compared_versions
from coretech.apps.lists.tree import tree_of
from coretech.apps.lists.versions import as_file
from coretech.apps.register.models import ItemVersion
from coretech.kit.refusal import Refused
from coretech.readers.lists.bundled import bundled_versions
from coretech.readers.lists.formats import read_list
from coretech.readers.lists.records import Entry
from tests import factories
from tests.factories import lists_factories as lists


@pytest.fixture(scope="module")
def _bundled(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        lists.staged()


@pytest.fixture(autouse=True)
def _staged(stage: None, _bundled: None) -> None:
    """The bundled lists, stored once for all tests of the file."""


def entries(*names: str) -> tuple[Entry, ...]:
    return read_list(lists.named(*names)).entries


def test_the_bundled_lists_are_stored_once_as_they_are_and_the_log_answers_for_them() -> None:
    assert (missing_versions(), load_lists(), ListVersion.objects.count()) == ([], False, 15)
    assert Act.objects.filter(kind="list.bundled").count() == 1
    for each in bundled_versions():
        assert as_file(version_of(each.head.code).version) == each.file()
    assert audit().broken == ()


def test_our_own_list_has_the_names_of_the_register() -> None:
    version = version_of("TW-2023-12-05").version
    register = {each.item.number: each.name_zh for each in ItemVersion.objects.filter(version=1)}

    assert {int(each.code): each.name.zh for each in items_of(version)} == register


def test_two_versions_stand_under_one_list_and_the_older_one_is_replaced() -> None:
    old, new = version_of("US-NSTC-2022"), version_of("US-NSTC")

    assert (old.status, old.since, new.code, new.in_force) == ("replaced", "2024-02-12", "US-NSTC-2024", True)
    assert (new.here, new.version.complete) == (18, False)


def test_the_european_areas_and_technologies_are_one_tree() -> None:
    areas = tree_of(items_of(version_of("EU-2023-10-03").version))

    assert (len(areas), [each.below for each in areas]) == (10, [4, 4, 4, 4, 0, 0, 0, 0, 0, 0])


def test_what_came_went_and_changed_between_the_american_versions() -> None:
    found = compared_versions("US-NSTC-2022", "US-NSTC-2024").comparison
    told = {
        (each.kind, *(entry.names["en"] for entry in (*each.left, *each.right)))
        for each in found.changes
        if each.kind is not Kind.SAME
    }

    assert told == {
        (
            Kind.RENAMED,
            "Communication and Networking Technologies",
            "Integrated Communication and Networking Technologies",
        ),
        (Kind.RENAMED, "Quantum Information Technologies", "Quantum Information and Enabling Technologies"),
        (Kind.RENAMED, "Renewable Energy Generation and Storage", "Clean Energy Generation and Storage"),
        (
            Kind.RENAMED,
            "Autonomous Systems and Robotics",
            "Highly Automated, Autonomous, and Uncrewed Systems, and Robotics",
        ),
        (
            Kind.MERGED,
            "Networked Sensors and Sensing",
            "Advanced and Networked Sensing and Signature Management",
        ),
        (Kind.CAME, "Data Privacy, Data Security, and Cybersecurity Technologies"),
        (Kind.CAME, "Positioning, Navigation, and Timing Technologies"),
        (Kind.WENT, "Advanced Nuclear Energy Technologies"),
        (Kind.WENT, "Financial Technologies"),
    }
    assert all(each.proposed == (each.kind in {Kind.RENAMED, Kind.MERGED}) for each in found.changes)


def test_a_split_is_a_merger_seen_from_the_other_side_and_nothing_is_lost_either_way() -> None:
    back = compared_versions("US-NSTC-2024", "US-NSTC-2022").comparison

    assert (back.counts[Kind.SPLIT], back.counts[Kind.CAME], back.counts[Kind.WENT]) == (1, 2, 2)
    for side, count in (("left", 18), ("right", 19)):
        codes = [
            entry.code
            for each in back.changes
            if each.kind is not Kind.SPLIT
            for entry in getattr(each, side)
        ]
        rest = [
            entry.code for each in back.changes if each.kind is Kind.SPLIT for entry in getattr(each, side)
        ]
        assert len({*codes, *rest}) == count


def test_equal_names_are_certain_however_they_are_typed_and_an_item_below_another_one_has_moved() -> None:
    left = read_list(b"code,parent,name:en\na,,Energy\nb,,Space\nc,a,Solar Cells").entries
    right = read_list("code,parent,name:en\n1,,ＥＮＥＲＧＹ\n2,,Space\n3,2,solar  cells".encode()).entries
    found = {each.right[0].code: (each.kind, each.proposed) for each in compared(left, right).changes}

    assert found == {"1": (Kind.SAME, False), "2": (Kind.SAME, False), "3": (Kind.MOVED, False)}


def test_lists_of_two_countries_are_compared_across_languages() -> None:
    rows = list(as_rows(compared_versions("NL-NTS-2024", "US-NSTC-2024")))
    pairs = {(row[4], row[6]): row[1] for row in rows[1:]}

    assert rows[0][0] == "kind"
    assert pairs["量子技術", "Quantum Information and Enabling Technologies"] == "yes"


def test_a_version_is_taken_in_whole_and_replaces_the_one_in_force() -> None:
    lists.imported(lists.named("Chips", "Robots"))
    given = lists.given(lists.named("Chips", "Robots and drones", "Lasers"), "XX-2", dated="2025-03")
    would = difference(given)
    act = import_list(lists.office(), given, given.digest)

    assert would is not None
    assert would.counts == {Kind.RENAMED: 1, Kind.CAME: 1, Kind.SAME: 1}
    assert (act.subject, act.public["items"], act.public["replaces"]) == ("list/XX-2", 3, ["XX-1"])
    assert [version_of(code).status for code in ("XX-1", "XX-2")] == ["replaced", "in_force"]
    assert version_of("XX-1").since == "2025-03"
    assert TechnologyList.objects.filter(code="XX-MADE").count() == 1
    assert audit().broken == ()


def test_an_older_version_that_is_taken_in_later_replaces_nothing() -> None:
    lists.imported(lists.named("Chips"))
    lists.imported(lists.named("Chips"), "XX-0", "replaced", dated="2020")

    assert version_of("XX-1").in_force
    assert version_of("XX-MADE").code == "XX-1"


def test_a_file_of_our_own_tells_its_head_itself() -> None:
    of = dict.fromkeys(("code", "country", "issuer_zh", "issuer_en", "title_zh", "title_en"), "YY")
    version = {"code": "YY-1", "dated": "2021", "effects": ["fund"], "complete": False, "source_name": "c"}
    items = [{"code": "2", "parent": "1", "names": {"en": "below"}}, {"code": "1", "names": {"en": "x"}}]
    raw = json.dumps({"list": of, "version": version, "items": items}).encode()
    lists.imported(
        raw,
        "",
        list="",
        country="",
        issuer_zh="",
        issuer_en="",
        title_zh="",
        title_en="",
        dated="",
        source_name="",
        effects=(),
        complete=None,
    )
    stored = {each.code: each for each in items_of(version_of("YY-1").version)}

    assert (stored["2"].parent_id, stored["2"].place) == (stored["1"].pk, 1)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"code": "import"}, "code"),
        ({"code": "a b"}, "code"),
        ({"code": "US-NSTC"}, "code"),
        ({"code": "US-NSTC-2022"}, "code"),
        ({"list": ""}, "list"),
        ({"dated": "2024-13"}, "dated"),
        ({"dated": "soon"}, "dated"),
        ({"country": "Nowhere"}, "country"),
        ({"issuer_en": " "}, "issuer_en"),
        ({"effects": ()}, "effects"),
        ({"effects": ("harm",)}, "effects"),
        ({"stated_count": -1}, "stated_count"),
        ({"source_url": "javascript:x"}, "source_url"),
        ({"title_zh": "長" * 161}, "title_zh"),
        ({"status": "gone"}, "status"),
    ],
)
def test_a_head_that_lacks_something_is_refused_at_its_field(told: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        lists.imported(lists.named("Chips"), **told)  # type: ignore[arg-type]  # fields by name

    assert (refused.value.status, refused.value.field) == (422, field)
    assert not ListVersion.objects.filter(list__code="XX-MADE").exists()


def test_a_file_with_a_fault_a_stale_look_and_a_stranger_are_refused() -> None:
    given = lists.given(lists.named("Chips"))
    with pytest.raises(Refused) as faulty:
        lists.imported(b"code,name:en\na,x\na,y")
    with pytest.raises(Refused) as stale:
        import_list(lists.office(), given, "0" * 64)
    with pytest.raises(Refused) as stranger:
        import_list(factories.acting("agency-nstc"), given)

    assert [each.value.status for each in (faulty, stale, stranger)] == [422, 409, 403]
    assert "Line 3" in faulty.value.sentence.en


def test_a_status_follows_the_one_before_and_tells_why() -> None:
    stand = Stand("in_force", "2026-01-05", "announced", "draft")
    act = set_list_status(lists.office(), "TW-2025-11-24", stand)

    assert (act.public["was"], version_of("TW-2025-11-24").since) == ("draft", "2026-01-05")
    for wrong, status in (
        (stand, 409),
        (Stand("in_force", "2026-01-05", "x", "in_force"), 409),
        (Stand("replaced", "later", "x", "in_force"), 422),
        (Stand("replaced", "2027", " ", "in_force"), 422),
        (Stand("lost", "2027", "x", "in_force"), 422),
    ):
        with pytest.raises(Refused) as refused:
            set_list_status(lists.office(), "TW-2025-11-24", wrong)
        assert refused.value.status == status
    with pytest.raises(Refused, match="Office"):
        set_list_status(factories.acting("agency-nstc"), "TW-2025-11-24", stand)


def test_the_database_refuses_to_change_an_item_or_a_status() -> None:
    for row in (ListItem.objects.all()[0], ListStatus.objects.all()[0], ListVersion.objects.all()[0]):
        with pytest.raises(Error, match="Cannot"), transaction.atomic():
            row.delete()


def test_the_corpus_has_every_item_in_force_and_no_other() -> None:
    found = listed_texts()
    keys = {each.key for each in found}

    assert len(keys) == len(found) == 19 - 19 + 18 + 6 + 26 + 7 + 68 + 12 + 12 + 17 + 10 + 15 + 22
    assert "US-NSTC-2022/1" not in keys
    chips = next(each for each in found if each.key == "US-NSTC-2024/17")
    assert (chips.words.zh, chips.href) == ("半導體與微電子", "/lists/US-NSTC-2024/items/17/")
    assert "Semiconductors" in chips.text


def test_foreign_names_are_the_issuers_own_and_our_list_is_not_among_them() -> None:
    found = {each.code: each for each in foreign_lists()}

    assert not any(code.startswith("TW") for code in found)
    assert found["US-NSTC-2024"].names[0] == "Advanced Computing"
    assert found["JP-METI-2023"].names[0] == "洗浄"
    assert found["EU-2023-10-03"].date == dt.date(2023, 10, 3).isoformat()
