"""What each role may do, written down a second time: the test of the table of powers reads it."""

from coretech.law.access import Role

EVERYBODY = {"case.comment", "evaluation.score", "plan.read", "register.read", "request.send"}
WITHIN = EVERYBODY | {
    "case.read",
    "body.read",
    "agreement.sign",
    "accounts.own_tokens",
    "duties.read_calendar",
    "register.follow",
}
SITTING = WITHIN | {
    "case.read_dossier",
    "case.remark",
    "meeting.read",
    "meeting.read_paper",
    "meeting.reply",
    "meeting.ask_to_speak",
    "meeting.declare",
    "meeting.order_recusal",
    "meeting.cast_vote",
    "meeting.settle_reading",
    "minutes.sign",
    "minutes.reply",
}
PRESIDING = {
    "meeting.change_notice",
    "meeting.cancel",
    "meeting.invite_observer",
    "meeting.list_item",
    "meeting.suspend",
    "meeting.name_chair",
    "meeting.take_up_item",
    "meeting.give_floor",
    "minutes.confirm",
    "meeting.call",
    "meeting.open",
    "meeting.close",
    "meeting.open_vote",
    "meeting.close_vote",
}
PREPARING = {
    "plan.import",
    "link.propose",
    "supply.read",
    "inventory.record_candidate",
    "case.open",
    "case.read_dossier",
    "case.write_dossier",
    "case.submit",
    "case.reopen",
    "case.remark",
    "case.consult",
    "case.grant_access",
    "people.read_postings",
}
KEEPING = {
    "plan.steer",
    "link.judge",
    "body.appoint",
    "body.appoint_to_office",
    "agreement.publish",
    "documents.set_template",
    "register.report_to_legislature",
    "register.correct_entry",
    "register.file_scan",
    "case.amend",
    "case.check",
    "meeting.file_paper",
    "meeting.read_paper",
    "minutes.write",
    "minutes.sign",
    "case.pre_announce",
    "case.dispose_comment",
    "meeting.read",
    "meeting.put_on_agenda",
    "meeting.record_attendance",
    "meeting.record_hands",
    "meeting.lift_recusal",
    "log.read",
    "agencies.keep",
}

IN_CHARGE = {
    "sheet.fill",
    "sheet.read",
    "sheet.amend",
    "issue.raise",
    "coordination.join",
    "evaluation.answer",
    "budget.record",
    "supply.keep",
    "supply.file_return",
    "inventory.keep",
    "request.answer",
    "register.review_item",
    "register.note_scope",
    "case.review_by_panel",
    "case.withdraw",
    "body.appoint_to_panel",
    "body.set_panel_rules",
    "body.designate_stand_in",
    "panel.run",
    "panel.read",
}

CONTROLLING = {
    "plan.define_indicator",
    "plan.set_lights",
    "plan.open_period",
    "plan.revise",
    "sheet.read",
    "sheet.check",
    "issue.raise",
    "issue.settle",
    "coordination.run",
    "coordination.join",
    "evaluation.run",
    "budget.record",
    "link.propose",
    "link.judge",
    "supply.read",
}

POWERS = {
    Role.PUBLIC: EVERYBODY,
    Role.OFFICE: WITHIN | PREPARING | PRESIDING | KEEPING,
    Role.AGENCY_OFFICER: WITHIN | PREPARING | IN_CHARGE,
    Role.PANEL_MEMBER: WITHIN | {"case.read_dossier", "case.remark", "panel.sit", "panel.read"},
    Role.COUNCIL_MEMBER: SITTING,
    Role.CONVENER: SITTING | PRESIDING,
    Role.STAND_IN: SITTING,
    Role.ANNOUNCER: WITHIN
    | {
        "register.announce",
        "register.report_to_legislature",
        "register.correct_entry",
        "register.file_scan",
    },
    Role.CONTROLLER: WITHIN | CONTROLLING,
    Role.AGENCY_HEAD: WITHIN | {"sheet.read", "sheet.sign", "supply.read", "coordination.join"},
    Role.ADMINISTRATOR: WITHIN
    | {"agencies.keep", "people.post"}
    | {"log.read", "log.keep_keys", "accounts.manage", "body.appoint_to_office"},
}

BOUND = (IN_CHARGE | PREPARING) - {
    "case.read_dossier",
    "case.remark",
    "plan.import",
    "link.propose",
    "supply.read",
    "coordination.join",
}
