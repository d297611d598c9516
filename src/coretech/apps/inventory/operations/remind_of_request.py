"""Reminding the authority of a request that should be answered soon; once a request."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.queries import acts_of
from coretech.apps.audit.record import record
from coretech.apps.inventory.asked.letters import remind_authority
from coretech.apps.inventory.asked.requests import REMIND_BEFORE
from coretech.apps.inventory.models import Request
from coretech.kit.refusal import not_found, wrong_state

KIND = "request.reminded"


def check(by: Acting, request: Request) -> None:
    """Whether a reminder is due today and none went before; no page offers the step, a daily job takes it."""
    if request.decision or by.today < request.answer_due - REMIND_BEFORE:
        raise wrong_state(
            f"請求{request.number}目前不須提醒。", f"Request {request.number} needs no reminder now."
        )
    if acts_of(request.subject).filter(kind=KIND).exists():
        raise wrong_state(
            f"請求{request.number}已提醒過。", f"The reminder of request {request.number} has gone."
        )


@operation
def remind_of_request(by: Acting, number: str) -> Act:
    """Write to the authority's officers; the answer's day goes along, and no word of the request."""
    rows = Request.objects.select_for_update(of=("self",)).select_related("authority")
    request = rows.filter(number=number).first()
    if request is None:
        raise not_found("沒有這件請求。", "There is no such request.")
    check(by, request)
    act = record(by, KIND, request.subject, public={"answer_due": request.answer_due.isoformat()})
    remind_authority(by, act, request)
    return act
