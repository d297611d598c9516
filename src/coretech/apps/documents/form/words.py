"""How an answer is printed in the form, and read back from what somebody wrote there."""

import re

from coretech.apps.cases.asking import Asked, Kind
from coretech.engines.documents.model import Language
from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form.filled import folded

YES, NO = Sentence("是", "Yes"), Sentence("否", "No")
_TICKED = frozenset({"是", "有", "對", "v", "x", "yes", "y", "true", "1", "☑", "☒", "✓", "✔", "■", "●"})
_NUMBERED = re.compile(r"(?:附件|attachment)?\s*(?P<number>[1-9][0-9]{0,17})", re.ASCII)
_UNTICKED = frozenset({"", "否", "無", "沒有", "no", "n", "false", "0", "☐", "□", "○", "-", "－"})


def printed(asked: Asked, value: str | bool, language: Language) -> str:  # noqa: FBT001 - an answer may be a tick
    """The answer as it stands in the form."""
    if isinstance(value, bool):
        return (YES if value else NO).say(language)
    chosen = (asked.choices or {}).get(value)
    return value if chosen is None else chosen.say(language)


def read_back(asked: Asked, words: str) -> str | bool | None:
    """The answer somebody wrote; a choice in either language, by its number or its value; None for no yes or no.

    A choice that is none of those listed stays as it was written, for its writer to mend in the draft.
    """
    if asked.kind is Kind.FLAG:
        plain = folded(words)
        return True if plain in _TICKED else False if plain in _UNTICKED else None
    if asked.kind is Kind.CHOICE:
        return _chosen(asked, words)
    if asked.kind is Kind.FILE and (numbered := _NUMBERED.fullmatch(folded(words))):
        return numbered["number"]
    return words if asked.kind is Kind.TEXT else " ".join(words.split())


def _chosen(asked: Asked, words: str) -> str:
    plain = folded(words)
    for value, name in (asked.choices or {}).items():
        if plain in {folded(value), folded(name.zh), folded(name.en)}:
            return value
    return " ".join(words.split())
