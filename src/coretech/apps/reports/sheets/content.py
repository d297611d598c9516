"""What is written for one measure: its words, its work items, its actuals; to and from JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from coretech.kit.sentence import Sentence


class Said(StrEnum):
    """What an officer says of a work item; late and overdue are reckoned, never said."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def words(self) -> Sentence:
        """As the page shows it."""
        return _SAID[self]


_SAID = {
    Said.NOT_BEGUN: Sentence("尚未開始", "not begun"),
    Said.UNDER_WAY: Sentence("辦理中", "under way"),
    Said.DONE: Sentence("已完成", "done"),
}


@dataclass(frozen=True, slots=True)
class WorkSaid:
    """A work item: how it stands, what share of it is done in per cent, and a note."""

    standing: str = ""
    share: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActualSaid:
    """An indicator: the actual and the forecast for the end of the year with their unit, all as typed.

    ``done`` is ``yes`` or ``no`` for what is told without a figure; ``words`` say why there is none, or what it means.
    """

    value: str = ""
    unit: str = ""
    forecast: str = ""
    done: str = ""
    words: str = ""

    @property
    def told(self) -> bool:
        """Whether there is an actual."""
        return bool(self.value or self.done)


@dataclass(frozen=True, slots=True)
class PartContent:
    """All that is written for one measure.

    ``carried`` names what is still last quarter's, word for word, and confirmed by nobody yet.
    """

    progress: str = ""
    highlights: str = ""
    next_work: str = ""
    risks: str = ""
    own_light: str = ""
    own_reason: str = ""
    works: Mapping[str, WorkSaid] = field(default_factory=dict)
    actuals: Mapping[str, ActualSaid] = field(default_factory=dict)
    carried: tuple[str, ...] = ()
    demonstration: bool = False


TEXTS = ("progress", "highlights", "next_work", "risks", "own_light", "own_reason")
LABELS = {
    "progress": Sentence("本季辦理情形", "Progress"),
    "highlights": Sentence("亮點成果", "Highlights"),
    "next_work": Sentence("下季預定辦理事項", "Next quarter's work"),
    "risks": Sentence("困難或風險", "Difficulties and risks"),
    "own_light": Sentence("承辦人判斷的燈號", "The officer's own light"),
    "own_reason": Sentence("判斷理由", "Why this light"),
    "works": Sentence("工作項目", "Work items"),
    "actuals": Sentence("指標實績", "Actuals of indicators"),
}


def as_json(content: PartContent) -> dict[str, Any]:
    """The content as it is stored."""
    return {**asdict(content), "carried": list(content.carried)}


def from_json(stored: Mapping[str, Any]) -> PartContent:
    """The content as it was stored; what is not there is empty."""
    known = {each.name for each in fields(PartContent)}
    kept = {name: value for name, value in stored.items() if name in known}
    works = {key: WorkSaid(**said) for key, said in kept.pop("works", {}).items()}
    actuals = {key: ActualSaid(**said) for key, said in kept.pop("actuals", {}).items()}
    carried = tuple(kept.pop("carried", ()))
    return PartContent(**kept, works=works, actuals=actuals, carried=carried)
