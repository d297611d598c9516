"""Reading a filled form back: by its codes, whatever else somebody did to the file."""

import secrets

import pytest

from coretech.readers.dossier_form import FormError, Row, read_form
from coretech.readers.dossier_form.filled import LARGEST
from tests.factories import papers_factories
from tests.factories.documents_factories import rewritten

TABLES = frozenset({"2.3"})


def cell(*paragraphs: str) -> str:
    return f"<t:table-cell>{''.join(f'<text:p>{words}</text:p>' for words in paragraphs)}</t:table-cell>"


def row(*cells: str) -> str:
    return f"<t:table-row>{''.join(map(cell, cells))}</t:table-row>"


def table(*rows: str, name: str = "Table1") -> str:
    return f'<t:table t:name="{name}">{"".join(rows)}</t:table>'


def odt(*inside: str) -> bytes:
    """A file with these elements in its text."""
    namespace = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    whole = "".join(inside).replace("<t:table ", f"<t:table {namespace}", 1)
    for each in inside[1:]:
        whole = whole.replace(each, each.replace("<t:table ", f"<t:table {namespace}", 1))
    return papers_factories.odt(body=f"</text:p>{whole}<text:p>")


def refused(data: bytes) -> str:
    with pytest.raises(FormError) as caught:
        read_form(data, TABLES)
    return caught.value.sentence.en


def test_an_answer_is_read_by_its_code() -> None:
    filled = read_form(odt(table(row("代號", "問題", "回答"), row("1.1", "這是什麼", "衛星"))), TABLES)

    assert filled.answers == {"1.1": "衛星"}
    assert filled.strays == []


@pytest.mark.parametrize("code", ["1.1", " 1.1 ", "１．１", "1.1.", "〔1.1〕"])
def test_a_code_is_known_however_it_was_typed(code: str) -> None:
    assert read_form(odt(table(row(code, "?", "a"))), TABLES).answers == {"1.1": "a"}


def test_moved_rows_and_tables_read_the_same() -> None:
    one = table(row("1.2", "?", "b"), row("1.1", "?", "a"))
    two = table(row("3.1", "?", "c"), name="Moved")

    assert read_form(odt(one, two), TABLES).answers == read_form(odt(two, one), TABLES).answers


def test_paragraphs_line_breaks_tabs_and_spaces_are_kept() -> None:
    words = "一<text:line-break/>二<text:s text:c='3'/>三<text:tab/>四"
    answer = f"<t:table-row>{cell('1.1')}{cell('?')}{cell(words, '五')}</t:table-row>"

    assert read_form(odt(table(answer)), TABLES).answers["1.1"] == "一\n二   三\t四\n五"


def test_styles_and_spans_do_not_matter_and_a_reviewer_s_note_is_no_answer() -> None:
    words = "<text:span>甲</text:span><office:annotation><text:p>註</text:p></office:annotation>乙"

    assert read_form(odt(table(row("1.1", "?", words))), TABLES).answers["1.1"] == "甲乙"


def test_rows_stand_under_their_headings_and_blank_ones_fall_away() -> None:
    filled = read_form(
        odt(
            table(row("2.3", "參數", "數值"), row("1", "精度", "0.5"), row("2", "", ""), row("", "重量", "3"))
        ),
        TABLES,
    )

    assert filled.rows == {"2.3": [{"參數": "精度", "數值": "0.5"}, {"參數": "重量", "數值": "3"}]}
    assert filled.strays == []


def test_columns_may_change_places() -> None:
    def rows(*cells: tuple[str, str, str]) -> list[Row]:
        return read_form(odt(table(*(row(*each) for each in cells))), TABLES).rows["2.3"]

    assert rows(("2.3", "參數", "數值"), ("1", "精度", "5")) == rows(
        ("2.3", "數值", "參數"), ("1", "5", "精度")
    )


def test_a_table_within_an_answer_is_part_of_the_answer() -> None:
    inner = f"</text:p>{table(row('x', 'y'))}<text:p>"

    assert read_form(odt(table(row("1.1", "?", inner))), TABLES).answers["1.1"].split() == ["x", "y"]


def test_words_without_a_code_are_told_with_their_place() -> None:
    (stray,) = read_form(odt(table(row("1.1", "?", "a"), row("", "", "lost"))), TABLES).strays

    assert (stray.table, stray.row, stray.words) == (1, 2, "lost")


def test_a_code_that_stands_twice_is_told_and_the_first_words_are_taken() -> None:
    filled = read_form(odt(table(row("1.1", "?", "a"), row("1.1", "?", "b"), row("1.1", "?", ""))), TABLES)

    assert filled.answers["1.1"] == "a"
    assert [each.left_out for each in filled.twice] == ["b"]


def test_a_file_without_codes_is_no_form() -> None:
    assert "no dossier form" in refused(papers_factories.odt())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (papers_factories.pdf(), "Send an ODT file"),
        (b"", "is empty"),
        (b"PK\x03\x04broken", "damaged"),
        (papers_factories.odt(more={"Basic/script-lc.xml": b"<x/>"}), "macro"),
        (papers_factories.odt(inside="<m:encryption-data/>"), "password"),
        (b"x" * (LARGEST + 1), "more in the file"),
        (bytes(200_000_000), "more in the file"),
    ],
    ids=["pdf", "empty", "broken", "macro", "encrypted", "large", "200 MB"],
)
def test_any_other_file_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_a_file_that_would_swell_is_refused() -> None:
    assert "swell" in refused(papers_factories.bomb())


def test_entities_are_not_followed() -> None:
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

    assert "damaged" in refused(rewritten(papers_factories.odt(body="&e;"), lambda xml: doctype + xml))


def test_more_cells_than_any_form_has_are_refused() -> None:
    whole = "".join(row(f"{number}.1", "?", secrets.token_hex(20)) for number in range(7_000))

    assert "more in the file" in refused(odt(table(whole)))
