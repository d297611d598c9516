"""What changed between two versions of minutes: the recorder's words, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.meetings.minuting.content import Content
from coretech.engines.differences import Piece, pieces_of
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Difference:
    """One place whose words changed."""

    where: Sentence
    pieces: tuple[Piece, ...]


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """The places whose words changed, in the order they stand in."""
    old, new = dict(_places(before)), dict(_places(after))
    return tuple(
        Difference(where, pieces_of(old.get(where, ""), text))
        for where, text in new.items()
        if old.get(where, "") != text
    )


def _places(content: Content) -> Iterator[tuple[Sentence, str]]:
    yield Sentence("主席致詞", "The chair's opening words"), content.opening
    for item in content.items:
        number = item.order
        yield Sentence(f"第{number}案：發言摘要", f"Item {number}: discussion"), item.discussion
        yield Sentence(f"第{number}案：決議", f"Item {number}: resolution"), item.wording
    yield Sentence("散會", "Close"), content.closing
