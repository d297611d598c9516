"""Every kind of case on its way to the list, through the operations alone."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.register.lineage import continued_by, continues
from coretech.apps.register.queries import difference, history, in_force
from tests import factories
from tests.apps.refusing import refused
from tests.factories import kinds_factories
from tests.factories.kinds_factories import LATER

pytestmark = pytest.mark.usefixtures("stage")

EVE = LATER - dt.timedelta(days=1)


def numbers(day: dt.date) -> set[int]:
    return {version.item.number for version in in_force(day)}


def row_of(act: Act) -> int:
    return int(act.subject.split("/")[1])


def kinds() -> dict[int, str]:
    return {found.number: found.kind for found in difference(EVE, LATER)}


def test_a_change_of_name_renames_the_item_and_leaves_the_rest() -> None:
    before = kinds_factories.newest(12)
    case = kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))

    kinds_factories.brought_to_the_list(case)

    after = kinds_factories.newest(12)
    assert (after.change, after.name_zh, after.version) == ("renamed", factories.NEW_NAME, 2)
    assert (after.authority, after.sector) == (before.authority, before.sector)
    assert kinds() == {12: "renamed"}


def test_a_change_of_scope_leaves_the_name_and_says_the_scope() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "scope"))
    listed = kinds_factories.newest(12)
    kinds_factories.name(case, [kinds_factories.named(listed.name_zh, "限軌道高度2,000公里以下之衛星。")])

    kinds_factories.brought_to_the_list(case)

    after = kinds_factories.newest(12)
    assert (after.change, after.name_zh) == ("rescoped", listed.name_zh)
    assert after.scope_zh == "限軌道高度2,000公里以下之衛星。"
    assert kinds() == {12: "rescoped"}


def test_a_change_of_authority_moves_the_item() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "authority", authority="moea"))

    kinds_factories.brought_to_the_list(case)

    after = kinds_factories.newest(12)
    assert (after.change, after.authority.code) == ("moved", "moea")
    assert kinds() == {12: "moved"}


def test_a_split_ends_the_item_and_begins_one_for_each_result() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))
    kinds_factories.name(case, kinds_factories.split_results())

    kinds_factories.brought_to_the_list(case)

    ended = kinds_factories.newest(12)
    began = continued_by(ended)
    assert (ended.change, ended.version) == ("split", 2)
    assert [(version.item.number, version.name_zh) for version in began] == [
        (23, kinds_factories.SPLIT_NAMES[0]),
        (24, kinds_factories.SPLIT_NAMES[1]),
    ]
    assert numbers(LATER) == numbers(EVE) - {12} | {23, 24}
    assert kinds() == {12: "split", 23: "added", 24: "added"}


def test_a_merger_ends_its_items_and_begins_one() -> None:
    found = kinds_factories.change_of(12, "merge", name_zh="太空系統整合技術")
    case = kinds_factories.drafted(found)
    sources = (kinds_factories.technology(13),)
    kinds_factories.name(case, [kinds_factories.named("太空系統整合技術")], sources)

    kinds_factories.brought_to_the_list(case)

    began = kinds_factories.newest(23)
    assert [(version.item.number, version.change) for version in continues(began)] == [
        (12, "merged"),
        (13, "merged"),
    ]
    assert numbers(LATER) == numbers(EVE) - {12, 13} | {23}


def test_a_removal_takes_the_item_off_and_keeps_its_history() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "removal"))

    kinds_factories.brought_to_the_list(case)

    assert numbers(LATER) == numbers(EVE) - {12}
    assert [version.change for version in history(12)] == ["added", "removed"]
    assert kinds() == {12: "removed"}


def test_a_removed_item_comes_back_under_its_number() -> None:
    removal = kinds_factories.drafted(kinds_factories.change_of(12, "removal"))
    kinds_factories.brought_to_the_list(removal)
    again = dt.date(2025, 10, 1)

    case = kinds_factories.drafted(kinds_factories.back_on_list(12), LATER)
    kinds_factories.brought_to_the_list(case, LATER, dt.date(2025, 12, 1))

    assert 12 not in numbers(again)
    assert 12 in numbers(dt.date(2025, 12, 1))
    assert [version.change for version in history(12)] == ["added", "removed", "added"]


def test_an_announced_change_is_not_in_force_before_its_day() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "removal"))
    ready = kinds_factories.pre_announced(kinds_factories.approved(case))

    kinds_factories.announced(ready, effective=dt.date(2026, 1, 1))

    assert 12 in numbers(dt.date(2025, 12, 31))
    assert 12 not in numbers(dt.date(2026, 1, 1))


def test_a_split_into_one_is_none() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))

    refusal = refused(lambda: kinds_factories.name(case, [kinds_factories.named("唯一")]))

    assert (refusal.status, "至少2項" in refusal.sentence.zh) == (409, True)


def test_a_merger_of_one_is_none() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "merge", name_zh="合一"))
    officer = factories.acting("agency-nstc")
    factories.write_dossier(case)
    review_by_panel(officer, case.reference, Review(kinds_factories.DAY, 9, 8, "In favour."))

    refusal = refused(lambda: submit(officer, case.reference))

    assert (refusal.status, "至少2項" in refusal.sentence.zh) == (409, True)


def test_a_change_that_changes_nothing_is_not_submitted() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "scope"))
    officer = factories.acting("agency-nstc")
    factories.write_dossier(case)
    review_by_panel(officer, case.reference, Review(kinds_factories.DAY, 9, 8, "In favour."))

    assert "尚未寫明要變更什麼" in refused(lambda: submit(officer, case.reference)).sentence.zh


def test_two_results_need_names_of_their_own() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))
    same = [kinds_factories.named("太空技術"), kinds_factories.named("太空 技術")]

    assert refused(lambda: kinds_factories.name(case, same)).field == "name_zh_2"


def test_what_is_not_on_the_list_cannot_go_into_a_merger() -> None:
    other = kinds_factories.drafted(factories.addition())
    case = kinds_factories.drafted(kinds_factories.change_of(12, "merge"))
    sources = (other.technology_id,)

    refusal = refused(lambda: kinds_factories.name(case, [kinds_factories.named("合一")], sources))

    assert (refusal.status, refusal.field) == (422, "sources")


def test_a_case_starts_from_the_item_as_the_list_has_it() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))

    assert [row.name_zh for row in sources_of(case)] == [kinds_factories.newest(12).name_zh]
    assert [row.name_zh for row in results_of(case)] == [factories.NEW_NAME]


def test_what_is_not_on_the_list_cannot_be_changed() -> None:
    removal = kinds_factories.drafted(kinds_factories.change_of(12, "removal"))
    kinds_factories.brought_to_the_list(removal)

    found = record_candidate(factories.acting("agency-nstc", LATER), kinds_factories.change_of(12, "name"))

    refusal = refused(lambda: open_case(factories.acting("agency-nstc", LATER), row_of(found)))

    assert "不在清單上" in refusal.sentence.zh


def test_what_is_on_the_list_cannot_be_identified_again() -> None:
    officer = factories.acting("agency-nstc")
    found = record_candidate(officer, kinds_factories.back_on_list(12))

    refusal = refused(lambda: open_case(officer, row_of(found)))

    assert "第12項" in refusal.sentence.zh
