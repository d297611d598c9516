"""What is in an ODT."""

import dataclasses
import datetime as dt
import io
import zipfile

import pytest

from coretech.engines.documents.model import Block, Document, Figure, Language, Paragraph, Run, Table
from coretech.engines.documents.odt import to_odt
from tests.engines.documents.reading import odt, odt_texts, parts, texts
from tests.engines.documents.samples import CHART, CREATED, FACTS, MINUTES, VOTES


def of(*blocks: Block) -> Document:
    return Document("題目", "zh-Hant-TW", blocks, CREATED)


def test_every_text_of_the_minutes_is_there() -> None:
    assert set(texts(MINUTES)) <= odt_texts(to_odt(MINUTES))


def test_the_package_starts_with_its_type_uncompressed_and_lists_all_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(to_odt(MINUTES))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        assert package.testzip() is None
        names = set(package.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    assert set(odt(to_odt(MINUTES)).manifest.get_paths()) == {"/", *names}


def test_the_same_document_is_the_same_bytes() -> None:
    assert to_odt(MINUTES) == to_odt(dataclasses.replace(MINUTES))


def test_every_style_that_is_used_exists() -> None:
    made = odt(to_odt(MINUTES))
    there = {style.get_attribute_string("style:name") for style in made.get_styles()}
    names = ("text:style-name", "table:style-name")
    elements = made.body.get_elements("//*[@text:style-name or @table:style-name]")
    used = {element.get_attribute_string(name) for element in elements for name in names} - {None}
    assert {"Title", "Heading_20_1", "Text_20_body", "Table_20_Heading", "Numbered_20_Chinese"} <= used
    assert used <= there


def test_the_headings_of_a_table_repeat_on_each_page() -> None:
    (table,) = odt(to_odt(of(VOTES))).body.get_elements("//table:table")
    (headings,) = table.get_elements("table:table-header-rows")
    assert [str(cell).strip() for cell in headings.get_elements(".//text:p")] == list(VOTES.headings)
    assert len(table.get_elements("table:table-row")) == len(VOTES.rows)


def test_the_widths_of_columns_share_the_page() -> None:
    styles = odt(to_odt(of(Table(("a", "b"), (), widths=(1, 3))))).content.get_elements(
        "//style:table-column-properties"
    )
    assert [style.get_attribute_string("style:column-width") for style in styles] == ["4.000cm", "12.000cm"]


@pytest.mark.parametrize(("language", "said"), [("zh-Hant-TW", "（無）"), ("en", "(none)")])
def test_a_table_without_rows_says_so(language: Language, said: str) -> None:
    document = dataclasses.replace(of(Table(("a", "b"), ())), language=language)
    assert said in odt_texts(to_odt(document))


def test_five_hundred_rows_are_all_there() -> None:
    rows = tuple((str(number), f"項目{number}") for number in range(500))
    assert {row[1] for row in rows} <= odt_texts(to_odt(of(Table(("號", "名"), rows))))


def test_what_looks_like_markup_is_text() -> None:
    said = "#a *b* _c_ $x^2$ <d> &amp; \\e {{ f }} @g 😀 𠮷  two spaces\ttab\nline " + "w" * 300
    assert said in odt_texts(to_odt(of(Paragraph(said))))


def test_bold_stays_bold() -> None:
    (span,) = odt(to_odt(of(Paragraph((Run("決議："), Run("通過", bold=True)))))).body.get_elements(
        "//text:span[@text:style-name='Strong_20_Emphasis']"
    )
    assert str(span) == "通過"


@pytest.mark.parametrize(("language", "said"), [("zh-Hant-TW", "第 1 頁，共 1 頁"), ("en", "Page 1 of 1")])
def test_the_foot_of_the_page_counts_in_the_documents_language(language: Language, said: str) -> None:
    styles = odt(to_odt(dataclasses.replace(MINUTES, language=language))).styles
    (footer,) = styles.get_elements("//style:footer/text:p")
    assert said in footer.inner_text
    assert footer.get_elements("//text:page-number")
    assert footer.get_elements("//text:page-count")


def test_the_head_of_the_page_tells_kind_and_marking_as_text() -> None:
    document = dataclasses.replace(MINUTES, kind="<紀錄> & $title", marking="密\n件")
    (header,) = odt(to_odt(document)).styles.get_elements("//style:header/text:p")
    assert "<紀錄> & $title" in header.inner_text
    assert "密 件" in header.inner_text


def test_the_file_tells_whose_and_of_when_it_is() -> None:
    meta = odt(to_odt(MINUTES)).meta
    assert (meta.title, meta.subject, meta.creator) == (MINUTES.title, MINUTES.subject, MINUTES.author)
    assert meta.creation_date == dt.datetime(2025, 12, 1, 17, 30)  # noqa: DTZ001 - ODF keeps the wall's clock
    assert (meta.language, meta.generator) == ("zh-TW", "coretech")


def test_east_asian_text_has_its_language_and_its_font() -> None:
    styles = parts(to_odt(MINUTES))["styles.xml"].decode()
    assert 'style:language-asian="zh" style:country-asian="TW"' in styles
    assert 'style:font-name-asian="Document"' in styles
    assert "'Noto Sans TC', PMingLiU, 'Microsoft JhengHei'" in styles


def test_a_figure_is_in_the_file_with_its_words_and_its_shape() -> None:
    data = to_odt(of(FACTS, Figure("投票情形", CHART.encode(), "image/svg+xml", "圖一", 0.5)))
    (frame,) = odt(data).body.get_elements("//draw:frame")
    assert parts(data)["Pictures/figure-2.svg"] == CHART.encode()
    assert [frame.get_attribute_string(f"svg:{side}") for side in ("width", "height")] == [
        "8.000cm",
        "2.400cm",
    ]
    assert {"投票情形", "圖一"} <= odt_texts(data)
