"""Saving what is written for one measure of a sheet."""

from collections.abc import Collection
from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.models import Sheet, SheetDraft
from coretech.apps.reports.sheets.access import check_step, lock_sheet, moved
from coretech.apps.reports.sheets.carrying import last_before, unconfirmed
from coretech.apps.reports.sheets.content import PartContent, as_json
from coretech.apps.reports.sheets.parts import part_of
from coretech.apps.reports.sheets.sound import sound
from coretech.apps.reports.sheets.states import Step


def check(by: Acting, sheet: Sheet) -> None:
    """Whether this person may write to the sheet now."""
    check_step(by, sheet, Step.FILL)


@operation
def save_draft(  # noqa: PLR0913 - where, what, what is confirmed, and what was seen
    by: Acting,
    sheet_id: int,
    element_key: str,
    content: PartContent,
    *,
    confirmed: Collection[str] = (),
    seen: int | None = None,
) -> Act:
    """Keep one measure; ``confirmed`` names what still holds word for word from last time.

    Raises:
        Refused: `Moved` (HTTP 409) where somebody saved the measure since ``seen``; 422 for what cannot be kept.
    """
    sheet = lock_sheet(sheet_id)
    check(by, sheet)
    part = part_of(sheet, element_key)
    kept = sound(part, content)
    last = last_before(sheet).of(element_key)
    kept = replace(kept, carried=tuple(unconfirmed(kept, last, confirmed)))
    draft = _saved(by, sheet, element_key, kept, seen)
    return record(
        by,
        "sheet.saved",
        sheet.subject,
        public={"element": element_key, "revision": draft.revision},
        confidential={"content": draft.content},
    )


def _saved(by: Acting, sheet: Sheet, key: str, content: PartContent, seen: int | None) -> SheetDraft:
    draft = SheetDraft.objects.filter(sheet=sheet, element_key=key).first()
    revision = 0 if draft is None else draft.revision
    if seen is not None and seen != revision:
        raise moved()
    draft = draft or SheetDraft(sheet=sheet, element_key=key)
    draft.content, draft.revision = as_json(content), revision + 1
    draft.saved_by_id, draft.saved_at = by.person_id, by.at
    draft.save()
    return draft
