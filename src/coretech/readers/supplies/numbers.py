"""Numbers as people type them: full-width digits, marks between thousands, ``-`` for what is not told."""

import re
import unicodedata
from decimal import Decimal

from coretech.kit.sentence import Sentence

_MOST_DIGITS, _PLACES = 15, 9
_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
_TYPED = re.compile(r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,30})?")
_UNTOLD = frozenset({"", "-", "−", "–", "—"})
_NEGATIVE = re.compile(r"[-−–—][0-9.,]+|\([0-9.,]+\)")


class NotANumber(ValueError):  # noqa: N818 - the name says what the text is
    """A text that is no quantity, and what is wrong with it."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever sent the file."""
        super().__init__(sentence.en)
        self.sentence = sentence


def read_number(text: str) -> Decimal | None:
    """The quantity a text writes, to a thousand-millionth; None where nothing is told.

    Raises:
        NotANumber: for a negative number, one of more than 15 digits before the point, and what is none.
    """
    if not text:
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    folded = unicodedata.normalize("NFKC", text).strip()
    if folded in _UNTOLD:
        return None
    if _TYPED.fullmatch(folded):
        return round(Decimal(folded.replace(",", "")), _PLACES).normalize() + 0
    raise NotANumber(_wrong(folded))


def is_plain(text: str) -> bool:
    """Whether a text is digits alone, with or without a fraction."""
    return _PLAIN.fullmatch(text) is not None


def plain(value: Decimal) -> str:
    """A number of a spreadsheet or of JSON as its digits, without the noise of binary fractions.

    One beyond all measure is given as it was written.
    """
    if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        return str(value)
    text = f"{round(value, _PLACES):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _wrong(text: str) -> Sentence:
    if _NEGATIVE.fullmatch(text):
        return Sentence(
            "不得為負數；沒有請填0，未知請留空。", "It is negative. Write 0 for none, or leave it empty."
        )
    return Sentence(
        "不是數值，請以數字填寫，例如 1,234.5；未知請留空。",
        "It is no number. Write digits, such as 1,234.5, or leave it empty where it is not known.",
    )
