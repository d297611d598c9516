"""Opening an agency's round of the year, with a due day and its scope (art. 9)."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.yearly.rounds import find_agency, lock_round, save_round
from coretech.apps.people.models import Agency
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter

LONGEST_SCOPE = 5000


def check(by: Acting, agency: Agency) -> None:
    """Whether this person may open this year's round of the agency, and it is not open yet."""
    allow(by, Action.KEEP_INVENTORY, Matter(agencies=frozenset({agency.code})))
    if Round.objects.filter(agency=agency, year=by.today.year, due_on__isnull=False).exists():
        raise wrong_state("今年的盤點已經開始。", "This year's round is open already.")


@operation
def open_round(by: Acting, agency_code: str, due_on: dt.date, scope: str) -> Act:
    """Open the round; one that began with its first candidate gets its due day and scope."""
    agency = find_agency(by, agency_code)
    round_ = lock_round(Round.objects.get_or_create(agency=agency, year=by.today.year)[0].pk)
    check(by, agency)
    _refuse_bad(by, due_on, scope)
    round_.due_on, round_.scope = due_on, scope.strip()
    save_round(round_)
    return record(
        by,
        "inventory.round_opened",
        round_.subject,
        public={"agency": agency.code, "year": round_.year, "due_on": due_on.isoformat()},
        confidential={"scope": round_.scope},
    )


def _refuse_bad(by: Acting, due_on: dt.date, scope: str) -> None:
    if due_on < by.today or due_on.year != by.today.year:
        raise bad_input(
            "due_on",
            "期限應在今日至今年12月31日之間。",
            "The due day is between today and 31 December of this year.",
        )
    if not 0 < len(scope.strip()) <= LONGEST_SCOPE:
        raise bad_input(
            "scope",
            f"請說明盤點範圍（{LONGEST_SCOPE}字以內）。",
            f"Say what the inventory covers, {LONGEST_SCOPE} characters at most.",
        )
