"""Filling in several measures of a sheet at once: all of them are kept, or none is."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.models import Sheet, SheetDraft
from coretech.apps.reports.sheets.access import check_step, lock_sheet
from coretech.apps.reports.sheets.carrying import last_before, unconfirmed
from coretech.apps.reports.sheets.content import PartContent, as_json
from coretech.apps.reports.sheets.parts import parts_of
from coretech.apps.reports.sheets.sound import sound
from coretech.apps.reports.sheets.states import Step
from coretech.kit.refusal import not_found


def check(by: Acting, sheet: Sheet) -> None:
    """Whether this person may write to the sheet now."""
    check_step(by, sheet, Step.FILL)


@operation
def fill_sheet(
    by: Acting, sheet_id: int, contents: Mapping[str, PartContent], confirmed: Collection[str] = ()
) -> Act:
    """Keep what is written of each measure, by its key; ``confirmed`` names what still holds from last time.

    Raises:
        Refused: (HTTP 404) for a measure the sheet does not ask for; (HTTP 422) for what cannot be kept.
    """
    sheet = lock_sheet(sheet_id)
    check(by, sheet)
    kept = _kept(sheet, contents, confirmed)
    before = {each.element_key: each for each in SheetDraft.objects.filter(sheet=sheet)}
    for key, content in kept.items():
        draft = before.get(key) or SheetDraft(sheet=sheet, element_key=key, revision=0)
        draft.content, draft.revision = as_json(content), draft.revision + 1
        draft.saved_by_id, draft.saved_at = by.person_id, by.at
        draft.save()
    return record(
        by,
        "sheet.filled",
        sheet.subject,
        public={"elements": list(kept)},
        confidential={"contents": {key: as_json(content) for key, content in kept.items()}},
    )


def _kept(
    sheet: Sheet, contents: Mapping[str, PartContent], confirmed: Collection[str]
) -> dict[str, PartContent]:
    parts = {part.key: part for part in parts_of(sheet)}
    if contents.keys() - parts.keys():
        raise not_found("這份填報表沒有這項措施。", "This sheet has no such measure.")
    last = last_before(sheet)
    kept: dict[str, PartContent] = {}
    for key, content in contents.items():
        said = sound(parts[key], content)
        kept[key] = replace(said, carried=tuple(unconfirmed(said, last.of(key), confirmed)))
    return kept
