"""Taking one's signature back (art. 11): nothing confidential opens any more."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Agreement, Withdrawal
from coretech.apps.bodies.queries import serving
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST_WHY = 300
_TOLD = Sentence(
    "一位與會人員撤回保密協議的簽署", "Somebody who takes part has withdrawn the signed agreement"
)


def check(by: Acting) -> list[Agreement]:
    """The signatures this person could take back; refused where there is none."""
    allow(by, Action.SIGN_AGREEMENT)
    signed = Agreement.objects.select_related("text").filter(person_id=by.person_id or 0, withdrawal=None)
    if not signed:
        raise wrong_state(
            "您沒有有效的簽署可以撤回。", "There is no signature of yours that could be withdrawn."
        )
    return list(signed)


@operation
def withdraw_agreement(by: Acting, why: str = "") -> Act:
    """Take back every signature that stands, under whichever version: an older one would hold otherwise."""
    hold(f"agreement:{by.person_id}")
    signed = check(by)
    reason = why.strip()
    if len(reason) > LONGEST_WHY:
        raise bad_input("why", "理由最多300字。", "The reason may have 300 characters at most.")
    withdrawn = Withdrawal.objects.bulk_create(
        Withdrawal(agreement=each, withdrawn_at=by.at, why=reason) for each in signed
    )
    act = record(
        by,
        "agreement.withdrawn",
        f"agreement/{signed[-1].pk}",
        public={"text_versions": [each.text.version for each in signed]},
        confidential={"person": by.person_id},
        rows=withdrawn,
        why=reason,
    )
    office = serving(by.today).filter(seat__body__kind="office").exclude(person__account=None)
    notify(act, office.values_list("person__account_id", flat=True), _TOLD, "/agreement/signatures/")
    return act
