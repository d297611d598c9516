"""A profile's content is read strictly: every fault is told by its place, and what is kept can be read again."""

import pytest

from coretech.engines.profiles.bundled import bundled_profiles
from coretech.engines.profiles.comparing import changes
from coretech.engines.profiles.content import ContentError, content_of, digest_of, empty

THRESHOLD = {"parameter": "node_nm", "comparison": "<=", "value": "14", "source": "the list"}
FREE = {"zh": "操作溫度", "en": "operating temperature", "comparison": ">=", "value": "4", "source": "test"}
LEVEL = {"of_zh": "甲", "of_en": "a", "evidence_zh": "據", "evidence_en": "by", "source": "test"}


def places(section: str, row: dict[str, str]) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as told:
        content_of({section: [row]})
    return [(each.row, each.column) for each in told.value.faults]


@pytest.mark.parametrize("bundled", bundled_profiles(), ids=lambda each: each.slug)
def test_every_row_of_a_bundled_profile_names_its_source(bundled: object) -> None:
    content = next(each.content for each in bundled_profiles() if each is bundled)
    sourced = [row for section, rows in content.items() if section not in {"items", "listed"} for row in rows]

    assert sourced
    assert all(row["source"] for row in sourced)
    assert content_of(content) == content


def test_a_parameter_of_the_controls_lends_its_name_and_unit() -> None:
    (row,) = content_of({"parameters": [THRESHOLD]})["parameters"]

    assert (row["zh"], row["unit"]) == ("製程節點", "nm")


def test_a_free_parameter_has_a_unit_of_its_own() -> None:
    (row,) = content_of({"parameters": [FREE | {"unit": "K"}]})["parameters"]

    assert row["unit"] == "K"


@pytest.mark.parametrize(
    ("section", "row", "column"),
    [
        ("parameters", THRESHOLD | {"unit": "GB/s"}, "unit"),
        ("parameters", FREE | {"unit": "bogus"}, "unit"),
        ("parameters", FREE | {"unit": "m**999999999"}, "unit"),
        ("parameters", THRESHOLD | {"comparison": ""}, "comparison"),
        ("parameters", THRESHOLD | {"value": "14 nm"}, "value"),
        ("parameters", {"value": "1", "comparison": "<=", "source": "x"}, "zh"),
        ("readiness", LEVEL | {"level": "0"}, "level"),
        ("readiness", LEVEL | {"level": "10"}, "level"),
        ("readiness", LEVEL | {"when": "2012-13"}, "when"),
        ("readiness", LEVEL | {"country": "Korea"}, "country"),
        ("readiness", LEVEL | {"source": ""}, "source"),
        ("readiness", LEVEL | {"actor_kind": "band"}, "actor_kind"),
        ("items", {"number": "0"}, "number"),
        ("description", {"zh": "甲\x00", "en": "a", "source": "x"}, "zh"),
    ],
)
def test_a_wrong_cell_is_named(section: str, row: dict[str, str], column: str) -> None:
    assert places(section, row) == [(1, column)]


def test_what_is_typed_loosely_is_kept_in_one_form() -> None:
    row = LEVEL | {"level": "ＴＲＬ ９", "country": "kr、us", "when": "~1980"}
    (kept,) = content_of({"readiness": [{}, row]})["readiness"]

    assert (kept["level"], kept["country"], kept["when"]) == ("9", "KR US", "~1980")


def test_sections_and_columns_that_are_not_known_are_refused() -> None:
    with pytest.raises(ContentError):
        content_of({"colour": []})
    assert places("items", {"number": "1", "colour": "red"}) == [(1, "")]
    with pytest.raises(ContentError):
        content_of({"items": [{"number": "1"}] * 41})


def test_a_comparison_tells_what_came_and_went() -> None:
    before, after = content_of({"items": [{"number": "1"}]}), content_of({"items": [{"number": "2"}]})
    (change,) = changes(before, after)

    assert (change.came, change.went) == (({"number": "2"},), ({"number": "1"},))
    assert changes(before, before) == []
    assert digest_of(before) != digest_of(after)
    assert content_of({}) == empty()
