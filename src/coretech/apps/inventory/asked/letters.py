"""Who is told of a request: by its number alone, for mail carries no confidential word."""

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, notify, post
from coretech.apps.inventory.models import Request
from coretech.apps.people.models import Posting
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

FOLLOWED_AT = "/requests/follow/"
"""Where the secret addresses begin."""


def acknowledge(act: Act, request: Request) -> None:
    """Tell the sender that the request came in, and where to follow it."""
    due = said(request.answer_due)
    subject = Sentence(
        f"已收到您的請求，編號{request.number}，預定{due.zh}前回覆",
        f"We have received your request {request.number} and expect to answer it by {due.en}",
    )
    _write_to_sender(act, request, subject)


def tell_sender(act: Act, request: Request) -> None:
    """Tell the sender that the authority has decided; what and why stands at the secret address."""
    subject = Sentence(
        f"您的請求{request.number}已有決定，請開啟下列網址查看",
        f"Your request {request.number} has been decided; open the address below to read it",
    )
    _write_to_sender(act, request, subject)


def tell_authority(by: Acting, act: Act, request: Request) -> None:
    """Tell the authority's officers that a request waits for them."""
    subject = Sentence(f"收到請求{request.number}，待決定", f"Request {request.number} waits for a decision")
    _tell_officers(by, act, request, subject)


def remind_authority(by: Acting, act: Act, request: Request) -> None:
    """Remind the authority's officers of a request that should be answered soon, or should have been."""
    due = said(request.answer_due)
    subject = Sentence(
        f"請求{request.number}預定{due.zh}前回覆，尚未決定",
        f"Request {request.number} should be answered by {due.en} and is not decided yet",
    )
    _tell_officers(by, act, request, subject)


def _write_to_sender(act: Act, request: Request, subject: Sentence) -> None:
    letter = Letter(None, subject, FOLLOWED_AT, address=request.contact, link_to=request.subject)
    post(act, [letter])


def _tell_officers(by: Acting, act: Act, request: Request, subject: Sentence) -> None:
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=by.today), start__lte=by.today)
    officers = running.filter(
        agency=request.authority, kind=Posting.Kind.OFFICER, person__account__isnull=False
    )
    accounts = [account for account in officers.values_list("person__account_id", flat=True) if account]
    notify(act, accounts, subject, f"/requests/{request.number}/")
