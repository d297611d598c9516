"""What an office's template gives, and what is refused of it."""

import io
import zipfile

import pytest
from odfdo import Document as Odt

from coretech.engines.documents.errors import TemplateError
from coretech.engines.documents.odt import to_odt
from tests.engines.documents.reading import odt, odt_texts, parts, texts, with_parts
from tests.engines.documents.samples import CHART, MINUTES

OWN = to_odt(MINUTES)
SHOWN = '<style:footer><text:p><draw:frame><draw:image xlink:href="{}"/></draw:frame></text:p>'
SPACES = (
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" office:version'
)


def changed(part: str, old: str, new: str, template: bytes = OWN) -> bytes:
    """The template with something else in one of its parts."""
    text = parts(template)[part].decode()
    assert old in text
    return with_parts(template, {part: text.replace(old, new).encode()})


def showing(picture: str) -> bytes:
    """A template whose footer shows a picture."""
    spaced = changed("styles.xml", "office:version", SPACES)
    return changed("styles.xml", "<style:footer>", SHOWN.format(picture), spaced)


def saved_by_an_office_program() -> bytes:
    file = io.BytesIO()
    Odt.new("text").save(file)
    return file.getvalue()


def why_refused(template: bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        to_odt(MINUTES, template)
    return caught.value.sentence.en


def test_the_look_of_a_template_is_kept_and_its_body_is_not() -> None:
    template = changed("content.xml", "略。", "機密舊文", changed("styles.xml", "21cm", "20cm"))
    made = to_odt(MINUTES, template)
    assert b'fo:page-width="20cm"' in parts(made)["styles.xml"]
    assert set(texts(MINUTES)) <= odt_texts(made)
    assert "機密舊文" not in odt_texts(made)


def test_a_style_that_the_template_has_stays_and_one_that_it_lacks_is_added() -> None:
    template = saved_by_an_office_program()
    made = odt(to_odt(MINUTES, template))
    before, after = (
        odt(template).get_style("paragraph", "Heading_20_1"),
        made.get_style("paragraph", "Heading_20_1"),
    )
    assert before is not None
    assert after is not None
    assert after.serialize() == before.serialize()
    assert odt(template).get_style("paragraph", "To_20_sign") is None
    assert made.get_style("paragraph", "To_20_sign") is not None


def test_nothing_but_the_look_is_carried_over() -> None:
    template = with_parts(
        saved_by_an_office_program(), {"Thumbnails/thumbnail.png": b"old page", "Object 1": b"x"}
    )
    names = {
        "mimetype",
        "META-INF/manifest.xml",
        "content.xml",
        "meta.xml",
        "styles.xml",
        "Pictures/figure-16.svg",
    }
    assert set(parts(to_odt(MINUTES, template))) == names


def test_an_ott_is_a_template_too_and_what_comes_of_it_is_an_odt() -> None:
    template = with_parts(OWN, {"mimetype": b"application/vnd.oasis.opendocument.text-template"})
    assert parts(to_odt(MINUTES, template))["mimetype"] == b"application/vnd.oasis.opendocument.text"


def test_the_same_template_gives_the_same_bytes() -> None:
    template = saved_by_an_office_program()
    assert to_odt(MINUTES, template) == to_odt(MINUTES, template)


def test_a_picture_that_the_template_shows_and_holds_comes_along() -> None:
    template = with_parts(showing("Pictures/crest.svg"), {"Pictures/crest.svg": CHART.encode()})
    assert parts(to_odt(MINUTES, template))["Pictures/crest.svg"] == CHART.encode()


@pytest.mark.parametrize(
    "picture",
    [
        "https://example.org/crest.png",
        "file:///crest.png",
        "../crest.png",
        "Pictures/absent.png",
        "Pictures/../mimetype",
    ],
)
def test_a_picture_from_outside_the_template_is_refused_by_its_name(picture: str) -> None:
    assert picture in why_refused(showing(picture))


@pytest.mark.parametrize(
    "template",
    [
        b"",
        b"%PDF-1.7",
        OWN[: len(OWN) // 2],
        with_parts(OWN, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        with_parts(OWN, {"mimetype": "不是".encode()}),
        with_parts(OWN, {"styles.xml": b"<unclosed>"}),
        with_parts(OWN, {"styles.xml": b"<no-styles/>"}),
        with_parts(OWN, {"styles.xml": parts(OWN)["styles.xml"].decode().encode("utf-16")}),
        with_parts(OWN, {"content.xml": b"\xff\xfe"}),
        changed("styles.xml", 'encoding="UTF-8"', "encoding='Big5'"),
        with_parts(OWN, {}, zipfile.ZIP_BZIP2),
        OWN.replace(b"styles.xml", b"stylex.xml"),
    ],
    ids=[
        *("nothing", "a PDF", "half of it", "a spreadsheet", "a strange type", "broken XML", "no styles"),
        *("UTF-16", "no text", "another encoding", "an odd compression", "a missing part"),
    ],
)
def test_what_is_no_odt_is_refused(template: bytes) -> None:
    assert "not a readable ODT" in why_refused(template)


def test_entities_that_grow_are_refused_unread() -> None:
    grow = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<office:document-styles'
    assert "not a readable ODT" in why_refused(changed("styles.xml", "<office:document-styles", grow))


@pytest.mark.parametrize("name", ["Basic/Standard/Module1.xml", "Scripts/python/run.py", "Dialogs/a.xml"])
def test_macros_are_refused(name: str) -> None:
    assert "macros" in why_refused(with_parts(OWN, {name: b"Sub Main"}))


def test_a_script_that_an_event_starts_is_refused() -> None:
    spaced = changed("styles.xml", "office:version", SPACES)
    event = '<style:footer><text:p><script:event-listener script:event-name="dom:load"/></text:p>'
    assert "macros" in why_refused(changed("styles.xml", "<style:footer>", event, spaced))


def test_a_template_with_a_password_is_refused() -> None:
    encrypted = changed(
        "META-INF/manifest.xml", "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"
    )
    assert "password" in why_refused(encrypted)


def test_a_large_file_is_refused() -> None:
    assert "too large" in why_refused(bytes(5_000_001))


def test_a_small_file_that_unpacks_large_is_refused() -> None:
    bomb = with_parts(OWN, {"Pictures/bomb.svg": bytes(50_000_001)})
    assert len(bomb) < 100_000
    assert "too large" in why_refused(bomb)


def test_a_thousand_parts_are_refused() -> None:
    assert "too large" in why_refused(
        with_parts(OWN, {f"Pictures/{number}.png": b"" for number in range(1_000)})
    )
