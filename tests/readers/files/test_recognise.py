"""A file is what its content says, and what no paper may carry is refused with the way out."""

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from coretech.engines.stamping import stamped
from coretech.readers.files import LARGEST, FileError, Kind, recognise
from coretech.readers.files.virus import EICAR
from tests.factories.papers_factories import ODT_TYPE, jpeg, odt, package, pdf, png, written

SCRIPT = '<office:script script:language="ooo:Basic">x</office:script>'
LISTENER = '<script:event-listener xlink:href="vnd.sun.star.script:Standard.Module1.Main"/>'
CALC, SLIDES = (ODT_TYPE.replace("text", name) for name in ("spreadsheet", "presentation"))


def refused(data: bytes) -> str:
    """The English sentence a file is refused with; the Chinese one must be there too."""
    with pytest.raises(FileError) as caught:
        recognise(data)
    assert caught.value.sentence.zh
    return caught.value.sentence.en


def of_kind(media_type: str) -> bytes:
    return package({"mimetype": media_type.encode(), "content.xml": b"<x/>"})


def pdf_with(action: DictionaryObject) -> bytes:
    """A PDF that does something when it is opened."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.root_object[NameObject("/OpenAction")] = action
    return written(writer)


def pdf_with_compressed(inside: bytes) -> bytes:
    """A PDF whose third object stands in a compressed stream of objects, as since PDF 1.5."""
    packed = zlib.compress(b"3 0 " + inside)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        5: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        % (len(packed), packed),
    }
    whole, places = b"%PDF-1.5\n", {}
    for number, content in objects.items():
        places[number] = len(whole)
        whole += b"%d 0 obj%b\nendobj\n" % (number, content)
    start, rows = len(whole), b"\x00" * 4
    places[6] = start
    for number in range(1, 7):
        rows += b"\x02\x00\x05\x00" if number == 3 else b"\x01" + struct.pack(">H", places[number]) + b"\x00"
    head = b"<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Length %d>>stream\n%b\nendstream" % (len(rows), rows)
    return whole + b"6 0 obj%b\nendobj\nstartxref\n%d\n%%%%EOF" % (head, start)


def action(kind: str, **more: str) -> DictionaryObject:
    made = DictionaryObject({NameObject("/S"): NameObject(kind)})
    for name, value in more.items():
        made[NameObject(f"/{name}")] = TextStringObject(value)
    return made


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(), Kind.PDF),
        (odt(), Kind.ODT),
        (of_kind(CALC), Kind.ODS),
        (of_kind(SLIDES), Kind.ODP),
        (png(), Kind.PNG),
        (jpeg(), Kind.JPEG),
        ("會議資料\n第一點".encode(), Kind.TEXT),
        (b"plain, with a comma", Kind.TEXT),
        ("﻿項次,名稱\n1,晶片\n2,雷達\n".encode(), Kind.CSV),
        (b'id,text\n1,"a\nb"\n', Kind.CSV),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, kind: Kind) -> None:
    assert recognise(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (b"a" * (LARGEST + 1), "over 50 MB"),
        (EICAR, "EICAR"),
        (b"before " + EICAR + b" after", "EICAR"),
        (odt(more={"Pictures/x": b"." * 300_000 + EICAR}), "EICAR"),
        (b"MZ\x90\x00program", "a program"),
        (b"\x7fELF", "a program"),
        (b"#!/bin/sh\nrm x", "a program"),
        (b"<!DOCTYPE html><p>", "HTML"),
        (b'\n <svg xmlns="x">', "HTML"),
        (b"<script>alert(1)</script>", "HTML"),
        (b'<?xml version="1.0"?><a/>', "HTML"),
        ("會議".encode("big5"), "not known here"),
        ("會議".encode("utf-16"), "not known here"),
        (b"GIF89a\x01\x00", "not known here"),
        (b"Rar!\x1a\x07\x00", "not known here"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or encrypted Office"),
        (package({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "an Office file"),
        (package({"a.txt": b"hello"}), "an archive"),
        (package({"content.xml": b"<x/>", "mimetype": ODT_TYPE.encode()}), "an archive"),
        (of_kind("application/vnd.oasis.opendocument.graphics"), "an archive"),
        (package({"mimetype": ODT_TYPE.encode()}), "damaged"),
        (odt()[:-40], "damaged"),
        (odt(more={"../../etc/passwd": b"x"}), "damaged"),
        (odt(more={"bomb": bytes(40 * 1024 * 1024)}), "swell"),
    ],
)
def test_what_is_not_taken_is_said_with_the_way_out(data: bytes, words: str) -> None:
    assert words in refused(data)


@pytest.mark.parametrize(
    "data",
    [
        odt(more={"Basic/Standard/Module1.xml": b"<x/>"}),
        odt(more={"Scripts/python/x.py": b"x"}),
        odt(SCRIPT),
        odt(LISTENER),
        odt(body='<text:a xlink:href="javascript:x()">here</text:a>'),
        odt(more={"Object 1/content.xml": b'<d xmlns:o="o"><o:object-ole/></d>'}),
        odt(media_type="application/vnd.sun.star.oleobject"),
    ],
)
def test_a_document_with_macros_is_refused(data: bytes) -> None:
    assert "macros" in refused(data)


def test_an_event_of_a_presentation_is_no_macro() -> None:
    assert recognise(odt(body='<p:event-listener xmlns:p="urn:x:presentation:1.0"/>')) is Kind.ODT


def test_a_document_with_a_password_is_refused() -> None:
    assert "password" in refused(odt(inside="<m:encryption-data/>"))


def test_an_encrypted_package_is_refused() -> None:
    data = bytearray(odt())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1

    assert "password" in refused(bytes(data))


def test_a_document_type_that_could_multiply_entities_is_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'

    assert "damaged" in refused(package({"mimetype": ODT_TYPE.encode(), "content.xml": laughs}))


def test_an_entry_given_twice_is_refused() -> None:
    whole = io.BytesIO(odt())
    with zipfile.ZipFile(whole, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("content.xml", b"<other/>")

    assert "damaged" in refused(whole.getvalue())


@pytest.mark.parametrize("made", [action("/JavaScript", JS="app.alert(1)"), action("/Launch", F="cmd.exe")])
def test_a_pdf_that_runs_something_is_refused(made: DictionaryObject) -> None:
    assert "carries a script" in refused(pdf_with(made))


def test_a_pdf_with_a_file_inside_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("hidden.exe", b"MZ")

    assert "another file" in refused(written(writer))


def test_a_script_under_an_escaped_name_is_seen() -> None:
    data = (
        pdf_with(action("/JavaScript", JS="1"))
        .replace(b"/JavaScript", b"/Java#53cript")
        .replace(b"/JS", b"/#4aS")
    )

    assert "carries a script" in refused(data)


def test_a_script_in_a_compressed_stream_of_objects_is_seen() -> None:
    hidden = pdf_with_compressed(b"<</S/JavaScript/JS(app.alert(1))>>")

    assert b"JavaScript" not in hidden
    assert "carries a script" in refused(hidden)
    assert recognise(pdf_with_compressed(b"[4 0 R/Fit]")) is Kind.PDF


def test_a_pdf_with_a_password_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="AES-256")

    assert "password" in refused(written(writer))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7 nonsense\n%%EOF", pdf(0)])
def test_a_pdf_without_pages_is_refused(data: bytes) -> None:
    assert "damaged" in refused(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png()[:-4], "damaged"),
        (png().replace(b"IDAT", b"IDAX"), "damaged"),
        (png() + b"PK\x03\x04", "hidden behind"),
        (png(100_000, 100_000, b""), "too large a picture"),
        (png(0, 5), "damaged"),
        (jpeg()[:-2], "damaged"),
        (jpeg()[:12], "damaged"),
        (jpeg() + b"<script>", "hidden behind"),
        (jpeg(60_000, 60_000), "too large a picture"),
        (jpeg(0, 0), "damaged"),
    ],
)
def test_a_picture_is_whole_and_nothing_more(data: bytes, words: str) -> None:
    assert words.removesuffix(" a picture") in refused(data)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]),
)
def test_any_bytes_are_a_kind_or_are_refused(data: bytes, start: bytes) -> None:
    with contextlib.suppress(FileError):
        assert recognise(start + data) in Kind


@given(st.integers(min_value=0), st.integers(0, 255), st.sampled_from([pdf(), odt(), png(), jpeg()]))
def test_any_byte_changed_gives_a_kind_or_a_refusal(place: int, byte: int, whole: bytes) -> None:
    changed = bytearray(whole)
    changed[place % len(changed)] = byte
    with contextlib.suppress(FileError):
        assert recognise(bytes(changed)) in Kind


def test_a_pdf_made_here_is_taken() -> None:
    assert recognise(stamped(pdf(2), "王小明")) is Kind.PDF
