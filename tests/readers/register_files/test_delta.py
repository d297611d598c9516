"""The changes applied to the older list give the newer one."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from coretech.kit.refusal import Refused
from coretech.readers.register_files import delta
from coretech.readers.register_files.days import ended_by, list_on
from coretech.readers.register_files.delta import Delta, apply, compare
from coretech.readers.register_files.records import RegisterFile
from tests.readers.register_files.given import BASE, DAYS, histories, sample

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2025, 9, 1)


@settings(max_examples=15)
@given(file=histories(), first=DAYS, last=DAYS)
def test_both_forms_lead_from_the_older_list_to_the_newer(
    file: RegisterFile, first: dt.date, last: dt.date
) -> None:
    old, new = list_on(file.entries, first), list_on(file.entries, last)
    told = Delta(BASE, first, last, compare(old, new, ended_by(file.entries, last)))

    assert delta.read_json(delta.write_json(told)) == told
    assert apply(old, delta.read_json(delta.write_json(told)).changes) == new
    assert apply(old, delta.read_csv(delta.write_csv(told))) == new


def test_each_change_is_called_by_what_happened() -> None:
    old, new = (list_on(sample().entries, day) for day in (FIRST, LAST))

    assert [(each.kind, each.no) for each in compare(old, new, {})] == [("renamed", 11), ("added", 12)]
    assert [(each.kind, each.no) for each in compare(new, (), {11: "split"})] == [
        ("split", 11),
        ("removed", 12),
    ]
    (item,) = old
    moved, rescoped = replace(item, authority="moea"), replace(item, scope_zh="更廣")
    elsewhere = replace(item, authority_zh="國科會")
    kinds = [compare(old, (other,), {})[0].kind for other in (moved, rescoped, elsewhere)]
    assert kinds == ["moved", "rescoped", delta.RESTATED]


@pytest.mark.parametrize(
    "raw", [b"", b"no\r\n", b"\xff", b"[]", b'{"format": "coretech.register.changes/1"}']
)
def test_a_file_of_something_else_is_refused(raw: bytes) -> None:
    for read in (delta.read_json, delta.read_csv):
        with pytest.raises(Refused):
            read(raw)
