"""Which columns of a CSV hold the votes, by the names parliaments give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.kit.folding import fold
from coretech.kit.refusal import bad_input

_CORE = ("for", "against", "abstain")
_NAMES: Mapping[str, frozenset[str]] = {
    "for": frozenset(
        {"for", "yes", "yea", "yeas", "aye", "ayes", "infavour", "infavor", "贊成", "同意", "可"}
    ),
    "against": frozenset({"against", "no", "noes", "nos", "nay", "nays", "反對", "不同意", "否"}),
    "abstain": frozenset(
        {"abstain", "abstains", "abstaining", "abstained", "abstention", "abstentions", "棄權"}
    ),
    "entitled": frozenset({"entitled", "entitledpresent", "有表決權", "得表決", "有表決權出席"}),
    "present": frozenset({"present", "attending", "attendance", "出席"}),
}
_DRESS = re.compile(r"[\W_]+|counts?|votes?|total|number|人數|票數|票")
"""What names are dressed with: ``count_for``, ``Votes for``, 贊成票數."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the votes stand in a row; ``entitled`` where the file says how many could vote."""

    header: tuple[str, ...]
    for_: int
    against: int
    abstain: int
    entitled: int | None


def columns_of(header: Sequence[str]) -> Columns:
    """The columns a header names.

    Raises:
        Refused: (HTTP 422) where one of the three is missing, or two columns have one name or one meaning.
    """
    names = tuple(name.strip() for name in header)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise bad_input(
            twice[0],
            f"標題列有兩欄都叫「{twice[0]}」；請改掉其中一個。",
            f"Two columns are named “{twice[0]}”; rename one of them.",
        )
    found = {meaning: _one(meaning, names) for meaning in _NAMES}
    for_, against, abstain = (found[meaning] for meaning in _CORE)
    if for_ is None or against is None or abstain is None:
        missing = ", ".join(meaning for meaning in _CORE if found[meaning] is None)
        raise bad_input(
            missing,
            f"標題列缺少 {missing} 欄（贊成、反對、棄權）；沒有棄權的議會請補一欄 0。",
            f"The header lacks {missing}; a house without abstentions needs an abstain column of zeros.",
        )
    entitled = found["entitled"] if found["entitled"] is not None else found["present"]
    return Columns(names, for_, against, abstain, entitled)


def known(header: Sequence[str]) -> int:
    """How many of the three a header names: the more, the likelier it was split at the right character."""
    return sum(any(_means(meaning, name) for name in header) for meaning in _CORE)


def _one(meaning: str, names: Sequence[str]) -> int | None:
    places = [place for place, name in enumerate(names) if _means(meaning, name)]
    if len(places) > 1:
        both = "、".join(f"「{names[place]}」" for place in places)
        raise bad_input(
            meaning,
            f"{both}都可能是 {meaning} 欄；請只留一個這樣的名稱。",
            f"{both.replace('、', ', ')} could each be the {meaning} column; leave one such name.",
        )
    return places[0] if places else None


def _means(meaning: str, name: str) -> bool:
    return _DRESS.sub("", fold(name)) in _NAMES[meaning]
