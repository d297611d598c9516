"""Drafts of a sheet: what is stored of each measure, or what stands ready from last time."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.reports.models import Sheet, SheetDraft
from coretech.apps.reports.sheets.access import digest_of
from coretech.apps.reports.sheets.carrying import Last, last_before, standing_ready
from coretech.apps.reports.sheets.content import PartContent, as_json, from_json
from coretech.apps.reports.sheets.parts import Part


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands for a measure; ``revision`` counts its savings, 0 where nobody saved it yet."""

    content: PartContent
    revision: int

    @property
    def begun(self) -> bool:
        """Whether anybody saved it."""
        return self.revision > 0


def drafts_of(sheet: Sheet, parts: Iterable[Part], last: Last | None = None) -> dict[str, Draft]:
    """Every measure's draft, by key, in the order of the parts."""
    before = last_before(sheet) if last is None else last
    stored = {each.element_key: each for each in SheetDraft.objects.filter(sheet=sheet)}
    return {
        part.key: Draft(from_json(stored[part.key].content), stored[part.key].revision)
        if part.key in stored
        else Draft(standing_ready(part, before.of(part.key)), 0)
        for part in parts
    }


def whole_digest(drafts: dict[str, Draft]) -> str:
    """What tells all drafts of a sheet from any other words: whoever submits says which ones were checked."""
    return digest_of({key: {"r": draft.revision, **as_json(draft.content)} for key, draft in drafts.items()})
