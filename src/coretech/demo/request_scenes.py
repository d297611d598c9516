"""The scenes of a holder's request: sent from outside, decided with a reason, and a case that is still a draft."""

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.apps.cases.naming import Named
from coretech.apps.cases.operations.name_affected import name_affected
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.inventory.asked.requests import discretion
from coretech.apps.inventory.models import Candidate, Request
from coretech.apps.inventory.operations.decide_request import Taken, decide_request
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import history
from coretech.demo import dossiers
from coretech.demo.proposals import AGENCY, ASKED_FOR
from coretech.demo.scene import PUBLIC, Came, Scene, on
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_OFFICER = f"agency-{AGENCY}"
_TEXT = "本公司生產工業用影像感測器，製程與太空規格不同，請在範疇中寫明抗輻射等級，以資區分。"
_REASON = "太空規格與工業規格確有區分的必要，以抗輻射等級訂明範疇；列入本年度盤點辦理。"
_SCOPE = Sentence(
    "抗輻射總劑量達100千雷得以上之影像感測器；一般工業及消費規格不在範圍內。",
    "Image sensors that withstand a total dose of 100 krad or more; industrial and consumer grades are left out.",
)


def _item() -> ItemVersion:
    return history(ASKED_FOR)[-1]


def _request() -> Request | None:
    rows = Request.objects.select_related("authority", "candidate", "technology")
    return rows.filter(technology=_item().item.technology).order_by("pk").first()


def _the_request() -> Request:
    """The request, where the scene before has sent it.

    Raises:
        Refused: (HTTP 409) where it is not there.
    """
    found = _request()
    if found is None:
        raise wrong_state("演出所需的請求不在，請重新演出。", "The play's request is not there; play again.")
    return found


def _case() -> Case | None:
    return Case.objects.filter(candidate__request__technology=_item().item.technology).order_by("pk").first()


def _send(by: Acting) -> Came:
    asked = Asked(
        kind=Request.Kind.HOLDER.value,
        authority=AGENCY,
        sender="林示範",
        organisation="示範感測器公司",
        contact="holder@example.invalid",
        text=_TEXT,
        technology=_item().item.technology_id,
        aspect=Candidate.Aspect.SCOPE.value,
    )
    return Came([send_request(by, asked)])


def _decide(by: Acting) -> Came:
    request, listed = _the_request(), _item()
    taken = Taken(listed.name_zh, listed.name_en, listed.sector.code, Candidate.Aspect.SCOPE.value)
    return Came([decide_request(by, request.number, _REASON, taken)], [discretion(request, by.today)])


def _decided() -> bool:
    found = _request()
    return found is not None and bool(found.decision)


def _draft(by: Acting) -> Came:
    """A case on it, the scope it would have, and the first parts of its dossier."""
    candidate, listed = _the_request().candidate_id, _item()
    opened = open_case(by, candidate or 0)
    reference = opened.subject.split("/")[1]
    named = Named(
        listed.name_zh, listed.name_en, listed.sector.code, AGENCY, scope_zh=_SCOPE.zh, scope_en=_SCOPE.en
    )
    written = [write_part(by, reference, name, content=part) for name, part in dossiers.ASKED_FOR.items()]
    return Came([opened, name_affected(by, reference, [named]), *written])


def _drafted() -> bool:
    """Whether there is a case, or none is to come of the request."""
    found = _request()
    return _case() is not None or (found is not None and found.decision == Request.Decision.DECLINE)


SCENES = (
    Scene(
        Sentence("持有人請求變更第10項的範疇", "A holder asks that the scope of item 10 be changed"),
        PUBLIC,
        Action.SEND_REQUEST,
        on(2025, 3, 18),
        lambda: _request() is not None,
        _send,
    ),
    Scene(
        Sentence("主管機關決定辦理，並說明理由", "The authority proceeds with it, and says why"),
        _OFFICER,
        Action.ANSWER_REQUEST,
        on(2025, 3, 27),
        _decided,
        _decide,
    ),
    Scene(
        Sentence(
            "請求成案，指明新範疇，開始填寫提報資料",
            "A case is opened on it: its scope named, its dossier begun",
        ),
        _OFFICER,
        Action.OPEN_CASE,
        on(2025, 3, 31),
        _drafted,
        _draft,
    ),
)
