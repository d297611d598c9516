"""Files of lists: whatever is written comes back, and every fault is told with its line."""

import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.readers.lists.bundled import bundled_versions
from coretech.readers.lists.formats import Format, read_list, write_list
from coretech.readers.lists.records import Entry, Head, ListFile
from coretech.readers.lists.tags import tag_of
from coretech.readers.seats.ods import write_ods

BASE = "https://register.example/lists/XX-1/"
TAGS = st.sampled_from(("zh-Hant", "zh-Hans", "en", "ja", "ko"))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
)
CODES = st.text("abcXYZ0129.()-_+:技", min_size=1, max_size=8).filter(lambda code: code not in {".", ".."})


@st.composite
def list_files(draw: st.DrawFn) -> ListFile:
    codes = draw(st.lists(CODES, min_size=1, max_size=8, unique=True))
    entries = []
    for place, code in enumerate(codes):
        names = draw(st.dictionaries(TAGS, TEXT, min_size=1))
        entries.append(
            Entry(
                code=code,
                parent=draw(st.sampled_from(["", *codes[:place]])),
                names=names,
                translated=tuple(sorted(draw(st.sets(st.sampled_from(sorted(names)))))),
                description=draw(st.dictionaries(TAGS, TEXT)),
            )
        )
    head = Head(
        list="XX",
        country="XX",
        code="XX-1",
        dated="2024-01",
        title_zh=draw(TEXT),
        title_en=draw(TEXT),
        issuer_zh=draw(TEXT),
        effects=tuple(sorted(draw(st.sets(st.sampled_from(("export", "fund", "protect")))))),
        complete=draw(st.booleans()),
        stated_count=draw(st.none() | st.integers(0, 999)),
        note_en=draw(TEXT),
        source_url="https://example.org/a?b=1",
    )
    return ListFile(head, tuple(draw(st.permutations(entries))))


@pytest.mark.parametrize("form", Format)
@settings(max_examples=25)
@given(file=list_files())
def test_what_is_written_comes_back(form: Format, file: ListFile) -> None:
    back = read_list(write_list(file, form, BASE))

    assert (back.faults, back.entries) == ((), file.entries)
    assert form is Format.CSV or back.head == file.head


