"""The duties that stand beside the walk-through: who owes what of the inventory, the requests and the yearly review."""

from collections.abc import Sequence

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.players import Player
from coretech.apps.inventory.asked.requests import waiting
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.operations import acknowledge_round, open_round
from coretech.apps.inventory.yearly.rounds import find_agency, visible_rounds
from coretech.apps.register.reviews import Sheet, sheets
from coretech.kit.sentence import Sentence
from coretech.law.access import Role
from coretech.web.demo.hints import Hint, Scene, holding

_INVENTORY = Sentence("每年盤點", "The yearly inventory")
_REQUESTS = Sentence("請求與通知", "Requests and notices")
_REVIEW = Sentence("年度檢討", "The yearly review")

_NOT_BEGUN = Sentence("尚未開始", "Not opened")
_RUNNING = Sentence("辦理中", "Running")
_REPORTED = Sentence("已提報", "Reported")
_NONE_WAITING = Sentence("沒有待決定的請求", "No request waits")
_TO_DECIDE = Sentence("待決定", "To be decided")

_BEGIN = Sentence("開始今年的盤點", "Open this year's inventory")
_FINISH = Sentence(
    "經專家審查後提報，沒有可能項目也一樣",
    "Have the panel review it and report it, also where nothing is found",
)
_ACKNOWLEDGE = Sentence("確認收悉", "Acknowledge the report")
_ASK = Sentence("請求變更清單；不必登入", "Ask for a change to the list; no account is needed")
_DECIDE = Sentence("決定是否辦理，並說明理由", "Decide whether to take it up, and say why")


def standing_duties(cast: Sequence[Player]) -> list[Scene]:
    """One step of each duty that stands all the year; a duty with nothing left to do is left out."""
    offices = holding(cast, Role.OFFICE)
    if not offices:
        return []
    officers = holding(cast, Role.AGENCY_OFFICER)
    found = (_inventory(officers, offices[0]), _requests(cast, offices[0]), _review(officers))
    return [scene for scene in found if scene is not None]


def _inventory(officers: Sequence[Player], office: Player) -> Scene | None:
    """What has been reported comes first, then what has been begun, then what has not."""
    rounds = list(visible_rounds(office.acting).filter(year=office.acting.today.year).exclude(due_on=None))
    for each in rounds:
        if refusal_of(acknowledge_round.check, office.acting, each) is None:
            return Scene(_INVENTORY, _REPORTED, Hint(_ACKNOWLEDGE, office, "round", (each.pk,)))
    begun = {each.agency.code: each for each in rounds if each.state != Round.State.REPORTED}
    for officer in officers:
        for code in sorted(officer.acting.standing.agencies & begun.keys()):
            return Scene(_INVENTORY, _RUNNING, Hint(_FINISH, officer, "round", (begun[code].pk,)))
    return next((scene for officer in officers if (scene := _to_begin(officer)) is not None), None)


def _to_begin(officer: Player) -> Scene | None:
    for code in sorted(officer.acting.standing.agencies):
        if refusal_of(open_round.check, officer.acting, find_agency(officer.acting, code)) is None:
            return Scene(_INVENTORY, _NOT_BEGUN, Hint(_BEGIN, officer, "round_open", (code,)))
    return None


def _requests(cast: Sequence[Player], office: Player) -> Scene:
    """The request to be answered first, where its authority is on the stage; else how to send one."""
    for request in waiting(office.acting):
        for officer in holding(cast, Role.AGENCY_OFFICER, request.authority.code):
            return Scene(_REQUESTS, _TO_DECIDE, Hint(_DECIDE, officer, "request_shown", (request.number,)))
    return Scene(_REQUESTS, _NONE_WAITING, Hint(_ASK, None, "request_new"))


def _review(officers: Sequence[Player]) -> Scene | None:
    owed = (
        (officer, sheet)
        for officer in officers
        for sheet in sheets(officer.acting, officer.acting.today.year)
        if sheet.missing
    )
    return next((_to_review(officer, sheet) for officer, sheet in owed), None)


def _to_review(officer: Player, sheet: Sheet) -> Scene:
    left, first = len(sheet.missing), sheet.missing[0]
    state = Sentence(f"尚有{left}項", f"Items left: {left}")
    what = Sentence(f"檢討第{first}項是否仍符合", f"Review whether item {first} still fits")
    return Scene(_REVIEW, state, Hint(what, officer, "review", (first,)))
