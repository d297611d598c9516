"""Deciding a request: the authority proceeds with it or not, and says why (art. 10(2))."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow, as_recorded
from coretech.apps.inventory.asked.letters import tell_sender
from coretech.apps.inventory.asked.requests import discretion
from coretech.apps.inventory.models import Candidate, Request, Round
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action, Matter

_LONGEST_REASON = 5000
_LONGEST_NAMES = {"name_zh": 200, "name_en": 300}


@dataclass(frozen=True, slots=True)
class Taken:
    """What the authority makes of a request it proceeds with: the candidate as it would stand on the list.

    ``aspect`` says what of a listed item changes; ``authority`` is the one in charge now where none is given.
    """

    name_zh: str
    name_en: str
    sector: str
    aspect: str = ""
    authority: str = ""


def check(by: Acting, request: Request) -> None:
    """Whether this person may decide the request, and nobody has."""
    allow(by, Action.ANSWER_REQUEST, Matter(agencies=frozenset({request.authority.code})))
    if request.decision:
        raise wrong_state(
            f"請求{request.number}已有決定。", f"Request {request.number} has been decided already."
        )


@operation
def decide_request(by: Acting, number: str, reason: str, taken: Taken | None = None) -> Act:
    """Proceed, which makes a candidate with the request's ground, or decline where nothing is ``taken`` up."""
    rows = Request.objects.select_for_update(of=("self",)).select_related("authority", "technology")
    request = rows.filter(number=number).first()
    if request is None:
        raise not_found("沒有這件請求。", "There is no such request.")
    check(by, request)
    if not reason.strip() or len(reason) > _LONGEST_REASON:
        raise bad_input(
            "reason",
            f"請寫明理由（{_LONGEST_REASON}字以內）；請求人看得到。",
            f"Say why, in {_LONGEST_REASON} characters at most; the sender reads it.",
        )
    candidate = None if taken is None else _candidate(by, request, taken)
    request.decision = Request.Decision.DECLINE if candidate is None else Request.Decision.PROCEED
    request.reason, request.decided_at, request.candidate = reason.strip(), by.at, candidate
    request.save(update_fields=["decision", "reason", "decided_at", "candidate"])
    act = record(
        by,
        "request.decided",
        request.subject,
        public={"decision": request.decision, "ruling": as_recorded(discretion(request, by.today))},
        confidential={"reason": request.reason, "candidate": request.candidate_id},
    )
    tell_sender(act, request)
    return act


def _candidate(by: Acting, request: Request, taken: Taken) -> Candidate:
    """The candidate in this year's round of the authority."""
    _refuse_bad(request, taken)
    round_, _ = Round.objects.get_or_create(agency=request.authority, year=by.today.year)
    kinds = Candidate.Kind
    return Candidate.objects.create(
        round=round_,
        kind=kinds.IDENTIFY if request.technology is None else kinds.CHANGE,
        aspect=taken.aspect,
        technology=request.technology,
        sector=_sector(taken.sector),
        authority=_authority(taken.authority) if taken.authority else request.authority,
        name_zh=taken.name_zh.strip(),
        name_en=taken.name_en.strip(),
        ground=request.kind,
        found_at=by.at,
        why=request.text,
    )


def _refuse_bad(request: Request, taken: Taken) -> None:
    for field, longest in _LONGEST_NAMES.items():
        name = getattr(taken, field).strip()
        if not name or len(name) > longest:
            raise bad_input(
                field,
                f"請填寫中文與英文名稱（{longest}字以內）。",
                f"Give the names in Chinese and English, {longest} characters at most.",
            )
    listed = request.technology is not None
    if listed != bool(taken.aspect) or (listed and taken.aspect not in Candidate.Aspect.values):
        raise bad_input(
            "aspect",
            "變更清單項目時，請選擇要變更的部分；認定新技術時不填。",
            "Choose what of a listed item changes; leave it out for a new technology.",
        )


def _authority(code: str) -> Agency:
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise bad_input(
            "authority", f"沒有代碼為「{code}」的機關。", f"There is no agency with the code “{code}”."
        )
    return agency


def _sector(code: str) -> Sector:
    sector = Sector.objects.filter(code=code).first()
    if sector is None:
        raise bad_input(
            "sector", f"沒有代碼為「{code}」的領域。", f"There is no sector with the code “{code}”."
        )
    return sector
