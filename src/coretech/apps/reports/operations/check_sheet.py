"""The controller's check of a signed sheet; the controller's own one needs two people."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import Sheet, SheetStep
from coretech.apps.reports.sheets.access import check_step, lock_sheet, submitted_version, take_step
from coretech.apps.reports.sheets.eyes import needs_two, refuse_own_work
from coretech.apps.reports.sheets.states import State, Step
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST_NOTE = 5000
_STEPS = {
    Step.ACCEPT: SheetStep.Step.ACCEPT,
    Step.CHECK_FIRST: SheetStep.Step.CHECK,
    Step.CHECK_AGAIN: SheetStep.Step.SECOND_CHECK,
}


def step_of(sheet: Sheet) -> Step:
    """Which check the sheet waits for."""
    if State(sheet.state) is State.CHECKED:
        return Step.CHECK_AGAIN
    return Step.CHECK_FIRST if needs_two(sheet) else Step.ACCEPT


def check(by: Acting, sheet: Sheet) -> None:
    """Whether this person may check the sheet now."""
    check_step(by, sheet, step_of(sheet))
    refuse_own_work(by, submitted_version(sheet))


@operation
def check_sheet(by: Acting, sheet_id: int, note: str = "", seen: int | None = None) -> Act:
    """Accept the version, or pass it on to a second controller; ``seen`` is its number."""
    sheet = lock_sheet(sheet_id)
    check(by, sheet)
    version = submitted_version(sheet, seen)
    if len(note) > LONGEST_NOTE:
        raise bad_input("note", f"附註請在{LONGEST_NOTE}字以內。", f"At most {LONGEST_NOTE} characters.")
    step = step_of(sheet)
    made = take_step(by, version, check_step(by, sheet, step), _STEPS[step], note=note)
    public = {"number": version.number, "step": made.step, "state": sheet.state}
    act = record(
        by, "sheet.checked", sheet.subject, public=public, confidential={"note": made.note}, rows=[made]
    )
    if sheet.state == State.ACCEPTED:
        notify(act, officers(sheet.agency, by.today), _told(sheet), f"/sheets/{sheet.pk}/")
    return act


def _told(sheet: Sheet) -> Sentence:
    title = title_of(sheet.period)
    return Sentence(f"{title.zh}填報表已接受", f"Your sheet of {title.en} is accepted")
