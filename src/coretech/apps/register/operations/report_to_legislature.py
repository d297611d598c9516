"""Recording that an announcement was sent to the Legislative Yuan (National Security Act, art. 3(3))."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.states import State, Step
from coretech.apps.register.models import Announcement, LegislatureReport
from coretech.apps.register.queries import find_announcement
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Report:
    """The letter to the Legislative Yuan as the form gives it."""

    document_number: str
    sent_on: dt.date


def check(by: Acting, announcement: Announcement) -> None:
    """Whether this person may record the report now: the announcement is in effect, and none is recorded yet."""
    allow(by, Action.REPORT_TO_LEGISLATURE)
    if announcement.effective_on > by.today:
        day = announcement.effective_on.isoformat()
        raise wrong_state(
            f"公告自{day}生效，生效後始送立法院備查（國家安全法第3條第3項）。",
            f"The announcement takes effect on {day}; it is reported after that (National Security Act, art. 3(3)).",
        )
    if LegislatureReport.objects.filter(announcement=announcement).exists():
        raise wrong_state("本次公告已送立法院備查。", "This announcement has been reported already.")


def check_case(by: Acting, case: Case) -> None:
    """The same for the announcement a case came into force by."""
    version = case.versions.select_related("announcement").first()
    if version is None:
        allow(by, Action.REPORT_TO_LEGISLATURE)
        raise wrong_state("本案尚未公告。", "The case has not been announced.")
    check(by, version.announcement)


@operation
def report_to_legislature(by: Acting, edition: int, report: Report) -> Act:
    """Enter the report; the cases of the announcement come to the end of their way. The list does not change."""
    hold("register")
    announcement = find_announcement(edition)
    cases = Case.objects.filter(versions__announcement=announcement, state=State.ANNOUNCED.value).distinct()
    locked = [lock_case(reference) for reference in sorted(case.reference for case in cases)]
    check(by, announcement)
    _refuse_bad(by, announcement, report)
    sent = LegislatureReport.objects.create(
        announcement=announcement,
        document_number=report.document_number.strip(),
        sent_on=report.sent_on,
        recorded_at=by.at,
    )
    for case in locked:
        move(case, Step.REPORT_TO_LEGISLATURE)
    return record(
        by,
        "register.reported_to_legislature",
        f"announcement/{edition}",
        public={
            "document_number": report.document_number.strip(),
            "sent_on": report.sent_on.isoformat(),
            "cases": [case.reference for case in locked],
        },
        rows=[sent],
    )


def _refuse_bad(by: Acting, announcement: Announcement, report: Report) -> None:
    if not report.document_number.strip():
        raise bad_input("document_number", "請填寫函文文號。", "Give the letter's document number.")
    if report.sent_on > by.today:
        raise bad_input("sent_on", "送備查日期不得晚於今日。", "The day it was sent cannot lie ahead.")
    if report.sent_on < announcement.effective_on:
        day = announcement.effective_on.isoformat()
        raise bad_input(
            "sent_on",
            f"送備查日期不得早於公告生效日（{day}）。",
            f"It is sent after the announcement takes effect ({day}), not before.",
        )
