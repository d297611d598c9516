"""Submitting a sheet to the agency's head: from then on its words are a version that nobody changes."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.cycle.addressees import heads
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import Sheet, SheetStep, SheetVersion
from coretech.apps.reports.sheets.access import check_step, digest_of, lock_sheet, moved, take_step
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.content import as_json
from coretech.apps.reports.sheets.drafts import Draft, drafts_of, whole_digest
from coretech.apps.reports.sheets.parts import Part, parts_of
from coretech.apps.reports.sheets.states import Arrow, Step
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence


def check(by: Acting, sheet: Sheet) -> Arrow:
    """Whether this person may submit the sheet now; whether it is complete is asked with its words in hand."""
    return check_step(by, sheet, Step.SUBMIT)


@operation
def submit_sheet(by: Acting, sheet_id: int, seen: str | None = None) -> Act:
    """Write the next version from all drafts; ``seen`` is the digest of the answers that were checked.

    Raises:
        Refused: (HTTP 409) where somebody saved since, or (HTTP 422) where a measure is not complete.
    """
    sheet = lock_sheet(sheet_id)
    arrow = check(by, sheet)
    parts = parts_of(sheet)
    drafts = drafts_of(sheet, parts)
    if seen is not None and seen != whole_digest(drafts):
        raise moved()
    _refuse_incomplete(parts, drafts)
    version = _version(by, sheet, drafts)
    step = take_step(by, version, arrow, SheetStep.Step.SUBMIT)
    public = {"number": version.number, "digest": digest_of(version.content)}
    act = record(by, "sheet.submitted", sheet.subject, public=public, rows=[version, step])
    notify(act, heads(sheet.agency, by.today), _told(sheet), f"/sheets/{sheet.pk}/")
    return act


def _version(by: Acting, sheet: Sheet, drafts: dict[str, Draft]) -> SheetVersion:
    return SheetVersion.objects.create(
        sheet=sheet,
        number=sheet.versions.count() + 1,
        content={key: as_json(draft.content) for key, draft in drafts.items()},
        submitted_by_id=by.person_id,
        submitted_at=by.at,
    )


def _refuse_incomplete(parts: tuple[Part, ...], drafts: dict[str, Draft]) -> None:
    found = completeness(parts, drafts)
    waiting = [part for part in parts if not found[part.key].is_ready]
    if not waiting:
        return
    first = waiting[0]
    name, what = first.element.title or first.element.code or first.key, found[first.key].missing[0].sentence
    raise Refused(
        Sentence(
            f"還有{len(waiting)}項措施未填妥，例如「{name}」：{what.zh}",
            f"Measures not filled in yet: {len(waiting)}, such as “{name}”: {what.en}",
        ),
        status=422,
    )


def _told(sheet: Sheet) -> Sentence:
    title = title_of(sheet.period)
    return Sentence(f"{title.zh}填報表待核章", f"A sheet of {title.en} waits for your signature")
