"""Sheets of the reporting cycle: filled in and submitted by an agency, signed by its head, and checked."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Path, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import AddressNumber, Flag, Given, Line, Moment, Named, Paragraphs, Shown, Words
from coretech.api.seen import UNSEEN, Seen, seen_by
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.periods import name_of
from coretech.apps.reports.models import Sheet
from coretech.apps.reports.operations.check_sheet import check_sheet
from coretech.apps.reports.operations.return_sheet import return_sheet
from coretech.apps.reports.operations.save_draft import save_draft
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.operations.submit_sheet import submit_sheet
from coretech.apps.reports.sheets.access import (
    find_sheet,
    is_own,
    may_read_content,
    newest_version,
    own_sheets,
    require_sheet_reader,
)
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.content import ActualSaid, PartContent, WorkSaid, as_json, from_json
from coretech.apps.reports.sheets.drafts import Draft, drafts_of, whole_digest
from coretech.apps.reports.sheets.parts import parts_of
from coretech.apps.reports.sheets.states import STATE_NAMES, State

router = Router(tags=["sheets"])

ElementKey = Annotated[str, Path(description="The measure's key in the plan."), Field(max_length=90)]


class WorkSaidGiven(Given):
    """A work item: `not_begun`, `under_way` or `done`, per cent done, and a note."""

    standing: Line = ""
    share: Line = ""
    note: Paragraphs = ""


class ActualGiven(Given):
    """An actual as typed, with its unit; it is converted into the indicator's or refused."""

    value: Line = ""
    unit: Line = ""
    forecast: Line = ""
    done: Line = ""
    words: Paragraphs = ""


class MeasureGiven(Seen):
    """All that is written for one measure; `seen` is the revision the writer saw, 0 where nobody saved it yet."""

    progress: Paragraphs = ""
    highlights: Paragraphs = ""
    next_work: Paragraphs = ""
    risks: Paragraphs = ""
    own_light: Line = ""
    own_reason: Paragraphs = ""
    works: dict[str, WorkSaidGiven] = Field(default_factory=dict, max_length=1000)
    actuals: dict[str, ActualGiven] = Field(default_factory=dict, max_length=1000)
    confirmed: list[Line] = Field(default_factory=list, max_length=10)
    demonstration: Flag = False


class SubmissionGiven(Given):
    """The digest of what was checked, as the sheet shows it; left out, whatever stands is submitted."""

    seen: Line | None = None


class SheetCheckGiven(Seen):
    """A note with the check; `seen` is the number of the version."""

    note: Paragraphs = ""


class SheetReturnGiven(Seen):
    """Why it goes back: by the key of a measure, and for the whole."""

    reasons: dict[str, Paragraphs] = Field(default_factory=dict, max_length=1000)
    note: Paragraphs = ""


class SheetBrief(Shown):
    """A sheet in one line."""

    id: int
    plan: str
    period: str
    agency: Named
    state: Named
    due_on: dt.date


class MeasureDraft(Shown):
    """A measure as it stands: what is written, its revision, and what keeps it from being submitted."""

    key: str
    revision: int
    content: dict[str, object]
    missing: list[Words]
    without_actual: list[str]


class SheetStepShown(Shown):
    """A step the sheet took; who took it stands on the log."""

    step: str
    version: int
    at: Moment
    note: str
    reasons: dict[str, str]


class SheetShown(SheetBrief):
    """A sheet whole: its drafts for the agency, its newest version for whoever may read it."""

    digest: str | None
    measures: list[MeasureDraft]
    version: int | None
    submitted: dict[str, dict[str, object]]
    steps: list[SheetStepShown]


@router.get("", response=list[SheetBrief], summary="本機關的填報表 / Sheets of one's agencies")
def list_sheets(request: HttpRequest) -> list[SheetBrief]:
    """The sheets this account fills in or signs, the newest period first."""
    by = acting(request)
    require_sheet_reader(by)
    return [_brief(by, each) for each in own_sheets(by)]


