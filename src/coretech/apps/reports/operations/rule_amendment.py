"""Ruling on an amendment: an accepted one stands beside its entry from that day on."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.cycle.amendments import find_amendment
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import Amendment, AmendmentRuling
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST = 2000


def check(by: Acting, amendment: Amendment) -> None:
    """Whether this person rules on it: a controller who did not file it, and once."""
    allow(by, Action.CHECK_SHEET, matter_of(amendment.entry.sheet.period.plan))
    if amendment.filed_by_id == by.person_id:
        raise wrong_state(
            "這則修正說明由您提出，須由另一人審核。",
            "You filed this amendment yourself; somebody else rules on it.",
        )
    if AmendmentRuling.objects.filter(amendment=amendment).exists():
        raise wrong_state("這則修正說明已有決定。", "The amendment is ruled on already.")


@operation
def rule_amendment(by: Acting, amendment_id: int, *, accepted: bool, why: str = "") -> Act:
    """Accept or refuse; a refusal says why."""
    hold(f"amendment:{amendment_id}")
    amendment = find_amendment(by, amendment_id)
    check(by, amendment)
    if (not accepted and not why.strip()) or len(why) > LONGEST:
        raise bad_input("why", f"不接受時請寫明理由，{LONGEST}字以內。", "Say why it is not accepted.")
    made = AmendmentRuling.objects.create(
        amendment=amendment, accepted=accepted, why=why.strip(), by_id=by.person_id, at=by.at
    )
    public = {"entry": amendment.entry_id, "accepted": accepted}
    act = record(by, "amendment.ruled", f"amendment/{amendment.pk}", public=public, rows=[made], why=made.why)
    told = Sentence("修正說明已有決定", "Your amendment is ruled on")
    notify(act, officers(amendment.entry.sheet.agency, by.today), told, f"/sheets/amendments/{amendment.pk}/")
    return act
