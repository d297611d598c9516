"""The whole way of a change, through the operations alone."""

import datetime as dt

import pytest

from coretech.apps.audit.queries import audit
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.queries import difference, history, in_force
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")


def announced(*cases: str, day: dt.date) -> None:
    announce(factories.acting("announcer", day), Notice(cases, "示範字第1號", day, day))


def test_a_renaming_and_an_addition_reach_the_register_as_edition_two() -> None:
    renamed = factories.pre_announced_case(factories.renaming())
    added = factories.pre_announced_case(factories.addition())
    day = dt.date(2025, 9, 1)

    announced(renamed.reference, added.reference, day=day)

    changes = {d.number: (d.kind, d.after.name_zh) for d in difference(dt.date(2025, 8, 31), day) if d.after}
    assert changes == {12: ("renamed", factories.NEW_NAME), 23: ("added", factories.NEW_TECHNOLOGY)}


def test_the_old_version_stays_readable_as_of_the_day_before() -> None:
    case = factories.pre_announced_case(factories.renaming())
    day = dt.date(2025, 9, 1)

    announced(case.reference, day=day)

    before = {version.item.number: version for version in in_force(dt.date(2025, 8, 31))}
    assert before[12].name_zh == "太空規格主動式相位陣列天線技術"
    assert [version.version for version in history(12)] == [1, 2]


def test_what_was_recorded_later_is_not_known_earlier() -> None:
    case = factories.pre_announced_case(factories.renaming())
    day = dt.date(2025, 9, 1)

    announced(case.reference, day=day)

    known_before = {v.item.number: v for v in in_force(day, known_at=dt.date(2025, 8, 31))}
    assert known_before[12].version == 1


def test_every_leaf_of_the_log_still_holds_after_the_whole_way() -> None:
    case = factories.pre_announced_case(factories.renaming())
    announced(case.reference, day=dt.date(2025, 9, 1))

    found = audit()

    assert found.broken == ()
    assert found.size > 15
