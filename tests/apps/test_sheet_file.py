"""The offline file of a sheet: out, filled in, and back by way of a difference; what is refused says where and why."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.reports.models import Sheet, SheetDraft
from coretech.apps.reports.operations.take_in_sheet import take_in_sheet
from coretech.apps.reports.sheets.access import Moved
from coretech.apps.reports.sheets.drafts import drafts_of
from coretech.apps.reports.sheets.file import Foreseen, file_of, foresee
from coretech.apps.reports.sheets.parts import parts_of
from coretech.kit.refusal import Refused
from coretech.readers.register_files.ods_package import packed
from coretech.readers.sheet_form import layout
from coretech.readers.sheet_form.read import read_form
from coretech.readers.sheet_form.write import write_form
from tests.factories import cycle_factories as made

pytestmark = pytest.mark.usefixtures("stage")


def content_of(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return package.read("content.xml").decode()


def changed(raw: bytes, old: str, new: str) -> bytes:
    """The file with some of its XML written otherwise."""
    text = content_of(raw)
    assert old in text
    return packed(text.replace(old, new))


def told(found: Foreseen) -> list[str]:
    return [each.told.en for each in found.faults]


@pytest.fixture
def sheet() -> Sheet:
    """A filled sheet with an indicator."""
    made.opened()
    rows = Sheet.objects.select_related("agency", "period__plan", "period__version")
    found = next(each for each in rows if parts_of(each)[0].indicators)
    made.filled(found, f"officer-{found.agency.code}")
    return found


def test_a_file_that_comes_back_unchanged_changes_nothing(sheet: Sheet) -> None:
    by = made.acting(f"officer-{sheet.agency.code}")
    raw = file_of(by, sheet)

    found = foresee(by, sheet, raw)
    assert (found.changes, found.faults, found.moved) == ((), (), False)
    assert file_of(by, sheet) == raw
    with pytest.raises(Refused, match="nothing to write"):
        take_in_sheet(by, sheet.pk, raw, found.digest)


def test_keys_are_locked_and_answers_are_open(sheet: Sheet) -> None:
    text = content_of(file_of(made.acting(f"officer-{sheet.agency.code}"), sheet))

    assert text.count('table:protected="true"') == 4
    assert 'style:cell-protect="none"' in text


def test_what_is_filled_in_is_shown_and_then_written_at_once(sheet: Sheet) -> None:
    by = made.acting(f"officer-{sheet.agency.code}")
    raw = changed(file_of(by, sheet), "平台已完成規劃。", "平台已上線。\n第二段。")
    raw = changed(raw, "<text:p>辦理中</text:p>", "<text:p>done</text:p>")

    found = foresee(by, sheet, raw)
    assert [(each.what.en, each.before, each.after) for each in found.changes] == [
        ("Progress", "平台已完成規劃。", "平台已上線。\n第二段。"),
        ("Work items", "辦理中 30% 進行中", "已完成 100% 進行中"),
    ]
    take_in_sheet(by, sheet.pk, raw, found.digest)
    kept = SheetDraft.objects.get(sheet=sheet)
    assert kept.content["progress"] == "平台已上線。\n第二段。"
    assert kept.revision == 2
    with pytest.raises(Refused, match="nothing to write"):
        take_in_sheet(by, sheet.pk, raw, found.digest)


def test_what_was_agreed_to_is_what_is_written(sheet: Sheet) -> None:
    by = made.acting(f"officer-{sheet.agency.code}")
    raw = changed(file_of(by, sheet), "平台已完成規劃。", "新的文字。")
    seen = foresee(by, sheet, raw).digest
    made.filled(sheet, f"officer-{sheet.agency.code}", progress="別人寫的。")

    with pytest.raises(Moved):
        take_in_sheet(by, sheet.pk, raw, seen)
    assert foresee(by, sheet, raw).moved


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("111-q1", "110-q1", "period is “110-q1”, this sheet's is “111-q1”"),
        (">moea<", ">motc<", "agency is “motc”"),
        ('table:name="措施"', 'table:name="other"', "not a file downloaded from a sheet"),
    ],
)
def test_a_file_of_another_year_quarter_or_agency_is_refused(old: str, new: str, words: str) -> None:
    cycle = made.opened()
    by = made.acting("officer-moea")

    with pytest.raises(Refused) as refused:
        foresee(by, cycle.sheet(), changed(file_of(by, cycle.sheet()), old, new))
    assert refused.value.status == 422
    assert words in refused.value.sentence.en


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"x" * 3_000_000])
def test_what_is_no_such_file_is_refused_with_a_sentence(sheet: Sheet, raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        foresee(made.acting(f"officer-{sheet.agency.code}"), sheet, raw)
    assert (refused.value.status, refused.value.field) == (422, "file")


def test_formulas_merged_cells_strange_rows_and_wrong_units_are_told_by_their_line(sheet: Sheet) -> None:
    by = made.acting(f"officer-{sheet.agency.code}")
    raw = file_of(by, sheet)
    work = parts_of(sheet)[0].works[0]
    progress = '<table:table-cell table:style-name="open" office:value-type="string"><text:p>平台已完成規劃。</text:p>'

    formula = changed(
        raw, progress, progress.replace("office:value-type", 'table:formula="of:=[.A1]" office:value-type')
    )
    assert any("It is a formula (of:=[.A1])" in each for each in told(foresee(by, sheet, formula)))
    merged = changed(raw, progress, progress.replace("office:", 'table:number-rows-spanned="2" office:', 1))
    assert told(foresee(by, sheet, merged)) == [
        "“措施”, line 2, column C: It is a merged cell; split it and fill in each row."
    ]
    strange = changed(raw, f"<text:p>{work.key}</text:p>", "<text:p>no-such</text:p>")
    assert "The sheet has no row “no-such”" in told(foresee(by, sheet, strange))[0]
    unit = changed(raw, "<text:p>家</text:p>", "<text:p>公噸</text:p>")
    assert "“指標”, line 2, column F" in told(foresee(by, sheet, unit))[0]
    word = changed(raw, "<text:p>辦理中</text:p>", "<text:p>快好了</text:p>")
    assert "none of: not begun, under way, done" in told(foresee(by, sheet, word))[0]
    share = changed(raw, "<text:p>30</text:p>", "<text:p>300</text:p>")
    assert "column F: A share is 0 to 100" in told(foresee(by, sheet, share))[0]
    with pytest.raises(Refused, match="To correct in the file"):
        take_in_sheet(by, sheet.pk, share, "")
    assert drafts_of(sheet, parts_of(sheet))[parts_of(sheet)[0].key].revision == 1


def test_numbers_come_as_a_spreadsheet_keeps_them(sheet: Sheet) -> None:
    by = made.acting(f"officer-{sheet.agency.code}")
    text = '<table:table-cell table:style-name="open" office:value-type="string"><text:p>30</text:p>'
    share = '<table:table-cell office:value-type="percentage" office:value="0.455"><text:p>46%</text:p>'

    found = foresee(by, sheet, changed(file_of(by, sheet), text, share))
    assert [each.after for each in found.changes] == ["辦理中 45.5% 進行中"]


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_whatever_is_written_in_a_cell_is_read_back(cells: list[tuple[str, str]]) -> None:
    rows = [
        {"key": f"m-{place}", "progress": one.strip(), "risks": two.strip()}
        for place, (one, two) in enumerate(cells)
    ]
    filled = read_form(write_form(layout.Form({"plan": "p"}, rows, [], [])))

    found = [
        {name: line.cells[name] for name in ("key", "progress", "risks")}
        for line in filled.lines[layout.MEASURES]
    ]
    assert [{name: " ".join(text.split()) for name, text in row.items()} for row in found] == [
        {name: " ".join(text.split()) for name, text in row.items()} for row in rows
    ]
    assert filled.head == {"plan": "p"}
