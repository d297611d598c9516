"""Correcting a clerical error: a version in another's place, by the announcement as it was printed."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.register.corrected import rectified
from coretech.apps.register.correcting import Correction
from coretech.apps.register.operations.correct_entry import correct_entry
from coretech.apps.register.queries import announcements, find_version, history, in_force
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import kinds_factories, papers_factories
from tests.factories import register_factories as register

pytestmark = pytest.mark.usefixtures("stage")

DAMAGED, WHOLE = 11, 12
NAME = "太空規格主動式相位陣列天線技術"


def given(**changes: str | bool | dt.date | int) -> Correction:
    says: dict[str, str | bool | dt.date | int] = {
        "reason": "typed wrongly",
        "source": "the announcement, page 2",
    }
    return Correction(**(says | changes))  # type: ignore[arg-type]  # drawn by name


def refusal(correction: Correction) -> str:
    """What a correction of the first version of item 12 by the Office is refused for."""
    found = refused(lambda: correct_entry(factories.acting("office"), WHOLE, 1, correction))
    return f"{found.status} {found.field}"


def test_a_correction_stands_in_the_others_place_and_the_other_stays_readable() -> None:
    act = register.corrected(WHOLE, 1, name_en="Space-grade active phased-array antennas")

    first, second = history(WHOLE)
    assert (second.corrects, second.change, second.valid_from) == (first, "added", first.valid_from)
    assert (first.name_en, second.name_en) == (
        "Space-grade active phased-array antenna technology",
        "Space-grade active phased-array antennas",
    )
    (shown,) = [each for each in in_force(factories.DAY) if each.item.number == WHOLE]
    assert (shown, shown.listed_since) == (second, dt.date(2023, 12, 5))
    assert act.public["after"] == {"name_en": "Space-grade active phased-array antennas"}
    assert act.public["items"][0]["corrects"] == 1


def test_an_announcement_tells_what_it_brought_as_corrected() -> None:
    register.corrected(WHOLE, 1, name_en="Corrected")

    brought = [
        each.name_en for each in announcements().get(edition=1).versions.all() if each.item.number == WHOLE
    ]
    assert brought == ["Corrected"]


def test_corrections_are_told_with_what_differs_and_the_act_that_made_them() -> None:
    act = register.corrected(WHOLE, 1, name_en="Corrected")

    (found,) = rectified(history(WHOLE))
    assert (found.wrong.version, found.right.version, found.act) == (1, 2, act)
    assert [(each.field, each.after) for each in found.changed] == [("name_en", "Corrected")]


def test_only_the_office_and_the_announcer_correct() -> None:
    assert statuses_for(
        ("public", "agency-nstc", "member-05"), lambda by: correct_entry(by, WHOLE, 1, given(name_en="New"))
    ) == {403}
    correct_entry(factories.acting("announcer"), WHOLE, 1, given(name_en="New"))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reason": " ", "name_en": "New"}, "422 reason"),
        ({"source": "", "name_en": "New"}, "422 source"),
        ({"name_en": "  "}, "422 name_en"),
        ({"name_en": "x" * 301}, "422 name_en"),
        ({"sector": "alchemy"}, "422 sector"),
        ({"authority": "nobody"}, "422 authority"),
        ({}, "422 name_zh"),
        ({"name_zh": NAME, "damaged": False}, "422 name_zh"),
        ({"name_zh": "另一個名稱"}, "422 name_zh"),
        ({"damaged": True}, "422 name_source"),
        ({"authority": "moea"}, "422 authority"),
        ({"valid_from": dt.date(2024, 1, 1)}, "422 valid_from"),
    ],
)
def test_what_is_missing_wrong_or_announced_otherwise_is_refused(
    changes: dict[str, str | bool | dt.date], why: str
) -> None:
    assert refusal(given(**changes)) == why


def test_what_an_announcement_prints_is_corrected_once_its_scan_is_on_file() -> None:
    assert refusal(given(sector="semiconductor")) == "422 sector"
    register.filed()

    register.corrected(WHOLE, 1, sector="semiconductor")

    assert find_version(WHOLE, 2).sector.code == "semiconductor"


def test_a_name_is_corrected_to_what_the_scan_prints_and_to_nothing_else() -> None:
    register.renamed_on(scan=None)
    right = f"{factories.NEW_NAME}一"
    register.filed(register.printed("公告", "示範字第1號", right), edition=2, day=register.LATER)
    by = factories.acting("office", register.LATER)
    wrong = given(name_zh="別的名稱", name_announced="別的名稱")

    assert refused(lambda: correct_entry(by, WHOLE, 2, wrong)).field == "name_announced"
    correct_entry(by, WHOLE, 2, given(name_zh=right, name_announced=right))

    assert find_version(WHOLE, 3).name_announced == right


def test_a_name_that_stands_on_the_scan_already_is_no_clerical_error() -> None:
    register.filed(register.printed("公告", NAME))

    assert refusal(given(name_zh=NAME[:-2], name_announced=NAME[:-2])) == "422 name_announced"


def test_a_damaged_name_is_made_whole_by_its_source() -> None:
    register.corrected(DAMAGED, 1, name_zh="太空規格光學酬載系統之設計", name_source="a better copy")

    version = find_version(DAMAGED, 2)
    assert (version.name_zh, version.damaged, version.name_source) == (
        "太空規格光學酬載系統之設計",
        True,
        "a better copy",
    )


def test_a_day_before_the_announcement_or_past_the_next_version_is_refused() -> None:
    register.renamed_on()
    register.filed()

    assert refusal(given(valid_from=dt.date(2023, 12, 4))) == "422 valid_from"
    assert refusal(given(valid_from=dt.date(2025, 9, 2))) == "422 valid_from"
    register.corrected(WHOLE, 1, valid_from=dt.date(2025, 8, 31))


def test_a_removal_entered_for_the_wrong_day_is_put_right() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(WHOLE, "removal"))
    kinds_factories.brought_to_the_list(case)
    gone = history(WHOLE)[-1]
    later = gone.valid_from + dt.timedelta(days=10)
    register.filed(edition=2, day=gone.valid_from)

    register.corrected(WHOLE, 2, gone.valid_from, valid_from=later)

    def listed(day: dt.date) -> bool:
        return any(each.item.number == WHOLE for each in in_force(day))

    assert (listed(gone.valid_from), listed(later - dt.timedelta(days=1)), listed(later)) == (
        True,
        True,
        False,
    )


def test_a_version_is_corrected_once_and_its_correction_after_it() -> None:
    register.corrected(WHOLE, 1, name_en="Second")

    assert refused(lambda: register.corrected(WHOLE, 1, name_en="Third")).status == 409
    register.corrected(WHOLE, 2, name_en="Third")
    assert [each.name_en for each in in_force(factories.DAY) if each.item.number == WHOLE] == ["Third"]


def test_whoever_has_not_seen_the_newest_version_is_refused() -> None:
    by = factories.acting("office")
    register.corrected(WHOLE, 1, name_en="Second")

    assert refused(lambda: correct_entry(by, WHOLE, 2, given(name_en="Third", seen=1))).status == 409
    correct_entry(by, WHOLE, 2, given(name_en="Third", seen=2))


def test_a_picture_cannot_be_read_and_is_left_to_whoever_looks() -> None:
    register.filed(papers_factories.jpeg())

    register.corrected(WHOLE, 1, name_zh=f"{NAME}一", name_announced=f"{NAME}一")


def test_the_act_names_nobody_and_binds_the_row() -> None:
    act = Act.objects.get(pk=register.corrected(WHOLE, 1, name_en="Second").pk)

    assert "office" not in bytes(act.leaf).decode()
    assert [key for key in act.confidential["rows"] if key.startswith("register_itemversion/")]
