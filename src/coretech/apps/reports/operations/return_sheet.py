"""Returning a sheet: by the controller with reasons for its measures, or by the agency's own head to the officer."""

from collections.abc import Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import Sheet, SheetStep, SheetVersion
from coretech.apps.reports.sheets.access import check_step, lock_sheet, submitted_version, take_step
from coretech.apps.reports.sheets.states import State, Step
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST = 2000


def step_of(sheet: Sheet) -> Step:
    """Who returns it from where it stands: the head what was submitted, the controller what was signed."""
    return Step.HAND_BACK if State(sheet.state) is State.SUBMITTED else Step.RETURN


def check(by: Acting, sheet: Sheet) -> None:
    """Whether this person may return the sheet now."""
    check_step(by, sheet, step_of(sheet))


@operation
def return_sheet(
    by: Acting, sheet_id: int, reasons: Mapping[str, str], note: str = "", seen: int | None = None
) -> Act:
    """Open the sheet to its officers again; ``reasons`` are by the key of a measure, ``note`` is for the whole."""
    sheet = lock_sheet(sheet_id)
    check(by, sheet)
    version = submitted_version(sheet, seen)
    said = {key: text.strip() for key, text in reasons.items() if text.strip()}
    step = step_of(sheet)
    _refuse_bad(version, said, note, step)
    made = take_step(by, version, check_step(by, sheet, step), SheetStep.Step.RETURN, note=note, reasons=said)
    act = record(
        by,
        "sheet.returned",
        sheet.subject,
        public={"number": version.number, "measures": len(said)},
        confidential={"reasons": said, "note": made.note},
        rows=[made],
    )
    notify(act, officers(sheet.agency, by.today), _told(sheet), f"/sheets/{sheet.pk}/")
    return act


def _refuse_bad(version: SheetVersion, said: Mapping[str, str], note: str, step: Step) -> None:
    strangers = sorted(said.keys() - version.content.keys())
    if strangers:
        raise bad_input(
            "reasons", f"填報表沒有「{strangers[0][:80]}」。", f"The sheet has no “{strangers[0][:80]}”."
        )
    if step is Step.RETURN and not said:
        raise bad_input(
            "note",
            "請至少就一項措施寫明應補正之處。",
            "Say of one measure at least what is to be corrected.",
        )
    if not said and not note.strip():
        raise bad_input("note", "請寫明退回的理由。", "Say why it goes back.")
    if any(len(text) > LONGEST for text in (note, *said.values())):
        raise bad_input("note", f"每項理由請在{LONGEST}字以內。", f"At most {LONGEST} characters each.")


def _told(sheet: Sheet) -> Sentence:
    title = title_of(sheet.period)
    return Sentence(f"{title.zh}填報表退回補正", f"Your sheet of {title.en} was returned for correction")
