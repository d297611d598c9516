"""The self-check: what a description and its figures may fall under. It reads what is published and keeps nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.apps.scope.checking_figures import OWN_REGIME, Measured, Outcome, measure
from coretech.apps.scope.digests import Digest
from coretech.apps.scope.hints import (
    MOST_FOREIGN,
    Like,
    foreign_candidates,
    likely,
    listed_candidates,
)
from coretech.apps.scope.precedents_cited import precedents
from coretech.apps.scope.reasons import Reasons, reasons_for
from coretech.engines.controls.parameters import kinds
from coretech.engines.controls.truth import Answer
from coretech.engines.scoping.figures import read_figures
from coretech.engines.scoping.kinds import kinds_in
from coretech.engines.scoping.saying import is_empty, is_thin
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST = 20_000
"""How many characters a description may have."""

BINDS_NOBODY = Sentence(
    "這是自我檢查，不是認定，對任何人都沒有拘束力；要有答案，請正式詢問主管機關。",
    "This is a self-check and no decision; it binds nobody. For an answer, ask the authority officially.",
)
NOT_KEPT = Sentence(
    "您寫的文字不會留存：不進資料庫、不進紀錄、不在網址裡。",
    "What you write is not kept: not in the database, not in any log, not in an address.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody describes; ``kind`` is empty where they do not say, ``figures`` are facts of the controls."""

    text: str
    kind: str = ""
    figures: Mapping[str, object] = field(default_factory=dict)
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A likely item with its reasons; ``outcome`` is what the figures say where the item has a measured limit."""

    like: Like
    reasons: Reasons
    outcome: Outcome | None = None

    @property
    def met(self) -> bool:
        """Whether the figures meet the item's limit."""
        return self.outcome is not None and self.outcome.met

    @property
    def ruled_out(self) -> bool:
        """Whether the figures speak against it."""
        return self.outcome is not None and self.outcome.result.outcome is Answer.NO


@dataclass(frozen=True, slots=True)
class Checked:
    """All that can be said; ``foreign`` is None where it was not asked for, ``kinds`` are those the text names."""

    asked: Asked
    hints: tuple[Hint, ...]
    foreign: tuple[Hint, ...] | None
    measured: Measured
    kinds: tuple[str, ...]
    precedents: tuple[Digest, ...]
    thin: bool
    empty: bool

    @property
    def numbers(self) -> list[int]:
        """The numbers of the likely items."""
        return [hint.like.candidate.number for hint in self.hints if hint.like.candidate.number is not None]


def check(asked: Asked, day: dt.date) -> Checked:
    """Hold a description against what is published on a day.

    Raises:
        Refused: (HTTP 422) for a text that is blank or too long, and for a kind there is not.
    """
    _require_sound(asked)
    named = kinds_in(asked.text)
    measured = measure(_kind(asked.kind, named), asked.figures, read_figures(asked.text), day)
    hints = _own(asked.text, measured, day)
    numbers = [hint.like.candidate.number for hint in hints if hint.like.candidate.number is not None]
    return Checked(
        asked=asked,
        hints=hints,
        foreign=_foreign(asked.text) if asked.foreign else None,
        measured=measured,
        kinds=named,
        precedents=tuple(precedents(asked.text, numbers, day)),
        thin=is_thin(asked.text),
        empty=is_empty(asked.text),
    )


def _own(text: str, measured: Measured, day: dt.date) -> tuple[Hint, ...]:
    """The items of the list a text is like, and those whose limit its figures meet, which come first."""
    candidates = listed_candidates(day)
    outcomes = {each.item.id: each for each in measured.outcomes if each.regime.id == OWN_REGIME}
    found = likely(text, candidates)
    alike = {like.candidate.number for like in found}
    met = [
        Like(each, 0.0)
        for each in candidates
        if each.number not in alike and (outcome := outcomes.get(str(each.number))) and outcome.met
    ]
    hints = [
        Hint(like, reasons_for(text, like), outcomes.get(str(like.candidate.number)))
        for like in (*found, *met)
    ]
    return tuple(sorted(hints, key=lambda hint: not hint.met))


def _foreign(text: str) -> tuple[Hint, ...]:
    found = likely(text, foreign_candidates(), MOST_FOREIGN)
    return tuple(Hint(like, reasons_for(text, like)) for like in found)


def _kind(told: str, named: tuple[str, ...]) -> str:
    """The kind that was told, or the only one the text names."""
    return told or (named[0] if len(named) == 1 else "")


def _require_sound(asked: Asked) -> None:
    if not asked.text.strip():
        raise bad_input("text", "請描述您的技術。", "Describe your technology.")
    if len(asked.text) > LONGEST:
        size = len(asked.text)
        raise bad_input(
            "text",
            f"描述最多{LONGEST:,}個字，目前有{size:,}個字；請縮短，什麼都沒有檢查。",
            f"A description has {LONGEST:,} characters at most and this has {size:,}. Shorten it; nothing was checked.",
        )
    if asked.kind and asked.kind not in kinds():
        listed = "、".join(kinds())
        raise bad_input(
            "kind", f"沒有這個種類；可以是：{listed}。", f"There is no such kind; it is one of: {listed}."
        )
