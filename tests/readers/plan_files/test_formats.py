"""Plans going out: JSON that reads back, tables for spreadsheets, and goals as StratML."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from odfdo import Document

from coretech.kit.refusal import Refused
from coretech.readers.plan_files.contract import read_json
from coretech.readers.plan_files.formats import Format, write
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.sheets import sheets_of
from coretech.readers.plan_files.stratml import NAMESPACE
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.register_files.ods_tables import cells_in
from tests.plans_factories import FILES, facts

CORE = {
    "StrategicPlan": (
        "Name",
        "Description",
        "OtherInformation",
        "StrategicPlanCore",
        "AdministrativeInformation",
    ),
    "StrategicPlanCore": ("Organization", "Vision", "Mission", "Value", "Goal"),
    "Organization": ("Name", "Acronym", "Identifier", "Description", "Stakeholder"),
    "Vision": ("Description", "Identifier"),
    "Mission": ("Description", "Identifier"),
    "Goal": (
        *("Name", "Description", "Identifier", "SequenceIndicator", "Stakeholder"),
        *("OtherInformation", "Objective"),
    ),
    "Objective": (
        *("Name", "Description", "Identifier", "SequenceIndicator", "Stakeholder", "OtherInformation"),
    ),
    "Stakeholder": ("Name", "Description"),
    "AdministrativeInformation": ("Identifier", "StartDate", "EndDate", "PublicationDate", "Source"),
}
"""The order ISO 17469-1 gives the parts of each element that holds others."""


def plan(name: str) -> PlanRows:
    return rows_of(read_json(facts(name)))


@pytest.mark.parametrize("name", FILES)
def test_json_reads_back_equal(name: str) -> None:
    rows = plan(name)

    assert rows_of(read_json(write(rows, Format.JSON, "p", "a.txt"))) == rows


@pytest.mark.parametrize("name", FILES)
def test_every_table_reads_back_from_csv(name: str) -> None:
    rows = plan(name)
    for sheet in sheets_of(rows):
        text = write(rows, Format.CSV, "p", "a.txt", sheet.name).decode("utf-8-sig")
        head, *lines = csv.reader(io.StringIO(text, newline=""))
        assert tuple(head) == sheet.columns
        assert [[cell.removeprefix("'") for cell in line] for line in lines] == [
            [cell.removeprefix("'") for cell in row] for row in sheet.rows
        ]


@pytest.mark.parametrize("name", FILES)
def test_ods_holds_every_table(name: str) -> None:
    rows = plan(name)
    document = Document(io.BytesIO(write(rows, Format.ODS, "p", "a.txt")))
    tables = {
        str(table.get_attribute("table:name")): cells_in(table)
        for table in document.body.get_elements("//table:table")
    }

    assert list(tables) == [sheet.name for sheet in sheets_of(rows)]
    assert {name: len(cells) for name, cells in tables.items()} == {
        sheet.name: len(sheet.rows) + 1 for sheet in sheets_of(rows)
    }


def test_figures_are_one_a_line_with_their_year_and_unit() -> None:
    text = write(plan(FILES[0]), Format.CSV, "p", "a.txt", "figures").decode("utf-8-sig")
    (found,) = [
        each
        for each in csv.DictReader(io.StringIO(text, newline=""))
        if (each["target"], each["year"]) == ("target-1.1.1", "113")
    ]

    assert (found["value"], found["unit"], found["cumulative"], found["line"]) == ("2", "件", "yes", "1460")


def test_a_table_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match="elements"):
        write(plan(FILES[2]), Format.CSV, "p", "a.txt", "budget")


@pytest.mark.parametrize("name", FILES)
def test_stratml_stands_in_the_order_of_the_standard(name: str) -> None:
    root = ET.fromstring(write(plan(name), Format.STRATML, "p", "a.txt"))  # noqa: S314 - our own file

    assert root.tag == f"{{{NAMESPACE}}}StrategicPlan"
    for element in root.iter():
        parts = [part.tag.removeprefix(f"{{{NAMESPACE}}}") for part in element]
        order = CORE.get(element.tag.removeprefix(f"{{{NAMESPACE}}}"), ())
        assert set(parts) <= set(order)
        assert parts == sorted(parts, key=order.index)


def test_stratml_has_each_goal_with_its_objectives_and_whose_they_are() -> None:
    root = ET.fromstring(write(plan(FILES[1]), Format.STRATML, "p", "a.txt"))  # noqa: S314 - our own file
    at = {"s": NAMESPACE}

    assert len(root.findall(".//s:Goal", at)) == 4
    assert len(root.findall(".//s:Objective", at)) == 44
    assert root.findtext(".//s:StartDate", "", at) == "2021-01-01"
    assert root.findtext(".//s:EndDate", "", at) == "2024-12-31"
    assert root.findtext(".//s:Objective/s:Stakeholder/s:Name", "", at) == "教育部"


def test_identifiers_are_the_same_each_time_and_each_once() -> None:
    made = write(plan(FILES[0]), Format.STRATML, "p", "a.txt")
    root = ET.fromstring(made)  # noqa: S314 - our own file
    found = [each.text for each in root.iter(f"{{{NAMESPACE}}}Identifier")]

    assert made == write(plan(FILES[0]), Format.STRATML, "p", "a.txt")
    assert len(found) == len(set(found))


def test_json_keeps_what_the_reader_printed() -> None:
    assert json.loads(write(plan(FILES[2]), Format.JSON, "p", "a.txt")) == json.loads(facts(FILES[2]))
