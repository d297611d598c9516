"""How requests are named on pages."""

import datetime as dt

from coretech.apps.inventory.asked.requests import is_late
from coretech.apps.inventory.models import Candidate, Request
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag

KINDS = {
    Request.Kind.HOLDER: Sentence(
        "我（或我代表的機構）持有這項技術，提出請求",
        "I, or those I act for, hold the technology and ask for something",
    ),
    Request.Kind.ENVIRONMENT: Sentence(
        "我要通知：產業環境或技術發展已變化", "I give notice that the industry or the technology has changed"
    ),
}
KIND_NAMES = {
    Request.Kind.HOLDER: Sentence("持有者請求", "A holder asks"),
    Request.Kind.ENVIRONMENT: Sentence("環境變化的通知", "Notice of a change"),
}
IDENTIFY, UNSURE = "identify", "unsure"
WISHES = {
    IDENTIFY: Sentence("清單上還沒有，應該列入", "It is not on the list and should be"),
    Candidate.Aspect.SCOPE.value: Sentence(
        "清單項目的範疇應變更", "The scope of a listed item should change"
    ),
    Candidate.Aspect.NAME.value: Sentence("清單項目的名稱應變更", "The name of a listed item should change"),
    Candidate.Aspect.AUTHORITY.value: Sentence(
        "清單項目應改由其他機關主管", "Another agency should be in charge of a listed item"
    ),
    Candidate.Aspect.SPLIT.value: Sentence("清單項目應拆成數項", "A listed item should be split"),
    Candidate.Aspect.MERGE.value: Sentence(
        "清單項目應與其他項目合併", "A listed item should be merged with others"
    ),
    Candidate.Aspect.REMOVAL.value: Sentence("清單項目應廢止", "A listed item should go"),
    UNSURE: Sentence("清單項目應變更，但不確定變更什麼", "A listed item should change, I am not sure how"),
}
_RECEIVED = Tag(Sentence("待決定", "To be decided"), "blue")
_LATE = Tag(Sentence("逾期未決定", "Late"), "red")
_DECIDED = {
    Request.Decision.PROCEED: Tag(Sentence("辦理", "Taken up"), "green"),
    Request.Decision.DECLINE: Tag(Sentence("不予辦理", "Not taken up"), "grey"),
}


def wish_of(request: Request) -> Sentence:
    """What the request would have done to the list."""
    if request.technology_id is None:
        return WISHES[IDENTIFY]
    return WISHES[request.aspect or UNSURE]


def state_of(request: Request, day: dt.date) -> Tag:
    """Where the request stands, as its authority sees it."""
    if request.decision:
        return _DECIDED[Request.Decision(request.decision)]
    return _LATE if is_late(request, day) else _RECEIVED


def state_for_sender(request: Request) -> Tag:
    """Where the request stands, as its sender sees it."""
    return _DECIDED[Request.Decision(request.decision)] if request.decision else _RECEIVED
