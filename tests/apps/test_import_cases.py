"""Importing candidates and cases: all of a file or none, each row as by hand, the same file twice nothing more."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations.import_cases import foresee, import_cases
from coretech.apps.cases.portfolio import MOST_ROWS, Imported
from coretech.apps.inventory.models import Candidate
from coretech.apps.register.models import RegisterItem
from coretech.readers.portfolio_cases.rows import CaseRow
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import Format
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories.inventory_factories import ROW

pytestmark = pytest.mark.usefixtures("stage")

PARTS = {"description": "描述\n第二段", "definition": "符合定義"}
FULL = replace(ROW, parts=PARTS, harms=("national_security",), limbs=(1,))
CHANGE = replace(
    ROW,
    kind="change",
    item=12,
    aspect="name",
    ground="environment_changed",
    name_zh=factories.NEW_NAME,
    name_en="SAR system",
)


def taken(rows: Iterable[CaseRow], username: str = "agency-nstc", form: Format = Format.ODS) -> Act:
    by, raw = factories.acting(username), write_cases(rows, form)
    return import_cases(by, raw, foresee(by, raw).digest)


def seen(*rows: CaseRow, username: str = "agency-nstc") -> Imported:
    return foresee(factories.acting(username), write_cases(rows, Format.CSV))


def test_the_eight_technologies_of_2025_11_24_become_cases_from_one_ods_file() -> None:
    act = taken(sample_rows(), "office")

    assert act.public["counts"] == {"candidate": 8, "case": 8, "part": 0, "unchanged": 0}
    cases = Case.objects.filter(candidate__round__year=2025)
    assert {case.name_zh for case in cases} == {row.name_zh for row in sample_rows()}
    assert {(case.submitter.code, case.sector.code) for case in cases} == {
        ("nstc", "space"),
        ("mnd", "defence"),
    }
    assert Act.objects.filter(kind="case.opened").count() == 8


@pytest.mark.parametrize("form", Format)
def test_the_same_file_again_changes_nothing(form: Format) -> None:
    rows = [FULL, CHANGE, replace(ROW, name_zh="另一項技術", case=True)]
    taken(rows, form=form)
    counts = (Candidate.objects.count(), Case.objects.count(), Part.objects.count())

    again = foresee(factories.acting("agency-nstc"), write_cases(rows, form))

    assert counts == (3, 2, 2)
    assert (again.changes, again.unchanged, again.findings) == ([], 3, [])
    assert refused(partial(taken, rows, form=form)).status == 422


def test_a_dossier_comes_with_its_parts_harms_and_limbs() -> None:
    taken([FULL])

    parts = {part.name: part for part in Part.objects.all()}
    assert parts["description"].text == "描述\n第二段"
    assert (parts["definition"].harms, parts["definition"].limbs) == (["national_security"], [1])


def test_a_part_that_was_rewritten_in_the_file_is_the_part_s_next_version() -> None:
    taken([FULL])

    act = taken([replace(FULL, parts=PARTS | {"description": "改寫後"})])

    assert act.public["counts"] == {"candidate": 0, "case": 0, "part": 1, "unchanged": 0}
    newest = Part.objects.filter(name="description").latest("version")
    assert (newest.version, newest.text) == (2, "改寫後")


def test_a_change_names_the_item_s_technology() -> None:
    taken([CHANGE])

    candidate = Candidate.objects.get()
    assert candidate.technology == RegisterItem.objects.get(number=12).technology
    assert (candidate.aspect, candidate.ground) == ("name", "environment_changed")


def test_a_file_shows_what_it_would_do_and_writes_nothing_before_it_is_confirmed() -> None:
    imported = seen(FULL)

    assert dict(imported.counts) == {"candidate": 1, "case": 1, "part": 2, "unchanged": 0}
    assert not Candidate.objects.exists()
    assert not Act.objects.filter(kind__startswith="inventory.candidate").exists()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (replace(ROW, sector="alchemy"), "column “H2 領域 sector”: There is no sector"),
        (replace(ROW, authority="nobody"), "column “I2 主管機關 authority”: There is no agency"),
        (replace(ROW, agency="moea"), "Line 2: "),
        (replace(CHANGE, item=999), "column “C2 清單項次 item”"),
        (replace(CHANGE, item=None), "column “C2 清單項次 item”"),
        (replace(CHANGE, ground=""), "column “E2 變更事由 ground”"),
        (replace(CHANGE, aspect="colour"), "column “D2 變更面向 aspect”"),
        (replace(ROW, item=12), "column “C2 清單項次 item”"),
        (replace(ROW, ground="holder_request"), "column “E2 變更事由 ground”"),
        (replace(ROW, harms=("national_security",)), "column “P2 損害 harms”: Give the statement"),
        (replace(FULL, harms=("vanity",)), "column “P2 損害 harms”"),
        (replace(ROW, name_en="x" * 301), "column “G2 英文名稱 name_en”"),
    ],
)
def test_a_row_that_is_refused_is_told_at_its_cell_and_keeps_the_whole_file_out(
    row: CaseRow, told: str
) -> None:
    good = replace(ROW, name_zh="另一項技術")

    imported = seen(row, good)

    assert [told in finding.told.en for finding in imported.findings] == [True]
    assert refused(partial(taken, [row, good])).status == 422
    assert not Candidate.objects.exists()


def test_the_same_technology_twice_in_a_file_is_told() -> None:
    (finding,) = seen(ROW, ROW).findings

    assert finding.line == 3


def test_a_recorded_candidate_is_not_rewritten_by_a_file() -> None:
    taken([ROW])

    (finding,) = seen(replace(ROW, why="另一個理由")).findings

    assert "J2 盤點所見 why" in finding.told.en
    assert Candidate.objects.get().why == ROW.why


def test_what_is_confirmed_is_what_was_shown() -> None:
    by, raw = factories.acting("agency-nstc"), write_cases([FULL], Format.CSV)
    digest = foresee(by, raw).digest
    taken([ROW])

    assert refused(partial(import_cases, by, raw, digest)).status == 409


def test_whoever_keeps_no_inventory_imports_nothing() -> None:
    run = partial(import_cases, raw=write_cases([ROW], Format.CSV), seen="")

    assert statuses_for(("member-02", "announcer", "public"), run) == {403}


def test_a_file_with_too_many_rows_is_refused_whole() -> None:
    rows = [replace(ROW, name_zh=f"技術{number}") for number in range(MOST_ROWS + 1)]

    assert refused(partial(seen, *rows)).status == 422
