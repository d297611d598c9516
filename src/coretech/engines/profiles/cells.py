"""What a cell of a profile may hold: each kind reads a text strictly and gives it back in one form."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache

from pint import UnitRegistry
from pint.errors import PintError

from coretech.kit.sentence import Sentence


class CellError(ValueError):
    """A text that a cell cannot hold; ``sentence`` says what is wanted."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.sentence = Sentence(zh, en)


class Form(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    WORD = "word"
    LEVEL = "level"
    COUNTRIES = "countries"
    WHEN = "when"
    NUMBER = "number"
    FIGURE = "figure"
    UNIT = "unit"
    CODE = "code"


LOWEST, HIGHEST = 1, 9
_COUNTRY_WANTED = "應為兩個字母的國別代碼，例如 JP NL", "should be countries' two letters, such as JP NL"
_COUNTRY = re.compile(r"[A-Z]{2}")
_WHEN = re.compile(r"~?(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"[1-9]\d{0,4}")
_FIGURE = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
_UNIT = re.compile(
    r"[A-Za-zµΩÅ%°]{1,12}(?:\*\*-?\d|\^-?\d)?(?:[*/][A-Za-zµΩÅ%°]{1,12}(?:\*\*-?\d|\^-?\d)?){0,3}"
)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def read(form: Form, text: str, words: Mapping[str, Sentence]) -> str:
    """The text in the form that is kept; an empty one stays empty.

    Raises:
        CellError: for what the cell cannot hold.
    """
    plain = text.strip()
    return _READERS[form](plain, words) if plain else ""


def _text(text: str, _words: Mapping[str, Sentence]) -> str:
    if any(unicodedata.category(each) == "Cc" and each not in "\n\r\t" for each in text):
        raise CellError("含有看不見的控制字元，請刪除", "holds invisible control characters; delete them")
    return text


def _word(text: str, words: Mapping[str, Sentence]) -> str:
    if text not in words:
        raise CellError("請由選項選擇", "choose one of the list")
    return text


def _level(text: str, _words: Mapping[str, Sentence]) -> str:
    plain = unicodedata.normalize("NFKC", text).upper().removeprefix("TRL").strip()
    if not (plain.isdecimal() and plain.isascii() and LOWEST <= int(plain) <= HIGHEST):
        raise CellError(
            f"應為{LOWEST}到{HIGHEST}；不知道就留空", f"should be {LOWEST} to {HIGHEST}; empty if not known"
        )
    return str(int(plain))


def _countries(text: str, _words: Mapping[str, Sentence]) -> str:
    found = re.split(r"[\s,、，;；]+", unicodedata.normalize("NFKC", text).upper().strip(" ,、;"))
    if not all(_COUNTRY.fullmatch(each) for each in found):
        raise CellError(*_COUNTRY_WANTED)
    return " ".join(dict.fromkeys(found))


def _when(text: str, _words: Mapping[str, Sentence]) -> str:
    return _fitting(
        _WHEN,
        text,
        "應為2012、2012-05或2012-05-17，約略時前加~",
        "should be 2012, 2012-05 or 2012-05-17; ~ before a rough one",
    )


def _number(text: str, _words: Mapping[str, Sentence]) -> str:
    return _fitting(_NUMBER, text, "應為清單的項次，例如18", "should be an item's number, such as 18")


def _figure(text: str, _words: Mapping[str, Sentence]) -> str:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    return _fitting(
        _FIGURE, plain, "應為數字；單位請填在單位欄", "should be a figure; its unit has a cell of its own"
    )


def _code(text: str, _words: Mapping[str, Sentence]) -> str:
    return _fitting(
        _CODE, text, "應為英數字、點、底線或連字號", "should be letters, digits, dots and hyphens"
    )


def _unit(text: str, _words: Mapping[str, Sentence]) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("μ", "µ")
    wrong = CellError("沒有這個單位，請用例如 nm、GB/s、K", "no such unit; write nm, GB/s or K, for example")
    if _UNIT.fullmatch(plain) is None:
        raise wrong
    try:
        _registry().parse_units(plain)
    except (PintError, ValueError, AttributeError):
        raise wrong from None
    return plain


def _fitting(pattern: re.Pattern[str], text: str, zh: str, en: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    if pattern.fullmatch(plain) is None:
        raise CellError(zh, en)
    return plain


_READERS: Mapping[Form, Callable[[str, Mapping[str, Sentence]], str]] = {
    Form.TEXT: _text,
    Form.WORD: _word,
    Form.LEVEL: _level,
    Form.COUNTRIES: _countries,
    Form.WHEN: _when,
    Form.NUMBER: _number,
    Form.FIGURE: _figure,
    Form.UNIT: _unit,
    Form.CODE: _code,
}


@cache
def _registry() -> "UnitRegistry[float]":
    registry: UnitRegistry[float] = UnitRegistry()
    registry.define("layer = [layer]")
    return registry
