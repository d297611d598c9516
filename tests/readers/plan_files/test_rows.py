"""A plan's JSON taken apart into rows and put together again; its facts; what differs between two versions."""

import json
from dataclasses import replace

import pytest

from coretech.kit.refusal import Refused
from coretech.readers.plan_files.contract import as_json, read_json, said_of
from coretech.readers.plan_files.difference import Way, difference
from coretech.readers.plan_files.facts import facts_of
from coretech.readers.plan_files.keys import Keys
from coretech.readers.plan_files.putting_together import digest_of, said_by
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.plans.reading import read_any
from tests.factories.plans_factories import CORRECTED, FILES, corrected, facts, programme


def rows(raw: bytes) -> PlanRows:
    return rows_of(said_of(read_any(raw.decode()).as_json()))


@pytest.mark.parametrize("name", FILES)
def test_every_kind_is_put_together_as_it_was_taken_apart(name: str) -> None:
    raw = facts(name)

    assert as_json(said_by(rows_of(read_json(raw)))) == json.loads(raw)


def test_a_document_s_whole_text_is_put_together_again() -> None:
    said = read_any(programme().decode()).as_json()

    assert as_json(said_by(rows_of(said_of(said)))) == said


def test_work_items_targets_and_amounts_hang_on_their_measures_and_industries() -> None:
    found = rows(programme())

    assert {each.parent for each in found.work_items} == {"measure-1-1"}
    assert [each.parent for each in found.targets] == ["measure-1-1"]
    assert {each.parent for each in found.budget} == {"industry-1"}


def test_a_code_printed_twice_makes_two_keys() -> None:
    keys = Keys()

    assert [keys.of("work", "1-1-1.1"), keys.of("work", "1-1-1.1")] == ["work-1-1-1.1", "work-1-1-1.1~2"]


def test_a_key_fits_an_address() -> None:
    assert Keys().of("target", "1.1 / 2") == "target-1.1-.-2"
    assert len(Keys().of("target", "1" * 500)) <= 90


def test_facts_are_everything_but_the_sentences() -> None:
    whole = rows(programme())
    bare = facts_of(whole)

    assert [each.start for each in bare.work_items] == [each.start for each in whole.work_items]
    assert [each.metrics for each in bare.targets[0].yearly] == [
        each.metrics for each in whole.targets[0].yearly
    ]
    assert {each.text for each in bare.elements} | {each.text for each in bare.work_items} == {""}
    assert bare.targets[0].text == ""
    assert {each.text for each in bare.targets[0].yearly} == {None}


@pytest.mark.parametrize("name", FILES)
def test_the_bundled_plans_hold_facts_alone(name: str) -> None:
    found = rows_of(read_json(facts(name)))

    assert found == facts_of(found)


def test_the_same_file_differs_in_nothing() -> None:
    assert not difference(rows(programme()), rows(programme()))


def test_a_correction_is_one_changed_row_however_the_lines_move() -> None:
    before, after = rows(programme()), rows(corrected())
    (change,) = [each for each in difference(before, after).changes if each.table != "findings"]

    assert (change.way, change.table, change.fields) == (Way.CHANGED, "work_items", ("text",))
    assert getattr(change.row, "text", "") == CORRECTED


def test_rows_that_are_gone_and_rows_that_came_are_told_apart() -> None:
    whole = rows(programme())
    fewer = replace(whole, work_items=whole.work_items[:1], title="另名")

    assert difference(whole, fewer).counts == {"work_items": {"removed": 1}}
    assert difference(fewer, whole).counts == {"work_items": {"added": 1}}
    assert difference(whole, fewer).heads == ("title",)


def test_what_is_said_makes_the_digest() -> None:
    assert digest_of(rows(programme())) == digest_of(rows(programme()))
    assert digest_of(rows(programme())) != digest_of(rows(corrected()))


@pytest.mark.parametrize(
    "raw", [b"{", b"{}", b'{"kind": "programme"}', b'{"kind": "law"}', b"[1]", b'{"kind": "annual", "x": 1}']
)
def test_json_that_is_no_plan_names_what_is_wrong(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_json(raw)

    assert refused.value.field == "file"
