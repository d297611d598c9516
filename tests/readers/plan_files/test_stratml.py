"""A plan's goals as StratML Part 1 (ISO 17469-1), which is valid whatever plan they are of."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from coretech.readers.plan_files.contract import read_json
from coretech.readers.plan_files.rows import ElementRow, PlanRows
from coretech.readers.plan_files.stratml import NAMESPACE, write_stratml
from coretech.readers.plan_files.taking_apart import rows_of
from tests.factories.plans_factories import FILES, facts

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("stratml_core.xsd")))
AT = {"s": NAMESPACE}
WORDS = st.text(max_size=8)
YEARS = st.one_of(st.none(), st.integers(1, 999))


@st.composite
def elements(draw: st.DrawFn) -> tuple[ElementRow, ...]:
    """Elements of any kind and words, each under one before it, or under none."""
    made: list[ElementRow] = []
    for number in range(draw(st.integers(0, 6))):
        kind = draw(
            st.sampled_from(["industry", "goal", "subgoal", "strategy", "measure", "programme", "agency"])
        )
        above = draw(st.sampled_from(["", *(each.key for each in made)]))
        who = tuple(draw(st.lists(WORDS, max_size=2)))
        made.append(
            ElementRow(
                f"e-{number}", kind, draw(WORDS), draw(WORDS), number, above, text=draw(WORDS), lead=who
            )
        )
    return tuple(made)


def written(rows: PlanRows, source: str = "a b.txt") -> etree._Element:
    """The plan as StratML; it is valid."""
    root = etree.fromstring(write_stratml(rows, "p", source))
    assert SCHEMA.validate(root), SCHEMA.error_log
    return root


def plan(name: str) -> PlanRows:
    return rows_of(read_json(facts(name)))


@pytest.mark.parametrize("name", FILES)
def test_every_bundled_plan_is_valid(name: str) -> None:
    assert written(plan(name)).tag == f"{{{NAMESPACE}}}StrategicPlan"


@given(st.sampled_from(["programme", "plan", "annual"]), elements(), WORDS, YEARS, YEARS)
def test_any_plan_is_valid(
    kind: str, found: tuple[ElementRow, ...], title: str, start: int | None, end: int | None
) -> None:
    root = written(PlanRows(kind, title, start, end, found), title)
    wanted = {"programme": "measure", "plan": "strategy", "annual": "strategy"}[kind]

    assert len(root.findall(".//s:Objective", AT)) >= sum(each.kind == wanted for each in found)


def test_each_goal_has_its_objectives_and_whose_they_are() -> None:
    root = written(plan(FILES[1]))

    assert len(root.findall(".//s:Goal", AT)) == 4
    assert len(root.findall(".//s:Objective", AT)) == 44
    assert root.findtext(".//s:StartDate", "", AT) == "2021-01-01"
    assert root.findtext(".//s:EndDate", "", AT) == "2024-12-31"
    assert root.findtext(".//s:Objective/s:Stakeholder/s:Name", "", AT) == "教育部"
    assert "a b.txt" in root.findtext("s:OtherInformation", "", AT)


def test_measures_under_no_industry_are_not_lost() -> None:
    rows = plan(FILES[0])
    loose = replace(rows, elements=tuple(replace(each, parent="") for each in rows.elements))

    assert len(written(loose).findall(".//s:Objective", AT)) == 45
    assert written(loose).findall(".//s:Goal/s:Name", AT)[-1].text == rows.title


def test_identifiers_are_the_same_each_time() -> None:
    assert write_stratml(plan(FILES[0]), "p", "a") == write_stratml(plan(FILES[0]), "p", "a")
