"""The demonstration's accounts by role, each with what the role is there for."""

from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.bodies.players import Player
from coretech.demo.cast import EXPERTS
from coretech.kit.sentence import Sentence
from coretech.law.access import Role, role_name

_TASKS = {
    Role.AGENCY_OFFICER: Sentence(
        "盤點技術、檢具資料、登錄專家審查、提報；決定請求，每年檢討主管的項目。",
        "Take inventory, write the dossier, record the panel's review, submit; decide requests, review items yearly.",
    ),
    Role.PANEL_MEMBER: Sentence(
        "出席機關的專家審查會、申報利益關係、閱覽資料、表決。",
        "Sit on the agency's panel: declare interests, read the dossier, vote.",
    ),
    Role.OFFICE: Sentence(
        "查核提報、召開會議、登錄出席與表決、預告、處理意見。",
        "Check submissions, call meetings, record attendance and votes, pre-announce, answer comments.",
    ),
    Role.COUNCIL_MEMBER: Sentence(
        "簽署保密協議、申報利益關係、閱覽資料、表決。",
        "Sign the agreement, declare interests, read the dossier, vote.",
    ),
    Role.ANNOUNCER: Sentence(
        "由行政院公告，使變更生效。", "Announce for the Executive Yuan, which puts a change in force."
    ),
    Role.CONTROLLER: Sentence(
        "管考計畫：開啟各期填報、檢核、發布，協調議題，辦理評估。",
        "Control plans: open periods, check and publish reports, coordinate issues, run evaluations.",
    ),
    Role.AGENCY_HEAD: Sentence("為機關的填報表核章。", "Sign an agency's sheets."),
    Role.ADMINISTRATOR: Sentence("管理帳號；不能閱覽案件。", "Manage accounts; opens no case."),
}
_EXPERTS = Sentence("評估委員", "evaluators")
_EXPERTS_TASK = Sentence(
    "申報利益關係，對計畫的措施評分。", "Declare interests, and score the measures of a plan."
)


@dataclass(frozen=True, slots=True)
class Group:
    """The accounts that hold one role."""

    name: Sentence
    task: Sentence
    players: tuple[Player, ...]


def groups(cast: Sequence[Player]) -> list[Group]:
    """Everybody who holds a role of the walk-through, in the order the roles take their turns; then who evaluates."""
    found = [
        Group(role_name(role), task, tuple(each for each in cast if role in each.acting.standing.roles))
        for role, task in _TASKS.items()
    ]
    experts = tuple(each for each in cast if each.account.username in EXPERTS)
    return [group for group in (*found, Group(_EXPERTS, _EXPERTS_TASK, experts)) if group.players]
