"""Taking a filled offline file in: every measure it changes is saved at once, or none is."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.models import Sheet, SheetDraft
from coretech.apps.reports.sheets.access import check_step, lock_sheet, moved
from coretech.apps.reports.sheets.content import PartContent, as_json
from coretech.apps.reports.sheets.file import foresee
from coretech.apps.reports.sheets.states import Step
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence


def check(by: Acting, sheet: Sheet) -> None:
    """Whether this person may write to the sheet now."""
    check_step(by, sheet, Step.FILL)


@operation
def take_in_sheet(by: Acting, sheet_id: int, raw: bytes, seen: str) -> Act:
    """Save what the file says; ``seen`` is the digest of the difference agreed to.

    Raises:
        Refused: (HTTP 409) where somebody wrote since, (HTTP 422) where there is anything to correct or nothing new.
    """
    sheet = lock_sheet(sheet_id)
    check(by, sheet)
    found = foresee(by, sheet, raw)
    if found.faults:
        told = found.faults[0].told
        raise Refused(
            Sentence(
                f"檔案有{len(found.faults)}處須更正；{told.zh}",
                f"To correct in the file: {len(found.faults)}; {told.en}",
            ),
            status=422,
            field="file",
        )
    if not found.changes:
        raise bad_input(
            "file",
            "檔案內容與現況相同，沒有要寫入的。",
            "The file says what stands; there is nothing to write.",
        )
    if found.digest != seen:
        raise moved()
    changed = {change.part.key for change in found.changes}
    saved = [_saved(by, sheet, key, found.contents[key]) for key in sorted(changed)]
    public = {"elements": [each.element_key for each in saved]}
    contents = {each.element_key: each.content for each in saved}
    return record(by, "sheet.taken_in", sheet.subject, public=public, confidential={"contents": contents})


def _saved(by: Acting, sheet: Sheet, key: str, content: PartContent) -> SheetDraft:
    draft = SheetDraft.objects.filter(sheet=sheet, element_key=key).first()
    revision = 0 if draft is None else draft.revision
    draft = draft or SheetDraft(sheet=sheet, element_key=key)
    draft.content, draft.revision = as_json(content), revision + 1
    draft.saved_by_id, draft.saved_at = by.person_id, by.at
    draft.save()
    return draft
