"""The recorder's words put into the newest version, where they may be."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.content import Content, Words, from_json, reworded
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.minuting.reading import WITHHELD, withheld_from
from coretech.apps.meetings.models import Minutes
from coretech.kit.refusal import Refused, bad_input

LONGEST = 20_000
"""How many characters a field may have: beyond it neither page nor document can be read."""


def worded(by: Acting, minutes: Minutes, words: Words) -> Content:
    """The newest version with these words in it.

    Raises:
        Refused: (HTTP 422) for words that are too long, for no item, or no other than those there; (HTTP 403) for an
            item that the writer is recused from.
    """
    content = from_json(newest_version(minutes).content)
    _refuse_bad(content, words)
    if withheld_from(by, minutes.meeting) & set(words.items or {}):
        raise Refused(WITHHELD, status=403)
    changed = reworded(content, words)
    if changed == content:
        raise bad_input("words", "內容沒有變更。", "Nothing was changed.")
    return changed


def _refuse_bad(content: Content, words: Words) -> None:
    if any(len(text) > LONGEST for text in _texts(words)):
        raise bad_input(
            "words", f"每一欄請在{LONGEST}字以內。", f"Keep each field within {LONGEST} characters."
        )
    unknown = set(words.items or {}) - {item.order for item in content.items}
    if unknown:
        number = min(unknown)
        raise bad_input("items", f"議程沒有第{number}案。", f"There is no item {number} on the agenda.")


def _texts(words: Words) -> Iterator[str]:
    yield words.opening or ""
    yield words.closing or ""
    for discussion, wording in (words.items or {}).values():
        yield discussion
        yield wording
