"""Sending a request or a notice: anybody may, without signing in (art. 10(2))."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of, secret_of
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.asked.letters import acknowledge, tell_authority
from coretech.apps.inventory.asked.receiving import answer_due, next_number, refuse_a_flood
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.people.models import Agency
from coretech.apps.people.senders import refuse_bad_sender
from coretech.apps.technologies.models import Technology
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked or told, about which technology, of which authority, and by whom.

    Without a ``technology`` the request asks that something new be identified; with one, ``aspect`` says what of it
    should change, and may be left open.
    """

    kind: str
    authority: str
    sender: str
    contact: str
    text: str
    technology: int | None = None
    aspect: str = ""
    organisation: str = ""


def check(by: Acting) -> None:
    """Whether this person may send a request; everybody may."""
    allow(by, Action.SEND_REQUEST)


@operation
def send_request(by: Acting, asked: Asked) -> Act:
    """Number the request, acknowledge it to its sender, and put it before the authority."""
    check(by)
    _refuse_bad(asked)
    number = next_number(by.today)
    refuse_a_flood(by, asked.contact.strip())
    request = Request.objects.create(
        number=number,
        kind=asked.kind,
        technology=_technology(asked),
        aspect=asked.aspect,
        authority=_authority(asked.authority),
        sender=asked.sender.strip(),
        organisation=asked.organisation.strip(),
        contact=asked.contact.strip(),
        text=asked.text.strip(),
        key=hash_of(secret_of(f"request/{number}")),
        received_at=by.at,
        answer_due=answer_due(by.today),
    )
    act = record(
        by,
        "request.received",
        request.subject,
        public={"kind": request.kind, "authority": request.authority.code},
        confidential=_confidential(request),
    )
    acknowledge(act, request)
    tell_authority(by, act, request)
    return act


def _confidential(request: Request) -> dict[str, object]:
    """What the log only commits to: who asks, and about what."""
    return {
        "technology": request.technology_id,
        "aspect": request.aspect,
        "sender": request.sender,
        "organisation": request.organisation,
        "contact": request.contact,
        "text": request.text,
    }


def _refuse_bad(asked: Asked) -> None:
    if asked.kind not in Request.Kind.values:
        raise bad_input("kind", "請選擇請求或通知。", "Choose a request or a notice.")
    if asked.aspect and (asked.technology is None or asked.aspect not in Candidate.Aspect.values):
        raise bad_input(
            "aspect", "請選擇清單項目要變更的部分。", "Choose what of a listed item should change."
        )
    text = asked.text.strip()
    if not text or len(text) > LONGEST_TEXT:
        raise bad_input(
            "text",
            f"請說明內容（{LONGEST_TEXT}字以內）。",
            f"Say what it is about, in {LONGEST_TEXT} characters at most.",
        )
    refuse_bad_sender(asked.sender, asked.organisation, asked.contact)


def _technology(asked: Asked) -> Technology | None:
    if asked.technology is None:
        return None
    technology = Technology.objects.filter(pk=asked.technology).first()
    if technology is None:
        raise bad_input("technology", "請指定清單上的技術。", "Name a technology of the list.")
    return technology


def _authority(code: str) -> Agency:
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise bad_input(
            "authority", f"沒有代碼為「{code}」的機關。", f"There is no agency with the code “{code}”."
        )
    return agency
