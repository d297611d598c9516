"""Who is told when a case has moved: by number only, for mail carries no confidential word."""

from collections.abc import Iterable

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.cases.models import Case
from coretech.apps.people.models import Posting
from coretech.kit.sentence import Sentence


def tell_office(by: Acting, act: Act, case: Case) -> None:
    """Tell the Office's people that a case waits for them."""
    seats = Appointment.objects.filter(
        seat__body__kind=Body.Kind.OFFICE, start__lte=by.today, end__gte=by.today, left_on=None
    )
    _tell(act, case, seats.values_list("person__account_id", flat=True))


def tell_agency(by: Acting, act: Act, case: Case) -> None:
    """Tell the officers of the agency that submits the case."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=by.today), start__lte=by.today)
    officers = running.filter(agency=case.submitter, kind=Posting.Kind.OFFICER)
    _tell(act, case, officers.values_list("person__account_id", flat=True))


def _tell(act: Act, case: Case, accounts: Iterable[int | None]) -> None:
    sentence = Sentence(f"案件{case.reference}有新進度", f"Case {case.reference} has moved")
    notify(
        act, [account for account in accounts if account is not None], sentence, f"/cases/{case.reference}/"
    )
