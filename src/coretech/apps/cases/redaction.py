"""Personal data in words that will be public: what to take out before they are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence

_SHORTEST_NAME = 2


class Kind(StrEnum):
    """What kind of personal data was found."""

    SENDER = "sender"
    CONTACT = "contact"
    EMAIL = "email"
    IDENTITY = "identity"
    TELEPHONE = "telephone"


KINDS = {
    Kind.SENDER: Sentence("送件人姓名或機構", "the sender's name"),
    Kind.CONTACT: Sentence("送件人聯絡方式", "the sender's contact"),
    Kind.EMAIL: Sentence("電子郵件地址", "an e-mail address"),
    Kind.IDENTITY: Sentence("身分證或居留證號碼", "an identity number"),
    Kind.TELEPHONE: Sentence("電話號碼", "a telephone number"),
}

_BEFORE, _AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_GAP = r"[\s().‧・-]{0,2}"
_PATTERNS = {
    Kind.EMAIL: re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"),
    # Sex or status in the second place: 1, 2 of the identity card, 8, 9 of the residence card, A to D of the older one.
    Kind.IDENTITY: re.compile(rf"{_BEFORE}[A-Z](?:[1289]|[A-D])\d{{8}}{_AFTER}", re.IGNORECASE),
    # A number in Taiwan has nine or ten digits from its 0 on, eight or nine after +886.
    Kind.TELEPHONE: re.compile(
        rf"(?<![0-9A-Za-z+])(?:\(?0|(?:\+|00)886{_GAP}\(?0?\)?{_GAP})[2-9](?:{_GAP}\d){{7,8}}(?!\d)"
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something personal in a text, as it stands there with full-width characters made narrow."""

    kind: Kind
    words: str


def find_personal_data(text: str, sender: str = "", contact: str = "") -> list[Finding]:
    """What a text holds of the sender's details, e-mail addresses, identity numbers and telephone numbers.

    Full-width letters and digits count as narrow ones, and spaces within the sender's details do not count.
    """
    narrow = unicodedata.normalize("NFKC", text)
    own = [*_quoted(narrow, Kind.SENDER, sender), *_quoted(narrow, Kind.CONTACT, contact)]
    found = [
        Finding(kind, match.group())
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(narrow)
    ]
    return list(dict.fromkeys([*own, *found]))


def told(findings: Iterable[Finding]) -> Sentence:
    """The findings in one line: each kind with the words it stands in."""
    each = [(KINDS[finding.kind], finding.words) for finding in findings]
    zh = "、".join(f"{kind.zh}「{words}」" for kind, words in each)
    en = ", ".join(f"{kind.en} “{words}”" for kind, words in each)
    return Sentence(zh, en)


def _quoted(narrow: str, kind: Kind, detail: str) -> Iterator[Finding]:
    """The sender's own detail where the text repeats it; one character is no name."""
    plain = "".join(unicodedata.normalize("NFKC", detail).split())
    if len(plain) < _SHORTEST_NAME:
        return
    loose = r"\s*".join(map(re.escape, plain))
    edges = (_BEFORE, _AFTER) if plain.isascii() and plain.isalnum() else ("", "")
    match = re.search(f"{edges[0]}{loose}{edges[1]}", narrow, re.IGNORECASE)
    if match:
        yield Finding(kind, match.group())
