"""How an answer stands on a day: whether it still holds, and if not, why."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import edition_on, in_force
from coretech.apps.scope.models import Answer
from coretech.kit.sentence import Sentence


class Standing(StrEnum):
    """How an answer stands."""

    HOLDS = "holds"
    EXPIRED = "expired"
    LOOK_AGAIN = "look_again"
    REPLACED = "replaced"


STANDING_NAMES = {
    Standing.HOLDS: Sentence("有效", "Holds"),
    Standing.EXPIRED: Sentence("已逾有效期限", "No longer valid: its time has run out"),
    Standing.LOOK_AGAIN: Sentence(
        "清單已變更，應重新檢視", "To be looked at again: the list has changed since"
    ),
    Standing.REPLACED: Sentence("已有新的答覆", "Replaced by a later answer"),
}


@dataclass(frozen=True, slots=True)
class Today:
    """The list of a day, by item, and its edition: what answers are held against."""

    day: dt.date
    versions: Mapping[int, ItemVersion]
    edition_id: int | None


def today(day: dt.date) -> Today:
    """The list of a day, read once for any number of answers."""
    edition = edition_on(day)
    listed = {version.item_id: version for version in in_force(day)}
    return Today(day, listed, None if edition is None else edition.pk)


def standing_of(answer: Answer, now: Today) -> Standing:
    """How an answer stands against the list of a day.

    One about an item is looked at again once the item's entry changes; one near no item, once the list does.
    """
    if _newest_id(answer) != answer.pk:
        return Standing.REPLACED
    if answer.valid_until is not None and now.day > answer.valid_until:
        return Standing.EXPIRED
    if answer.item_id is None:
        return Standing.HOLDS if now.edition_id == answer.edition_id else Standing.LOOK_AGAIN
    version = now.versions.get(answer.item_id)
    same = version is not None and version.pk == answer.version_id
    return Standing.HOLDS if same else Standing.LOOK_AGAIN


def newest_answer(answers: list[Answer]) -> Answer | None:
    """Of the answers about one technology the one that counts."""
    return max(answers, key=lambda each: each.pk, default=None)


def _newest_id(answer: Answer) -> int:
    return max(each.pk for each in answer.technology.answers.all())
