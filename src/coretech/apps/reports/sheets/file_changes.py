"""Cell by cell, what a filled file would change of what stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.reports.sheets.content import LABELS, TEXTS, ActualSaid, PartContent, WorkSaid
from coretech.apps.reports.sheets.drafts import Draft
from coretech.apps.reports.sheets.parts import Part
from coretech.apps.reports.sheets.words import DONE, STANDINGS
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that the file would change."""

    part: Part
    what: Sentence
    row: str
    before: str
    after: str


def changes_of(
    part: Part, drafts: Mapping[str, Draft], contents: Mapping[str, PartContent]
) -> Iterator[Change]:
    """The changes of one measure."""
    before, after = drafts[part.key].content, contents[part.key]
    for name in TEXTS:
        if getattr(before, name) != getattr(after, name):
            yield Change(part, LABELS[name], "", getattr(before, name), getattr(after, name))
    for work in part.works:
        old, new = before.works.get(work.key, WorkSaid()), after.works.get(work.key, WorkSaid())
        if old != new:
            row = f"{work.work_no} {work.text or work.approach_title}".strip()
            yield Change(part, LABELS["works"], row, _work_words(old), _work_words(new))
    for asked in part.indicators:
        was, now = (each.actuals.get(asked.key, ActualSaid()) for each in (before, after))
        if was != now:
            yield Change(
                part, LABELS["actuals"], asked.definition.name, _actual_words(was), _actual_words(now)
            )
    if before.carried != after.carried and not after.carried:
        names = "、".join(LABELS[name].zh for name in before.carried)
        yield Change(part, Sentence("確認沿用上次", "Confirmed as last time"), "", "", names)


def _work_words(said: WorkSaid) -> str:
    standing = STANDINGS[said.standing].zh if said.standing else ""
    return " ".join(each for each in (standing, f"{said.share}%" if said.share else "", said.note) if each)


def _actual_words(said: ActualSaid) -> str:
    forecast = f"（預估 {said.forecast}）" if said.forecast else ""
    done = DONE[said.done].zh if said.done else ""
    return " ".join(
        each for each in (said.value, said.unit if said.value else "", forecast, done, said.words) if each
    )
