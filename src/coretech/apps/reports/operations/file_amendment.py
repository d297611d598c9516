"""Filing a late fact about a published entry; the entry itself stays as it is."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.addressees import controllers
from coretech.apps.reports.cycle.amendments import find_entry
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.models import Amendment, Entry
from coretech.apps.reports.sheets.access import matter_of_sheet
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST = 5000


def check(by: Acting, entry: Entry) -> None:
    """Whether this person may amend what the entry's agency reported."""
    allow(by, Action.AMEND_SHEET, matter_of_sheet(entry.sheet))


@operation
def file_amendment(by: Acting, entry_id: int, text: str, why: str) -> Act:
    """Hand the text to the controller; nobody else reads it before it is accepted."""
    entry = find_entry(entry_id)
    check(by, entry)
    for name, said in (("text", text), ("why", why)):
        if not 0 < len(said.strip()) <= LONGEST:
            raise bad_input(name, f"請填寫，{LONGEST}字以內。", f"Fill it in, {LONGEST} characters at most.")
    made = Amendment.objects.create(
        entry=entry, text=text.strip(), why=why.strip(), filed_by_id=by.person_id, filed_at=by.at
    )
    act = record(
        by,
        "amendment.filed",
        f"amendment/{made.pk}",
        public={"entry": entry.pk, "agency": entry.sheet.agency.code},
        rows=[made],
        why=made.why,
    )
    plan, title = entry.sheet.period.plan, title_of(entry.sheet.period)
    told = Sentence(f"{title.zh}有修正說明待審", f"An amendment to {title.en} waits for your ruling")
    notify(act, controllers(steered(plan).controller, by.today), told, f"/sheets/amendments/{made.pk}/")
    return act
