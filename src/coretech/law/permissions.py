"""The table of powers: which roles hold each action, bound to what, by which article."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role somebody holds on a day, from a seat, an appointment or a posting."""

    PUBLIC = "public"
    OFFICE = "office"
    AGENCY_OFFICER = "agency_officer"
    PANEL_MEMBER = "panel_member"
    COUNCIL_MEMBER = "council_member"
    CONVENER = "convener"
    STAND_IN = "stand_in"
    ANNOUNCER = "announcer"
    CONTROLLER = "controller"
    AGENCY_HEAD = "agency_head"
    ADMINISTRATOR = "administrator"


class Bound(StrEnum):
    """Whether a power reaches every matter or only those of the holder's own agency."""

    ALL = "all"
    AGENCY = "agency"


class Action(StrEnum):
    """Everything somebody may be allowed to do; one word per operation."""

    KEEP_INVENTORY = "inventory.keep"
    RECORD_CANDIDATE = "inventory.record_candidate"
    SEND_REQUEST = "request.send"
    ANSWER_REQUEST = "request.answer"
    OPEN_CASE = "case.open"
    READ_CASE = "case.read"
    READ_DOSSIER = "case.read_dossier"
    WRITE_DOSSIER = "case.write_dossier"
    REVIEW_BY_PANEL = "case.review_by_panel"
    SUBMIT = "case.submit"
    CHECK = "case.check"
    WITHDRAW = "case.withdraw"
    REOPEN = "case.reopen"
    REMARK = "case.remark"
    CONSULT = "case.consult"
    GRANT_ACCESS = "case.grant_access"
    AMEND = "case.amend"
    PRE_ANNOUNCE = "case.pre_announce"
    COMMENT = "case.comment"
    DISPOSE_COMMENT = "case.dispose_comment"
    READ_BODY = "body.read"
    APPOINT = "body.appoint"
    APPOINT_TO_OFFICE = "body.appoint_to_office"
    APPOINT_TO_PANEL = "body.appoint_to_panel"
    SET_PANEL_RULES = "body.set_panel_rules"
    DESIGNATE_STAND_IN = "body.designate_stand_in"
    CALL_MEETING = "meeting.call"
    CHANGE_NOTICE = "meeting.change_notice"
    CANCEL_MEETING = "meeting.cancel"
    READ_MEETING = "meeting.read"
    REPLY = "meeting.reply"
    INVITE_OBSERVER = "meeting.invite_observer"
    FILE_PAPER = "meeting.file_paper"
    READ_PAPER = "meeting.read_paper"
    LIST_ITEM = "meeting.list_item"
    PUT_ON_AGENDA = "meeting.put_on_agenda"
    RECORD_ATTENDANCE = "meeting.record_attendance"
    OPEN_MEETING = "meeting.open"
    CLOSE_MEETING = "meeting.close"
    SUSPEND_MEETING = "meeting.suspend"
    NAME_CHAIR = "meeting.name_chair"
    TAKE_UP_ITEM = "meeting.take_up_item"
    ASK_TO_SPEAK = "meeting.ask_to_speak"
    GIVE_FLOOR = "meeting.give_floor"
    DECLARE = "meeting.declare"
    ORDER_RECUSAL = "meeting.order_recusal"
    LIFT_RECUSAL = "meeting.lift_recusal"
    OPEN_VOTE = "meeting.open_vote"
    CAST_VOTE = "meeting.cast_vote"
    RECORD_HANDS = "meeting.record_hands"
    CLOSE_VOTE = "meeting.close_vote"
    SETTLE_READING = "meeting.settle_reading"
    WRITE_MINUTES = "minutes.write"
    SIGN_MINUTES = "minutes.sign"
    REPLY_TO_MINUTES = "minutes.reply"
    CONFIRM_MINUTES = "minutes.confirm"
    RUN_PANEL = "panel.run"
    SIT_ON_PANEL = "panel.sit"
    READ_PANEL = "panel.read"
    PUBLISH_AGREEMENT = "agreement.publish"
    SIGN_AGREEMENT = "agreement.sign"
    ANNOUNCE = "register.announce"
    REPORT_TO_LEGISLATURE = "register.report_to_legislature"
    REVIEW_ITEM = "register.review_item"
    CORRECT_ENTRY = "register.correct_entry"
    NOTE_SCOPE = "register.note_scope"
    FILE_SCAN = "register.file_scan"
    FOLLOW_REGISTER = "register.follow"
    READ_REGISTER = "register.read"
    IMPORT_PLAN = "plan.import"
    READ_PLAN = "plan.read"
    STEER_PLAN = "plan.steer"
    DEFINE_INDICATOR = "plan.define_indicator"
    SET_LIGHTS = "plan.set_lights"
    OPEN_PERIOD = "plan.open_period"
    FILL_SHEET = "sheet.fill"
    READ_SHEET = "sheet.read"
    SIGN_SHEET = "sheet.sign"
    CHECK_SHEET = "sheet.check"
    AMEND_SHEET = "sheet.amend"
    RAISE_ISSUE = "issue.raise"
    SETTLE_ISSUE = "issue.settle"
    RUN_COORDINATION = "coordination.run"
    JOIN_COORDINATION = "coordination.join"
    RUN_EVALUATION = "evaluation.run"
    SCORE = "evaluation.score"
    ANSWER_FINDING = "evaluation.answer"
    REVISE_PLAN = "plan.revise"
    RECORD_BUDGET = "budget.record"
    LINK_PLAN = "link.propose"
    JUDGE_LINK = "link.judge"
    KEEP_COMMODITY = "supply.keep"
    FILE_RETURN = "supply.file_return"
    READ_SUPPLIES = "supply.read"
    KEEP_LISTS = "list.keep"
    JUDGE_MAPPING = "list.judge_mapping"
    KEEP_PROFILE = "profile.keep"
    ASK_SCOPE = "scope.ask"
    HANDLE_SCOPE = "scope.handle"
    ADVISE_SCOPE = "scope.advise"
    SCREEN_PORTFOLIO = "inventory.screen"
    JUDGE_FIND = "inventory.judge_find"
    DEFINE_TECHNOLOGY = "watch.define"
    KEEP_SNAPSHOT = "watch.keep_snapshot"
    LOG_SCAN = "watch.log_scan"
    READ_SIGNALS = "watch.read_signals"
    ASSESS_SIGNALS = "watch.assess"
    SET_TEMPLATE = "documents.set_template"
    READ_CALENDAR = "duties.read_calendar"
    READ_LOG = "log.read"
    KEEP_LOG_KEYS = "log.keep_keys"
    MANAGE_ACCOUNTS = "accounts.manage"
    POST_PEOPLE = "people.post"
    READ_POSTINGS = "people.read_postings"
    KEEP_AGENCIES = "agencies.keep"
    MANAGE_OWN_TOKENS = "accounts.own_tokens"


