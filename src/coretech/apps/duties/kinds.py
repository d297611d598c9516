"""The kinds of deadlines: what each is called, what to do about it, and the article it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Topic(StrEnum):
    """What a deadline is about, for choosing among many."""

    BODIES = "bodies"
    MEETINGS = "meetings"
    MINUTES = "minutes"
    INVENTORY = "inventory"
    CASES = "cases"
    PUBLICATION = "publication"
    REQUESTS = "requests"
    REVIEWS = "reviews"


TOPICS = {
    Topic.BODIES: Sentence("組成與任期", "Bodies and terms"),
    Topic.MEETINGS: Sentence("會議", "Meetings"),
    Topic.MINUTES: Sentence("會議紀錄", "Minutes"),
    Topic.INVENTORY: Sentence("盤點", "Inventory"),
    Topic.CASES: Sentence("案件", "Cases"),
    Topic.PUBLICATION: Sentence("預告與公告", "Publication"),
    Topic.REQUESTS: Sentence("請求", "Requests"),
    Topic.REVIEWS: Sentence("每年檢討", "Yearly reviews"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of deadline; ``articles`` is empty where only practice sets it."""

    topic: Topic
    name: Sentence
    next_step: Sentence
    articles: tuple[str, ...]


class What(StrEnum):
    """Everything that falls due."""

    TERM = "term"
    OWN_TERM = "own-term"
    VACANCY = "vacancy"
    SHORTFALL = "shortfall"
    COUNCIL_YEAR = "council-year"
    PANEL_YEAR = "panel-year"
    MEETING = "meeting"
    REPLY = "reply"
    STAND_IN = "stand-in"
    DECLARATION = "declaration"
    AGREEMENT = "agreement"
    UNSIGNED = "unsigned"
    MINUTES_DRAFT = "minutes-draft"
    MINUTES_SIGNATURE = "minutes-signature"
    MINUTES_REPLY = "minutes-reply"
    MINUTES_CONFIRMATION = "minutes-confirmation"
    KEEPER = "keeper"
    ROUND = "round"
    ROUND_REVIEW = "round-review"
    ROUND_REPORT = "round-report"
    ROUND_RECEIPT = "round-receipt"
    DOSSIER = "dossier"
    PANEL_REVIEW = "panel-review"
    COMPLETION = "completion"
    SUBMISSION = "submission"
    CHECK = "check"
    AGENDA = "agenda"
    CONSULTATION = "consultation"
    PRE_ANNOUNCEMENT = "pre-announcement"
    COMMENT_PERIOD = "comment-period"
    DISPOSITIONS = "dispositions"
    ANNOUNCEMENT = "announcement"
    LEGISLATURE = "legislature"
    REQUEST = "request"
    YEARLY_REVIEW = "yearly-review"


def _kind(topic: Topic, name: tuple[str, str], next_step: tuple[str, str], *articles: str) -> Kind:
    return Kind(topic, Sentence(*name), Sentence(*next_step), articles)


