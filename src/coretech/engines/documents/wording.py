"""The few words that the printers add themselves."""

from dataclasses import dataclass

from coretech.engines.documents.model import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words: around the page numbers, behind a label, and in a table without rows."""

    before_page: str
    between_pages: str
    after_pages: str
    colon: str
    no_rows: str
    tag: str  # for the metadata, as BCP 47


WORDING: dict[Language, Wording] = {
    "zh-Hant-TW": Wording("第 ", " 頁，共 ", " 頁", "：", "（無）", "zh-TW"),
    "en": Wording("Page ", " of ", "", ":", "(none)", "en"),
}