@router.get("/{sheet_id}", response=SheetShown, summary="一份填報表 / One sheet")
def show_sheet(request: HttpRequest, sheet_id: AddressNumber) -> SheetShown:
    """Where it stands; its drafts for its agency alone, its submitted version for the controller once it is signed."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    parts = parts_of(found) if is_own(by, found) else ()
    drafts = drafts_of(found, parts)
    complete = completeness(parts, drafts)
    version = newest_version(found) if may_read_content(by, found) else None
    return SheetShown(
        **_brief(by, found).model_dump(),
        digest=whole_digest(drafts) if drafts else None,
        measures=[
            MeasureDraft(
                key=part.key,
                revision=drafts[part.key].revision,
                content=_content(drafts[part.key]),
                missing=[Words.of(each.sentence) for each in complete[part.key].missing],
                without_actual=[each.key for each in complete[part.key].lacking],
            )
            for part in parts
        ],
        version=None if version is None else version.number,
        submitted={}
        if version is None
        else {key: as_json(from_json(each)) for key, each in version.content.items()},
        steps=[
            SheetStepShown(
                step=step.step, version=step.version.number, at=step.at, note=step.note, reasons=step.reasons
            )
            for step in found.steps.select_related("version").order_by("pk")
        ]
        if may_read_content(by, found)
        else [],
    )


@router.put(
    "/{sheet_id}/measures/{element_key}", response=WRITTEN, summary="填寫一項措施 / Fill in a measure"
)
def fill_measure(
    request: HttpRequest, sheet_id: AddressNumber, element_key: ElementKey, given: MeasureGiven
) -> Status[Done]:
    """Save what is written for one measure, in the place of what stood."""
    find_sheet(acting(request), sheet_id)
    said = given.model_dump(exclude={"seen", "confirmed", "works", "actuals"})
    content = PartContent(
        **said,
        works={key: WorkSaid(**each.model_dump()) for key, each in given.works.items()},
        actuals={key: ActualSaid(**each.model_dump()) for key, each in given.actuals.items()},
    )
    seen = seen_by(request, given)
    return written(
        request,
        lambda by: save_draft(by, sheet_id, element_key, content, confirmed=given.confirmed, seen=seen),
    )


@router.post("/{sheet_id}/submission", response=WRITTEN, summary="送機關核章 / Submit a sheet")
def submit_agency_sheet(
    request: HttpRequest, sheet_id: AddressNumber, given: SubmissionGiven
) -> Status[Done]:
    """Hand the sheet to the agency's head."""
    find_sheet(acting(request), sheet_id)
    return written(request, lambda by: submit_sheet(by, sheet_id, given.seen))


@router.post("/{sheet_id}/signature", response=WRITTEN, summary="機關核章 / Sign a sheet")
def sign_agency_sheet(request: HttpRequest, sheet_id: AddressNumber, given: Seen = UNSEEN) -> Status[Done]:
    """Sign for the agency, as somebody else than who submitted."""
    find_sheet(acting(request), sheet_id)
    seen = seen_by(request, given)
    return written(request, lambda by: sign_sheet(by, sheet_id, seen))


@router.post("/{sheet_id}/check", response=WRITTEN, summary="管考檢核 / Check a sheet")
def check_agency_sheet(request: HttpRequest, sheet_id: AddressNumber, given: SheetCheckGiven) -> Status[Done]:
    """Accept the sheet, or pass the controller's own one on to a second controller."""
    find_sheet(acting(request), sheet_id)
    seen = seen_by(request, given)
    return written(request, lambda by: check_sheet(by, sheet_id, given.note, seen))


@router.post("/{sheet_id}/return", response=WRITTEN, summary="退回補正 / Return a sheet")
def return_agency_sheet(
    request: HttpRequest, sheet_id: AddressNumber, given: SheetReturnGiven
) -> Status[Done]:
    """Open the sheet to its officers again, with reasons."""
    find_sheet(acting(request), sheet_id)
    seen = seen_by(request, given)
    return written(request, lambda by: return_sheet(by, sheet_id, given.reasons, given.note, seen))


def _brief(by: Acting, sheet: Sheet) -> SheetBrief:
    period, state = sheet.period, State(sheet.state)
    return SheetBrief(
        id=sheet.pk,
        plan=period.plan.slug,
        period=name_of(period.year, period.quarter),
        agency=agency_on(sheet.agency, by.today),
        state=Named.under(state.value, STATE_NAMES[state]),
        due_on=period.due_on,
    )


def _content(draft: Draft) -> dict[str, object]:
    return as_json(draft.content)
