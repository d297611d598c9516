"""How the pages name the standing of minutes."""

from coretech.apps.meetings.minuting.edition import Edition
from coretech.apps.meetings.models import Minutes
from coretech.engines.documents.model import Language
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import language

STATES = {
    Minutes.State.DRAFT: Tag(Sentence("草稿", "Draft"), "blue"),
    Minutes.State.CIRCULATING: Tag(Sentence("傳閱確認中", "Circulating"), "orange"),
    Minutes.State.CONFIRMED: Tag(Sentence("已確認", "Confirmed"), "green"),
}


def document_language() -> Language:
    """The language a document is set in for this page."""
    return "en" if language() == "en" else "zh-Hant-TW"


def version_name(edition: Edition) -> Sentence:
    """A version by its number, and whether it corrects the one before."""
    zh, en = f"第{edition.number}版", f"Version {edition.number}"
    return Sentence(f"{zh}（更正）", f"{en} (correction)") if edition.correction else Sentence(zh, en)
