"""Giving one person leave to read what is secret in a case (art. 11)."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.grants import give_leave, running_grants
from coretech.apps.cases.levels import reason, require_power_over_secrecy
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import lock_case
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence


def check(by: Acting, case: Case) -> None:
    """Whether this person may give leave in the case."""
    require_power_over_secrecy(by, case)


@operation
def grant_access(by: Acting, reference: str, person_id: int, why: str, until: dt.date | None = None) -> Act:
    """Give leave until the end of a day, or until it is revoked; nobody gives it to themselves.

    The leaf names nobody; agreement, declaration and recusal are asked for besides.
    """
    case = lock_case(reference)
    check(by, case)
    person, words = _reader(by, person_id), reason(why)
    if until is not None and until < by.today:
        raise bad_input("until", "期限不得早於今天。", "The last day cannot be before today.")
    if running_grants(case, by.today).filter(person=person).exists():
        raise wrong_state(
            "此人已獲准閱覽；要改期限，請先撤銷再核准。",
            "This person has leave already. To change its last day, revoke it and give it anew.",
        )
    grant = give_leave(by, case, person.pk, words, until)
    act = record(
        by,
        "case.access_granted",
        case.subject,
        public={"grant": grant.pk},
        confidential={"person": person.pk, "until": None if until is None else until.isoformat()},
        why=words,
    )
    notify(act, [person.account_id] if person.account_id else [], _GRANTED, "/work/")
    return act


def _reader(by: Acting, person_id: int) -> Person:
    person = Person.objects.exclude(account=None).filter(pk=person_id).first()
    if person is None:
        raise bad_input(
            "person", "請由名單中選擇有帳號的人。", "Choose somebody with an account from the list."
        )
    if person.pk == by.person_id:
        raise Refused(_NOT_ONESELF, status=403)
    return person


_GRANTED = Sentence("您獲准閱覽一件案件的機密內容", "You have leave to read what is secret in a case")
_NOT_ONESELF = Sentence(
    "不得核准自己閱覽；請由另一位承辦人辦理。", "Nobody gives leave to themselves. Let another officer do it."
)
