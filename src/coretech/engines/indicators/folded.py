"""Texts and keywords folded alike: words parted by one space, Chinese run together and apart from Latin letters."""

import re
import unicodedata

VARIANTS = {"臺": "台", "爲": "為", "裏": "裡", "綫": "線", "衞": "衛", "羣": "群", "峯": "峰", "着": "著"}
HAN = r"\u3400-\u9fff"
_VARIANTS = str.maketrans(VARIANTS)
_OTHER = re.compile(r"[\W_]+")
_BEFORE_HAN = re.compile(rf"([^{HAN}\s])(?=[{HAN}])")
_AFTER_HAN = re.compile(rf"([{HAN}])(?=[^{HAN}\s])")
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_IS_HAN = re.compile(rf"[{HAN}]")


def folded(text: str) -> str:
    """The text's words with a space on either side, so that a whole word is found as a piece of text."""
    plain = unicodedata.normalize("NFKC", text).translate(_VARIANTS).lower()
    together = _BETWEEN_HAN.sub("", _OTHER.sub(" ", plain))
    words = _AFTER_HAN.sub(r"\1 ", _BEFORE_HAN.sub(r"\1 ", together))
    return f" {words.strip()} "


def needle(keyword: str) -> str:
    """The piece of folded text a keyword is looked for as: Chinese anywhere, Latin as whole words.

    A star at the end leaves the last word open: ``semiconductor*`` finds ``semiconductors``. Empty where the keyword
    holds no letter and no digit.
    """
    words = folded(keyword).strip()
    if not words:
        return ""
    before = "" if _IS_HAN.match(words[0]) else " "
    after = "" if keyword.rstrip().endswith("*") or _IS_HAN.match(words[-1]) else " "
    return f"{before}{words}{after}"
