"""The words of a cell or a heading: without mark-up, without the spaces that a page's edge left between characters."""

import html
import re
import unicodedata

_TAGS = re.compile(r"</?(?!sup\b|sub\b)[a-zA-Z][^<>]*>")
_BOLD = re.compile(r"\*\*+")
_HEADING = re.compile(r"^\s*#+\s*")
_FOOTNOTE = re.compile(r" ?<sup> ?[0-9]{1,3} ?</sup>(?= ?(?:$|[，。、；：！？)）」』]))")
_SPACES = re.compile(r"[ \u3000\xa0\t]+")
_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_MARKS = "，。、；：！？（）「」『』《》〈〉"
_BETWEEN = re.compile(rf"(?<=[{HAN}{_MARKS}]) +(?=[{HAN}{_MARKS}])")
_WORDS = re.compile(r"[A-Za-z0-9%]\|[A-Za-z0-9]")
_SEAM = re.compile(rf"[A-Za-z0-9%]\|[A-Za-z0-9{HAN}]|[{HAN}]\|[A-Za-z0-9]")


def untagged(text: str) -> str:
    """A text without tags, bold marks and the marks of a heading; superscripts keep theirs, for they mean something."""
    bare = _TAGS.sub(" ", _HEADING.sub("", text))
    return _SPACES.sub(" ", html.unescape(_BOLD.sub("", bare))).strip()


def plain(text: str) -> str:
    """An untagged text without the marks of footnotes, and without the spaces a page's edge left between characters."""
    return tidy(untagged(_FOOTNOTE.sub("", _SPACES.sub(" ", text).strip())))


def unified(text: str) -> str:
    """A text with each compatibility ideograph and radical as the ideograph it stands for; marks stay as printed."""
    return _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def tidy(text: str) -> str:
    """One space where there were several, and none between two Chinese characters or beside their marks."""
    return _BETWEEN.sub("", _SPACES.sub(" ", text)).strip()


def joined(first: str, second: str, *, spaced: bool = False) -> str:
    """Two parts of one text that a page's end had parted.

    A space stays between two Latin words; with ``spaced``, for texts that print one beside every Latin word and figure,
    also between those and Chinese characters.
    """
    one, other = first.strip(), second.strip()
    if not one or not other:
        return one or other
    return tidy(f"{one}{seam(one, other, spaced=spaced)}{other}")


def seam(one: str, other: str, *, spaced: bool = False) -> str:
    """What stands between two parts of one text, neither of them empty: a space, or nothing."""
    return " " if (_SEAM if spaced else _WORDS).match(f"{one[-1]}|{other[0]}") else ""
