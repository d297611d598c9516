"""Plans of both kinds with anything done to them: read, with findings, and never a traceback."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.annual.reader import read_annual
from coretech.readers.plan.reader import read_plan
from tests import annual_printer, plan_printer
from tests.readers import test_annual_round_trip as annual
from tests.readers import test_plan_round_trip as plan
from tests.readers.test_programme_mutations import CHANGES, changed

Changes = list[tuple[str, int, str]]


@settings(max_examples=60)
@given(plan.YEARS, plan.GOALS, st.lists(plan.tables(), max_size=3), plan.HOW, CHANGES)
def test_whatever_was_done_to_a_plan_gives_records_and_findings(
    years: tuple[int, int],
    goals: list[plan_printer.Goal],
    tables: list[plan_printer.Table],
    how: plan_printer.Print,
    changes: Changes,
) -> None:
    read = read_plan(changed(plan_printer.printed(years, goals, tables, how), changes))

    assert json.loads(json.dumps(read.as_json()))["kind"] == "plan"
    assert all(each.said.zh and each.said.en for each in read.findings)


@settings(max_examples=60)
@given(annual.GOALS, annual.programmes(), annual.HOW, CHANGES)
def test_whatever_was_done_to_an_annual_plan_gives_records_and_findings(
    goals: annual.Goals, programmes: list[annual_printer.Made], how: annual_printer.Print, changes: Changes
) -> None:
    read = read_annual(changed(annual_printer.printed(110, goals, programmes, how), changes))

    assert json.loads(json.dumps(read.as_json()))["kind"] == "annual"
    assert all(each.said.zh and each.said.en for each in read.findings)
