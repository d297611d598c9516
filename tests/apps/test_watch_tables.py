"""Tables of patents and of trade: kept with a manifest, counted by a technology's codes, never counted when altered."""

import datetime as dt
import io
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.models import Act
from coretech.apps.watch.bundled import bundled_technologies, load_watch
from coretech.apps.watch.counts.codes import bundled_codes, codes_of, sound_classes, sound_goods
from coretech.apps.watch.counts.tables import counts_for, narrowed, patented, traded
from coretech.apps.watch.counts.taking_in_tables import Kind, folder, take_table
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.keep_table import About, keep_table
from coretech.apps.watch.operations.name_codes import Named, name_codes
from coretech.apps.watch.queries import find_technology
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import watch_factories, watch_table_factories
from tests.factories.watch_table_factories import CHIPS, PATENTS

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _home(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_HOME = tmp_path


@pytest.fixture
def chips() -> str:
    load_watch()
    return CHIPS


def test_a_table_is_kept_with_its_manifest_and_its_problems_by_line(chips: str) -> None:
    table = watch_table_factories.patents()

    assert (table.coverage["patents"], table.size) == (5, len(PATENTS))
    assert (table.problems, [line for line, _, _ in table.listed]) == (2, [9, 9])
    assert table.columns["class"] == "cpc_class_symbol"
    assert (folder() / table.place).is_file()
    act = Act.objects.latest("pk")
    assert (act.kind, act.subject) == ("watch.table_kept", table.subject)
    assert chips in {each.code for each in counts_for(table)}


def test_a_technology_is_counted_by_its_classes(chips: str) -> None:
    watch_table_factories.patents()

    found = narrowed(find_technology(chips), Kind.PATENTS)
    assert found is not None
    made = patented(found)

    assert (made.patents, made.with_country) == (4, 2)
    assert [(each.key, each.patents, each.fractional) for each in made.countries] == [
        ("TW", 2, 1.5),
        ("US", 1, 0.5),
    ]
    assert {each.key: each.patents for each in made.offices} == {"US": 2, "TW": 1, "EP": 1}


def test_a_table_of_its_own_goes_before_one_of_everything_and_counts_whole(chips: str) -> None:
    every = watch_table_factories.patents()
    own = watch_table_factories.patents(chips)

    found = narrowed(find_technology(chips), Kind.PATENTS)
    assert found is not None
    assert (found.table, found.codes, patented(found).patents) == (own, (), 5)
    assert chips not in {each.code for each in counts_for(every)}
    assert [each.code for each in counts_for(own)] == [chips]


def test_trade_is_summed_for_its_goods(chips: str) -> None:
    watch_table_factories.trade()

    found = narrowed(find_technology(chips), Kind.TRADE)
    assert found is not None
    made = traded(found)

    assert (made.reporter, made.reporters, made.year) == ("TW", ["TW", "US"], 2023)
    assert [(each.key, dict(each.values)) for each in made.partners] == [("US", {"export": 90.0})]
    assert traded(found, "US").years == {2023: {"import": 12.0}}


def test_codes_are_named_in_versions_and_count_at_once(chips: str) -> None:
    watch_table_factories.patents()
    technology = find_technology(chips)

    name_codes(factories.acting("agency-nstc"), chips, Named(["a61k 31/00"], ["8542.31"], "to try", 0))

    now = codes_of(technology)
    assert (now.classes, now.goods, now.number) == (("A61K",), ("854231",), 1)
    found = narrowed(technology, Kind.PATENTS)
    assert found is not None
    assert patented(found).patents == 1
    with pytest.raises(Refused, match="changed meanwhile"):
        name_codes(watch_factories.office(), chips, Named(["H01L"], [], "again", 0))
    with pytest.raises(Refused, match="the same as"):
        name_codes(watch_factories.office(), chips, Named(["A61K"], ["854231"], "again", 1))


@pytest.mark.parametrize(
    ("classes", "goods", "field"),
    [(["9999"], [], "classes"), ([], ["854"], "goods"), (["H01L"] * 2, ["x"], "goods")],
)
def test_codes_that_are_none_are_refused(
    chips: str, classes: list[str], goods: list[str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        name_codes(watch_factories.office(), chips, Named(classes, goods, "why", 0))
    assert refused.value.field == field


def test_a_file_is_taken_in_once_but_again_with_other_columns(chips: str) -> None:
    assert chips
    watch_table_factories.patents()

    with pytest.raises(Refused, match="taken in before"):
        watch_table_factories.patents()
    told = take_table(Kind.PATENTS, "x.csv", io.BytesIO(PATENTS.encode()), 2026, {"country": "appln_auth"})
    keep_table(watch_factories.office(), told, About("PATSTAT", dt.date(2025, 1, 5)))
    assert KeptTable.objects.count() == 2


def test_rows_that_were_changed_or_lost_are_not_counted(chips: str) -> None:
    table = watch_table_factories.patents()
    found = narrowed(find_technology(chips), Kind.PATENTS)
    assert found is not None
    (folder() / table.place).write_bytes(b"something else")

    with pytest.raises(Refused, match="take it in again"):
        patented(found)
    (folder() / table.place).unlink()
    with pytest.raises(Refused, match="take it in again"):
        patented(found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.PATENTS),
        ("id,office\n", Kind.PATENTS),
        ("nothing,known\n1,2\n", Kind.PATENTS),
        ("hs,year,reporter,partner,value\n85,2090,TW,US,1\n", Kind.TRADE),
        ("%PDF-1.7 x", Kind.TRADE),
    ],
)
def test_a_file_without_anything_to_count_leaves_nothing_behind(text: str, kind: Kind) -> None:
    with pytest.raises(Refused):
        take_table(kind, "x.csv", io.BytesIO(text.encode()), 2026, {})
    assert not list(folder().glob("*"))


@pytest.mark.parametrize(
    "about",
    [
        About(" ", dt.date(2025, 1, 5)),
        About("x" * 301, dt.date(2025, 1, 5)),
        About("x", dt.date(2999, 1, 1)),
        About("x", dt.date(2025, 1, 5), technology="NOT-THERE"),
    ],
)
def test_what_is_told_of_a_table_is_checked(chips: str, about: About) -> None:
    assert chips
    with pytest.raises(Refused):
        watch_table_factories.taken(Kind.PATENTS, PATENTS, about)
    assert not KeptTable.objects.exists()


def test_only_the_office_keeps_tables_and_only_officers_name_codes(chips: str) -> None:
    taken = take_table(Kind.PATENTS, "x.csv", io.BytesIO(PATENTS.encode()), 2026, {})
    for account in ("member-01", "agency-nstc"):
        with pytest.raises(Refused) as refused:
            keep_table(factories.acting(account), taken, About("x", dt.date(2025, 1, 5)))
        assert refused.value.status == 403
    with pytest.raises(Refused) as refused:
        name_codes(factories.acting("member-01"), chips, Named(["H01L"], [], "why", 0))
    assert refused.value.status == 403


def test_bundled_codes_are_of_technologies_that_are_bundled_and_sound() -> None:
    found = bundled_codes()

    assert found.keys() <= {each.id for each in bundled_technologies()}
    assert all(sound_classes(each.classes) == sorted(each.classes) for each in found.values())
    assert all(sound_goods(each.goods) == sorted(each.goods) for each in found.values())