def test_a_list_in_rdf_xml_and_one_with_narrower_and_other_labels_are_read() -> None:
    turtle = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:s> a skos:ConceptScheme .
        <urn:x/a> a skos:Concept ; skos:prefLabel "Computing"@en, "運算"@zh-TW ; skos:narrower <urn:x/a10>, <urn:x/a2> .
        <urn:x/a2> a skos:Concept ; skos:prefLabel "Quantum"@en ; skos:altLabel "Qubits"@en, "QC"@en .
        <urn:x/a10> a skos:Concept ; skos:prefLabel "Chips" .
    """
    file = read_list(turtle.encode())
    skos_file = __import__("rdflib").Graph().parse(data=turtle, format="turtle")
    xml = read_list(skos_file.serialize(format="xml").encode())

    assert [(each.code, each.parent) for each in file.entries] == [("a", ""), ("a2", "a"), ("a10", "a")]
    assert file.entries[0].names == {"en": "Computing", "zh-Hant": "運算"}
    assert file.entries[1].description == {"en": "Also: QC; Qubits"}
    assert xml == file


def test_a_table_is_read_from_ods_and_from_big5_with_chinese_headings() -> None:
    rows = [
        ("代碼", "上層", "名稱", "name:en"),
        ("1", "", "量子技術", "Quantum"),
        ("1.1", "1", "量子運算", ""),
    ]
    ods = read_list(write_ods(rows, "x"))
    big5 = read_list("\n".join(",".join(row) for row in rows).encode("cp950"))

    assert ods.entries == big5.entries
    assert ods.entries[1] == Entry("1.1", "1", {"zh-Hant": "量子運算"})


@pytest.mark.parametrize(
    ("rows", "line", "column"),
    [
        ("code,name:en\na,x\na,y", 3, "code"),
        ("code,parent,name:en\na,b,x\nb,a,y", 2, "parent"),
        ("code,parent,name:en\na,a,x", 2, "parent"),
        ("code,parent,name:en\na,,x\nb,q,y", 3, "parent"),
        ("code,name:en\na,x\nb,", 3, "name"),
        ("code,name:en\na b/c,x", 2, "code"),
        ("code,name:en\n..,x", 2, "code"),
        ("code,name:en,translated\na,x,zh-Hant", 2, "translated"),
        ("code,name:en\na,x,too,wide", 2, ""),
        ("code,name:en\na,x\u200by", 2, "name:en"),
        ("code,name:en\na," + "x" * 501, 2, "name:en"),
    ],
)
def test_a_fault_is_told_with_its_line_and_column(rows: str, line: int, column: str) -> None:
    (fault,) = read_list(rows.encode()).faults

    assert (fault.line, fault.column) == (line, column)


SCHEME = "@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"code,name:en\n", "no item"),
        (b"a,b\n1,2", "column of names"),
        (b"parent,name:en\na,x", "code column"),
        (b"name:en,name\nx,y", "two columns"),
        (b'name:en\n"x', "Line 2 is no CSV"),
        (b"name:en\n\x80\xff\xff", "neither UTF-8 nor Big5"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"%PDF-1.7 ...", "no CSV, ODS or JSON"),
        (b'{"items": 3}', "array"),
        (b'[{"names": ', "Line 1 is no JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (f"{SCHEME}<urn:a> a s:ConceptScheme . <urn:b> a s:ConceptScheme .".encode(), "2 concept schemes"),
        (f"{SCHEME}<urn:a> a s:ConceptScheme .".encode(), "no concept"),
        (f"{SCHEME}<urn:a> a".encode(), "cannot be read as SKOS"),
        (b'{"@context": "https://example.org/c", "@id": "urn:a"}', "@context elsewhere"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><r/>', "document type"),
        (b"<r><x></r>", "no well-formed XML"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_list(raw)

    assert refused.value.status == 422
    assert said in refused.value.sentence.en


def test_wrong_values_in_json_and_two_parents_in_skos_are_faults() -> None:
    items = [{"names": {"en": 3}}, "x", {"names": {"!!": "a", "en": "b"}, "parent": True}]
    skos = (
        f"{SCHEME}<urn:a/1> a s:Concept ; s:prefLabel 'x'@en, 'y'@en ; s:broader <urn:a/2>, <urn:a/3> ."
        + "".join(f"<urn:a/{number}> a s:Concept ; s:prefLabel 'z'@en ." for number in (2, 3))
    )
    faults = [(each.line, each.column) for each in read_list(json.dumps(items).encode()).faults]

    assert {(1, "names:en"), (1, "name"), (2, ""), (2, "name"), (3, "parent"), (3, "names:!!")} == set(faults)
    assert [each.column for each in read_list(skos.encode()).faults] == ["parent", "name:en"]


def test_ten_thousand_items_are_read_and_a_chain_as_deep_is_no_trouble() -> None:
    flat = "code,parent,name:en\n" + "\n".join(
        f"i{n},{f'i{n - 1}' if n else ''},item {n}" for n in range(10_000)
    )
    more = "name:en\n" + "\n".join(f"item {n}" for n in range(20_001))

    assert (len(read_list(flat.encode()).entries), read_list(flat.encode()).faults) == (10_000, ())
    with pytest.raises(Refused, match="20001"):
        read_list(more.encode())


def test_a_formula_in_a_spreadsheet_is_a_fault() -> None:
    packed = io.BytesIO(write_ods([("code", "name:en"), ("a", "x")], "x"))
    with zipfile.ZipFile(packed) as package:
        content = package.read("content.xml").decode()
        others = {each: package.read(each) for each in package.namelist() if each != "content.xml"}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in others.items():
            package.writestr(name, part)
        changed = content.replace("<text:p>x</text:p>", "<text:p>x</text:p>").replace(
            'office:value-type="string"', 'table:formula="of:=1" office:value-type="string"', 4
        )
        package.writestr("content.xml", changed)

    assert any("formula" in each.sentence.en for each in read_list(made.getvalue()).faults)


def test_a_language_tag_has_one_spelling() -> None:
    assert [tag_of(each) for each in ("zh", "zh-tw", "ZH-HANT", "zh_TW", "EN", "zh-CN", "pt-br")] == [
        *("zh-Hant", "zh-Hant", "zh-Hant", "", "en", "zh-Hans", "pt-BR")
    ]


def test_every_bundled_version_is_sound_and_says_who_issued_it_and_where_it_was_read() -> None:
    versions = bundled_versions()

    assert len({each.head.code for each in versions}) == len(versions) == 15
    assert len({each.head.list for each in versions}) == 13
    for each in versions:
        file, head = each.file(), each.head
        assert not file.entries or read_list(write_list(file, Format.JSON, BASE)).faults == ()
        told = (head.issuer_zh, head.issuer_en, head.title_zh, head.title_en, head.source_name)
        assert all((*told, head.note_zh, head.note_en))
        assert each.statuses
        assert not head.complete or len(file.entries) == head.stated_count


def test_the_bundled_lists_have_as_many_names_as_their_sources() -> None:
    counts = {
        each.head.code: (len(each.file().entries), each.head.stated_count) for each in bundled_versions()
    }

    assert counts == {
        "US-NSTC-2022": (19, 19 + 103),
        "US-NSTC-2024": (18, None),
        "US-BIS-2018": (0, 14 + 47),
        "US-EAR-2024": (6, 6),
        "EU-2023-10-03": (10 + 16, 10 + 42),
        "AU-2023": (7, 7),
        "AU-ASPI-2023": (8 + 60, 8 + 61),
        "KR-2022-12": (12, 12 + 50),
        "KR-HST-2024": (0, 4 + 17),
        "KR-NCT-2024": (1 + 11, 13 + 75),
        "UK-NSIA-17": (17, 17),
        "NL-NTS-2024": (10, 10),
        "JP-METI-2023": (6 + 9, 6 + 23),
        "TW-2023-12-05": (22, 22),
        "TW-2025-11-24": (8 + 1, 42),
    }
