"""Which parts of a sheet are empty, which words are still last quarter's, which indicators lack their actual."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.reports.sheets.content import LABELS, PartContent
from coretech.apps.reports.sheets.drafts import Draft
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.engines.progress.lights import Light
from coretech.kit.sentence import Sentence

_ASKS_WHY = frozenset({Light.AMBER.value, Light.RED.value})


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a measure lacks before it can be submitted; ``field`` is the question it is about."""

    field: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Complete:
    """How complete a measure is: ``missing`` keeps the sheet from going on, ``lacking`` is only told."""

    missing: tuple[Missing, ...]
    lacking: tuple[AskedIndicator, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the measure may be submitted."""
        return not self.missing


def completeness(parts: tuple[Part, ...], drafts: Mapping[str, Draft]) -> dict[str, Complete]:
    """Every measure's completeness, by key."""
    return {part.key: complete(part, drafts[part.key]) for part in parts}


def complete(part: Part, draft: Draft) -> Complete:
    """One measure's."""
    return Complete(tuple(_missing(part, draft)), tuple(lacking(part, draft.content)))


def lacking(part: Part, content: PartContent) -> Iterator[AskedIndicator]:
    """The indicators without an actual: a forecast or a word is none."""
    for each in part.indicators:
        said = content.actuals.get(each.key)
        if said is None or not said.told:
            yield each


def _missing(part: Part, draft: Draft) -> Iterator[Missing]:
    content = draft.content
    if not draft.begun and content == PartContent():
        yield Missing("progress", Sentence("整項尚未填寫。", "Nothing is filled in yet."))
        return
    if not content.progress:
        yield Missing("progress", Sentence("尚未填寫辦理情形。", "The progress is not told."))
    if content.carried:
        names = [LABELS[name] for name in content.carried]
        yield Missing(
            content.carried[0],
            Sentence(
                f"沿用上次的內容，尚未確認：{'、'.join(each.zh for each in names)}。",
                f"Still last time's words, confirmed by nobody: {', '.join(each.en for each in names)}.",
            ),
        )
    silent = [work for work in part.works if not _standing(content, work.key)]
    if silent:
        yield Missing(
            f"work-{silent[0].key}-standing",
            Sentence(
                f"{len(silent)}個工作項目尚未說明情形。",
                f"Work items of which nothing is said: {len(silent)}.",
            ),
        )
    yield from _light(content)


def _light(content: PartContent) -> Iterator[Missing]:
    if not content.own_light:
        yield Missing("own_light", Sentence("尚未選擇燈號。", "No light is chosen."))
    elif content.own_light in _ASKS_WHY and not content.own_reason:
        yield Missing("own_reason", Sentence("黃燈或紅燈請說明理由。", "Say why it is amber or red."))


def _standing(content: PartContent, key: str) -> str:
    said = content.works.get(key)
    return "" if said is None else said.standing