KINDS: dict[What, Kind] = {
    What.TERM: _kind(
        Topic.BODIES,
        ("任期屆滿", "A term ends"),
        ("辦理續聘或改聘", "Renew it, or appoint a successor"),
        "3.3",
    ),
    What.OWN_TERM: _kind(
        Topic.BODIES,
        ("您的任期屆滿", "Your term ends"),
        ("查看任期，有疑問請洽聘任機關", "See your term; ask whoever appointed you"),
        "3.3",
    ),
    What.VACANCY: _kind(
        Topic.BODIES, ("席位出缺", "A seat is vacant"), ("辦理聘（派）任", "Appoint somebody"), "3.3"
    ),
    What.SHORTFALL: _kind(
        Topic.BODIES,
        ("組成將不合規定", "No longer lawfully composed"),
        ("在這天以前補足", "Fill the seats before that day"),
        "3.1",
        "8.2",
    ),
    What.COUNCIL_YEAR: _kind(
        Topic.MEETINGS,
        ("今年尚未召開定期會議", "No regular meeting held this year"),
        ("召開定期會議", "Call a regular meeting"),
        "5.1",
    ),
    What.PANEL_YEAR: _kind(
        Topic.MEETINGS,
        ("今年尚未召開定期會議", "No regular meeting held this year"),
        ("召開定期會議", "Call a regular meeting"),
        "8.3",
    ),
    What.MEETING: _kind(Topic.MEETINGS, ("開會", "Meeting"), ("閱覽議程", "Read the agenda"), "5.1"),
    What.REPLY: _kind(
        Topic.MEETINGS,
        ("回覆開會通知", "Answer the notice"),
        ("回覆能否出席", "Say whether you will attend"),
        "5.4",
    ),
    What.STAND_IN: _kind(
        Topic.MEETINGS,
        ("委員請假", "A member is on leave"),
        ("決定是否指派代表", "Decide whether to send a stand-in"),
        "5.4",
    ),
    What.DECLARATION: _kind(
        Topic.MEETINGS,
        ("申報有無利益關係", "Declare whether you have an interest"),
        ("申報", "Make the declaration"),
        "12",
    ),
    What.AGREEMENT: _kind(
        Topic.MEETINGS,
        ("簽署保密協議", "Sign the non-disclosure agreement"),
        ("閱讀並簽署", "Read it and sign"),
        "11",
    ),
    What.UNSIGNED: _kind(
        Topic.MEETINGS,
        ("有人尚未簽署保密協議", "Agreements not signed yet"),
        ("查看名單並提醒", "See the list and remind them"),
        "11",
    ),
    What.MINUTES_DRAFT: _kind(
        Topic.MINUTES, ("製作會議紀錄", "Draft the minutes"), ("製作草稿", "Make the draft")
    ),
    What.MINUTES_SIGNATURE: _kind(
        Topic.MINUTES, ("簽署會議紀錄", "Sign the minutes"), ("閱讀並簽署", "Read them and sign")
    ),
    What.MINUTES_REPLY: _kind(
        Topic.MINUTES,
        ("確認會議紀錄或提出異議", "Answer the circulated minutes"),
        ("回覆同意或異議", "Agree, or say what is wrong"),
    ),
    What.MINUTES_CONFIRMATION: _kind(
        Topic.MINUTES,
        ("傳閱期滿，確認會議紀錄", "Circulation over: confirm the minutes"),
        ("確認會議紀錄", "Confirm the minutes"),
    ),
    What.KEEPER: _kind(
        Topic.INVENTORY,
        ("尚未指定盤點專責單位或專人", "Nobody keeps the inventory"),
        ("指定專責單位或專人", "Name a unit or a person"),
        "9.1",
    ),
    What.ROUND: _kind(
        Topic.INVENTORY,
        ("今年尚未辦理盤點", "No inventory taken this year"),
        ("開始盤點", "Open the round"),
        "9.1",
    ),
    What.ROUND_REVIEW: _kind(
        Topic.INVENTORY,
        ("盤點結果待專家審查", "The panel reviews the inventory"),
        ("登錄專家審查結果", "Record the panel's review"),
        "9.1",
    ),
    What.ROUND_REPORT: _kind(
        Topic.INVENTORY,
        ("提報盤點結果", "Report the inventory"),
        ("提報關鍵技術辦公室", "Report it through the Office"),
        "9.1",
    ),
    What.ROUND_RECEIPT: _kind(
        Topic.INVENTORY,
        ("盤點提報待確認收悉", "An inventory report to acknowledge"),
        ("確認收悉", "Acknowledge it"),
        "9.1",
    ),
    What.DOSSIER: _kind(
        Topic.CASES,
        ("填寫提報資料", "Write the dossier"),
        ("補齊必備的部分", "Complete the compulsory parts"),
        "7.1",
    ),
    What.PANEL_REVIEW: _kind(
        Topic.CASES,
        ("待專家審查會審查", "The panel reviews the case"),
        ("排入審查會或登錄結果", "Put it on the panel's agenda, or record its review"),
        "8.1",
    ),
    What.COMPLETION: _kind(
        Topic.CASES,
        ("退回案件待補正", "Returned for completion"),
        ("依辦公室意見補正", "Complete what the Office asked for"),
        "7.1",
    ),
    What.SUBMISSION: _kind(
        Topic.CASES,
        ("提報關鍵技術辦公室", "Submit to the Office"),
        ("提報", "Submit the case"),
        "7.1",
    ),
    What.CHECK: _kind(
        Topic.CASES, ("待辦公室查核", "The Office checks the case"), ("查核", "Check the submission"), "7.1"
    ),
    What.AGENDA: _kind(
        Topic.CASES,
        ("待排入審議會議程", "To go on the council's agenda"),
        ("排入議程", "Put it on an agenda"),
        "4.1",
    ),
    What.CONSULTATION: _kind(
        Topic.CASES,
        ("徵詢意見期限", "Consultation ends"),
        ("查看回覆情形", "See who has answered"),
        "4.1",
    ),
    What.PRE_ANNOUNCEMENT: _kind(
        Topic.PUBLICATION,
        ("審議通過，待預告", "Approved: to be pre-announced"),
        ("預告並徵求意見", "Pre-announce it and invite comments"),
    ),
    What.COMMENT_PERIOD: _kind(
        Topic.PUBLICATION,
        ("預告徵求意見截止", "The comment period ends"),
        ("查看收到的意見", "See the comments"),
    ),
    What.DISPOSITIONS: _kind(
        Topic.PUBLICATION,
        ("公眾意見待回覆", "Comments without a disposition"),
        ("逐則回覆", "Answer each"),
    ),
    What.ANNOUNCEMENT: _kind(
        Topic.PUBLICATION,
        ("意見期間屆滿，待公告", "Comments over: to be announced"),
        ("登錄行政院公告", "Enter the Executive Yuan's announcement"),
        "6",
    ),
    What.LEGISLATURE: _kind(
        Topic.PUBLICATION,
        ("公告後送立法院備查", "Report to the Legislative Yuan"),
        ("送立法院備查並登錄", "Send it, and record that"),
        "6",
    ),
    What.REQUEST: _kind(
        Topic.REQUESTS,
        ("請求或通知待答覆", "A request or notice to answer"),
        ("決定是否辦理並說明理由", "Decide, and say why"),
        "10.2",
    ),
    What.YEARLY_REVIEW: _kind(
        Topic.REVIEWS,
        ("今年尚未檢討的項目", "Items not reviewed this year"),
        ("逐項檢討", "Review each item"),
        "10.1",
    ),
}
"""What is told of each kind; only public words, so that mail and calendars may carry them."""
