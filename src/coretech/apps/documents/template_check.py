"""Looking into a template before it is set: is it one, what does it lack, how would a document look in it."""

import datetime as dt
import io
from dataclasses import dataclass

from odfdo import Document as Odt

from coretech.apps.documents.naming import NAMES, Kind
from coretech.engines.documents.errors import TemplateError
from coretech.engines.documents.model import (
    Document,
    Facts,
    Heading,
    Item,
    Language,
    Numbered,
    Paragraph,
    Run,
    Signatures,
    Table,
)
from coretech.engines.documents.odt import to_odt
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

LARGEST = 1_500_000
"""How many bytes a template may have: it travels through the page that shows it before it is set."""

STYLES = {
    "Title": Sentence("標題", "Title"),
    "Heading_20_1": Sentence("標題 1", "Heading 1"),
    "Heading_20_2": Sentence("標題 2", "Heading 2"),
    "Text_20_body": Sentence("內文", "Text body"),
    "Table_20_Contents": Sentence("表格內容", "Table Contents"),
    "Table_20_Heading": Sentence("表格標題", "Table Heading"),
}
"""The paragraph styles a document is set in, by their names in the file and in office programs."""
_NAMED = "//office:styles/style:style[@style:family='paragraph']"
_PAGES = "//office:master-styles/style:master-page"


@dataclass(frozen=True, slots=True)
class Findings:
    """A template that may be set: the styles it lacks, which get the built-in look, and a document set in it."""

    lacking: tuple[Sentence, ...]
    preview: bytes


def looked_into(kind: Kind, odt: bytes, language: Language, at: dt.datetime) -> Findings:
    """What there is to know of a template before it is set.

    Raises:
        Refused: (HTTP 422) where it is too large, no ODT, carries macros or a password, shows pictures from outside,
            or has no page style.
    """
    if len(odt) > LARGEST:
        raise bad_input(
            "odt",
            f"範本不得超過{LARGEST / 1_000_000:.1f} MB；請縮小其中的圖片。",
            f"A template has at most {LARGEST / 1_000_000:.1f} MB. Make the pictures in it smaller.",
        )
    try:
        preview = to_odt(_sample(kind, language, at), odt)
    except TemplateError as error:
        raise Refused(error.sentence, status=422, field="odt") from error
    return Findings(_lacking(odt), preview)


def _lacking(odt: bytes) -> tuple[Sentence, ...]:
    """The styles that are not in the template; safe to open, for the engine has accepted it."""
    root = Odt(io.BytesIO(odt)).styles.root
    if not root.get_elements(_PAGES):
        raise bad_input(
            "odt",
            "範本沒有頁面樣式；請以 LibreOffice 開啟並重新存檔。",
            "The template has no page style. Open it in LibreOffice and save it again.",
        )
    present = {style.get_attribute_string("style:name") for style in root.get_elements(_NAMED)}
    return tuple(words for name, words in STYLES.items() if name not in present)


def _sample(kind: Kind, language: Language, at: dt.datetime) -> Document:
    """A short document with everything a template gives a look to."""
    zh = language != "en"
    say = NAMES[kind].say(language)
    text = (
        "這是範本預覽，內容均為示範。" if zh else "This is a preview of the template; nothing in it is real."
    )
    words = ("項目", "內容") if zh else ("Item", "Content")
    return Document(
        title=say,
        language=language,
        blocks=(
            Facts(((words[0], "2025-0001"), (words[1], text))),
            Heading(1, "壹、標題" if zh else "1. Heading"),
            Paragraph((Run(text), Run(text, bold=True))),
            Heading(2, "次標題" if zh else "Heading below"),
            Numbered((Item(text, (text,)), Item(text))),
            Table(words, (("甲" if zh else "A", text),), caption=say),
            Paragraph(text, "note"),
            Signatures(("簽名" if zh else "Signed",)),
        ),
        created=at.replace(microsecond=0),
        kind=say,
    )
