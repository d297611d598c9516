"""Signing a sheet for the agency: by its head, who is not the one who submitted it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.cycle.addressees import controllers
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.models import Sheet, SheetStep
from coretech.apps.reports.sheets.access import (
    check_step,
    digest_of,
    lock_sheet,
    submitted_version,
    take_step,
)
from coretech.apps.reports.sheets.eyes import refuse_submitter
from coretech.apps.reports.sheets.states import Arrow, Step
from coretech.kit.sentence import Sentence


def check(by: Acting, sheet: Sheet) -> Arrow:
    """Whether this person may sign the sheet now."""
    arrow = check_step(by, sheet, Step.SIGN)
    refuse_submitter(by, submitted_version(sheet))
    return arrow


@operation
def sign_sheet(by: Acting, sheet_id: int, seen: int | None = None) -> Act:
    """Sign the version that was submitted; ``seen`` is its number."""
    sheet = lock_sheet(sheet_id)
    arrow = check(by, sheet)
    version = submitted_version(sheet, seen)
    step = take_step(by, version, arrow, SheetStep.Step.SIGN)
    public = {"number": version.number, "digest": digest_of(version.content)}
    act = record(by, "sheet.signed", sheet.subject, public=public, rows=[step])
    notify(
        act,
        controllers(steered(sheet.period.plan).controller, by.today),
        _told(sheet),
        f"/sheets/{sheet.pk}/",
    )
    return act


def _told(sheet: Sheet) -> Sentence:
    title, code = title_of(sheet.period), sheet.agency.code
    return Sentence(f"{title.zh}填報表待檢核：{code}", f"A sheet of {title.en} waits for your check: {code}")
