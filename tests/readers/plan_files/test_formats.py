"""Plans going out: JSON that reads back, and tables for spreadsheets."""

import csv
import io
import json
from dataclasses import replace

import pytest
from odfdo import Document

from coretech.kit.refusal import Refused
from coretech.readers.plan_files.contract import read_json
from coretech.readers.plan_files.formats import Format, write
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.sheets import sheets_of
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.register_files.ods_tables import cells_in
from tests.factories.plans_factories import FILES, facts


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


def test_csv_without_a_name_is_the_main_table_or_the_first_there_is() -> None:
    rows = plan(FILES[0])
    without = replace(rows, work_items=())

    assert write(rows, Format.CSV, "p", "a") == write(rows, Format.CSV, "p", "a", "work_items")
    assert write(without, Format.CSV, "p", "a") == write(rows, Format.CSV, "p", "a", "elements")


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


def test_json_keeps_what_the_reader_printed() -> None:
    assert json.loads(write(plan(FILES[2]), Format.JSON, "p", "a.txt")) == json.loads(facts(FILES[2]))