@dataclass(frozen=True, slots=True)
class Permission:
    """The roles that hold a power, how far it reaches, and the paragraphs it comes from."""

    roles: frozenset[Role]
    articles: tuple[str, ...]
    bound: Bound = Bound.ALL


def _held(*roles: Role, by: tuple[str, ...], bound: Bound = Bound.ALL) -> Permission:
    return Permission(frozenset(roles), by, bound)


_OFFICER = Role.AGENCY_OFFICER
_OFFICE = Role.OFFICE
_MEMBER = Role.COUNCIL_MEMBER
_CHAIR = Role.CONVENER
_SITTING = (_MEMBER, _CHAIR, Role.STAND_IN)
_RUNNING = (_OFFICE, _CHAIR)
_INSIDE = tuple(role for role in Role if role is not Role.PUBLIC)
_OWN = Bound.AGENCY
_CONTROLLER = Role.CONTROLLER
_HEAD = Role.AGENCY_HEAD

PERMISSIONS: dict[Action, Permission] = {
    Action.KEEP_INVENTORY: _held(_OFFICER, by=("9.1",), bound=_OWN),
    Action.RECORD_CANDIDATE: _held(_OFFICER, _OFFICE, by=("9.1",), bound=_OWN),
    Action.SEND_REQUEST: _held(*Role, by=("10.2",)),
    Action.ANSWER_REQUEST: _held(_OFFICER, by=("10.2",), bound=_OWN),
    Action.OPEN_CASE: _held(_OFFICER, _OFFICE, by=("7.1", "7.2"), bound=_OWN),
    Action.READ_CASE: _held(*_INSIDE, by=("11",)),
    Action.READ_DOSSIER: _held(_OFFICER, _OFFICE, Role.PANEL_MEMBER, *_SITTING, by=("11",)),
    Action.WRITE_DOSSIER: _held(_OFFICER, _OFFICE, by=("7.1", "7.2"), bound=_OWN),
    Action.REVIEW_BY_PANEL: _held(_OFFICER, by=("8.1",), bound=_OWN),
    Action.SUBMIT: _held(_OFFICER, _OFFICE, by=("7.1", "7.2"), bound=_OWN),
    Action.CHECK: _held(_OFFICE, by=("7.1", "4.1")),
    Action.WITHDRAW: _held(_OFFICER, by=("7.1",), bound=_OWN),
    Action.REOPEN: _held(_OFFICER, _OFFICE, by=("7.1", "7.2"), bound=_OWN),
    Action.REMARK: _held(_OFFICER, _OFFICE, Role.PANEL_MEMBER, *_SITTING, by=("8.1", "4.1")),
    Action.CONSULT: _held(_OFFICER, _OFFICE, by=("4.1", "7.1"), bound=_OWN),
    Action.GRANT_ACCESS: _held(_OFFICER, _OFFICE, by=("11",), bound=_OWN),
    Action.AMEND: _held(_OFFICE, by=("2", "4.1")),
    Action.PRE_ANNOUNCE: _held(_OFFICE, by=("6",)),
    Action.COMMENT: _held(*Role, by=("4.1",)),
    Action.DISPOSE_COMMENT: _held(_OFFICE, by=("4.1",)),
    Action.READ_BODY: _held(*_INSIDE, by=("3.1",)),
    Action.APPOINT: _held(_OFFICE, by=("3.1", "3.3", "4.2", "4.3")),
    Action.APPOINT_TO_OFFICE: _held(_OFFICE, Role.ADMINISTRATOR, by=("4.2",)),
    Action.APPOINT_TO_PANEL: _held(_OFFICER, by=("8.2", "8.3"), bound=_OWN),
    Action.SET_PANEL_RULES: _held(_OFFICER, by=("8.3",), bound=_OWN),
    Action.DESIGNATE_STAND_IN: _held(_OFFICER, by=("5.4",), bound=_OWN),
    Action.CALL_MEETING: _held(*_RUNNING, by=("5.1",)),
    Action.CHANGE_NOTICE: _held(*_RUNNING, by=("5.1",)),
    Action.CANCEL_MEETING: _held(*_RUNNING, by=("5.1",)),
    Action.READ_MEETING: _held(_OFFICE, *_SITTING, by=("5.1", "11")),
    Action.REPLY: _held(*_SITTING, by=("5.4",)),
    Action.INVITE_OBSERVER: _held(*_RUNNING, by=("5.2",)),
    Action.FILE_PAPER: _held(_OFFICE, by=("4.1", "11")),
    Action.READ_PAPER: _held(_OFFICE, *_SITTING, by=("11",)),
    Action.LIST_ITEM: _held(*_RUNNING, by=("4.1", "5.1")),
    Action.PUT_ON_AGENDA: _held(_OFFICE, by=("4.1", "7.1")),
    Action.RECORD_ATTENDANCE: _held(_OFFICE, by=("5.4",)),
    Action.OPEN_MEETING: _held(*_RUNNING, by=("5.1",)),
    Action.CLOSE_MEETING: _held(*_RUNNING, by=("5.1",)),
    Action.SUSPEND_MEETING: _held(*_RUNNING, by=("5.1",)),
    Action.NAME_CHAIR: _held(*_RUNNING, by=("5.1", "12")),
    Action.TAKE_UP_ITEM: _held(*_RUNNING, by=("5.1",)),
    Action.ASK_TO_SPEAK: _held(*_SITTING, by=("5.1",)),
    Action.GIVE_FLOOR: _held(*_RUNNING, by=("5.1",)),
    Action.DECLARE: _held(*_SITTING, by=("12",)),
    Action.ORDER_RECUSAL: _held(*_SITTING, by=("12",)),
    Action.LIFT_RECUSAL: _held(_OFFICE, by=("12",)),
    Action.OPEN_VOTE: _held(*_RUNNING, by=("5.1", "5.3")),
    Action.CAST_VOTE: _held(*_SITTING, by=("5.3",)),
    Action.RECORD_HANDS: _held(_OFFICE, by=("5.3",)),
    Action.CLOSE_VOTE: _held(*_RUNNING, by=("5.1", "5.3")),
    Action.SETTLE_READING: _held(*_SITTING, by=("5.1", "5.3")),
    Action.WRITE_MINUTES: _held(_OFFICE, by=("4.1", "5.1")),
    Action.SIGN_MINUTES: _held(_OFFICE, *_SITTING, by=("5.1",)),
    Action.REPLY_TO_MINUTES: _held(*_SITTING, by=("5.1",)),
    Action.CONFIRM_MINUTES: _held(*_RUNNING, by=("5.1",)),
    Action.RUN_PANEL: _held(_OFFICER, by=("8.1", "8.3"), bound=_OWN),
    Action.SIT_ON_PANEL: _held(Role.PANEL_MEMBER, by=("8.2", "8.3"), bound=_OWN),
    Action.READ_PANEL: _held(_OFFICER, Role.PANEL_MEMBER, by=("8.3", "11"), bound=_OWN),
    Action.PUBLISH_AGREEMENT: _held(_OFFICE, by=("11",)),
    Action.SIGN_AGREEMENT: _held(*_INSIDE, by=("11",)),
    Action.ANNOUNCE: _held(Role.ANNOUNCER, by=("6",)),
    Action.REPORT_TO_LEGISLATURE: _held(Role.ANNOUNCER, _OFFICE, by=("6",)),
    Action.REVIEW_ITEM: _held(_OFFICER, by=("10.1",), bound=_OWN),
    Action.CORRECT_ENTRY: _held(Role.ANNOUNCER, _OFFICE, by=("4.1", "6")),
    Action.NOTE_SCOPE: _held(_OFFICER, by=("10.1",), bound=_OWN),
    Action.FILE_SCAN: _held(Role.ANNOUNCER, _OFFICE, by=("6",)),
    Action.FOLLOW_REGISTER: _held(*_INSIDE, by=("6",)),
    Action.READ_REGISTER: _held(*Role, by=("6",)),
    Action.IMPORT_PLAN: _held(_OFFICER, _OFFICE, by=("4.1",)),
    Action.READ_PLAN: _held(*Role, by=("4.1",)),
    Action.STEER_PLAN: _held(_OFFICE, by=("4.1",)),
    Action.DEFINE_INDICATOR: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.SET_LIGHTS: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.OPEN_PERIOD: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.FILL_SHEET: _held(_OFFICER, by=("4.1",), bound=_OWN),
    Action.READ_SHEET: _held(_OFFICER, _CONTROLLER, _HEAD, by=("4.1",), bound=_OWN),
    Action.SIGN_SHEET: _held(_HEAD, by=("4.1",), bound=_OWN),
    Action.CHECK_SHEET: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.AMEND_SHEET: _held(_OFFICER, by=("4.1",), bound=_OWN),
    Action.RAISE_ISSUE: _held(_OFFICER, _CONTROLLER, by=("4.1",), bound=_OWN),
    Action.SETTLE_ISSUE: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.RUN_COORDINATION: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.JOIN_COORDINATION: _held(_OFFICER, _CONTROLLER, _HEAD, by=("4.1",)),
    Action.RUN_EVALUATION: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.SCORE: _held(*Role, by=("4.1",)),
    Action.ANSWER_FINDING: _held(_OFFICER, by=("4.1",), bound=_OWN),
    Action.REVISE_PLAN: _held(_CONTROLLER, by=("4.1",), bound=_OWN),
    Action.RECORD_BUDGET: _held(_OFFICER, _CONTROLLER, by=("4.1",), bound=_OWN),
    Action.LINK_PLAN: _held(_OFFICER, _OFFICE, _CONTROLLER, by=("4.1",)),
    Action.JUDGE_LINK: _held(_OFFICE, _CONTROLLER, by=("4.1",)),
    Action.KEEP_COMMODITY: _held(_OFFICER, by=("4.1",), bound=_OWN),
    Action.FILE_RETURN: _held(_OFFICER, by=("4.1",), bound=_OWN),
    Action.READ_SUPPLIES: _held(_OFFICER, _OFFICE, _CONTROLLER, _HEAD, by=("4.1",)),
    Action.KEEP_LISTS: _held(_OFFICE, by=("4.1",)),
    Action.JUDGE_MAPPING: _held(_OFFICER, _OFFICE, by=("4.1",)),
    Action.KEEP_PROFILE: _held(_OFFICER, by=("10.1",), bound=_OWN),
    Action.ASK_SCOPE: _held(*Role, by=("10.2",)),
    Action.HANDLE_SCOPE: _held(_OFFICER, by=("10.2",), bound=_OWN),
    Action.ADVISE_SCOPE: _held(Role.PANEL_MEMBER, by=("8.1",), bound=_OWN),
    Action.SCREEN_PORTFOLIO: _held(_OFFICER, by=("9.1",), bound=_OWN),
    Action.JUDGE_FIND: _held(_OFFICER, Role.PANEL_MEMBER, by=("9.1", "8.1"), bound=_OWN),
    Action.DEFINE_TECHNOLOGY: _held(_OFFICER, _OFFICE, by=("4.1",)),
    Action.KEEP_SNAPSHOT: _held(_OFFICE, by=("4.1",)),
    Action.LOG_SCAN: _held(_OFFICE, by=("4.1",)),
    Action.READ_SIGNALS: _held(_OFFICER, _OFFICE, by=("4.1",)),
    Action.ASSESS_SIGNALS: _held(_OFFICER, _OFFICE, by=("4.1",)),
    Action.SET_TEMPLATE: _held(_OFFICE, by=("4.1",)),
    Action.READ_CALENDAR: _held(*_INSIDE, by=("11",)),
    Action.READ_LOG: _held(_OFFICE, Role.ADMINISTRATOR, by=("11",)),
    Action.KEEP_LOG_KEYS: _held(Role.ADMINISTRATOR, by=("11",)),
    Action.MANAGE_ACCOUNTS: _held(Role.ADMINISTRATOR, by=("11",)),
    Action.POST_PEOPLE: _held(Role.ADMINISTRATOR, by=("9.1", "11")),
    Action.READ_POSTINGS: _held(_OFFICER, _OFFICE, by=("9.1", "11"), bound=_OWN),
    Action.KEEP_AGENCIES: _held(_OFFICE, Role.ADMINISTRATOR, by=("9.1",)),
    Action.MANAGE_OWN_TOKENS: _held(*_INSIDE, by=("11",)),
}
