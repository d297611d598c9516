"""Announcing by the Executive Yuan: the one way onto the list (art. 6)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.apps.meetings.approvals import approvals_of
from coretech.apps.register.entering import enter, latest_day, require_current
from coretech.apps.register.following import owe_calls
from coretech.apps.register.models import Announcement, ItemVersion, Lineage
from coretech.apps.register.official import as_public
from coretech.apps.register.scanning import keep_scan, scanned
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said
from coretech.law.announcement import effect
from coretech.law.ruling import Ruling
from coretech.law.terms import Announcer


@dataclass(frozen=True, slots=True)
class Notice:
    """The announcement as the form gives it, with its scan where there is one; several cases may share one."""

    references: tuple[str, ...]
    document_number: str
    announced_on: dt.date
    effective_on: dt.date
    scan: HandedIn | None = None


def check(by: Acting, case: Case) -> Ruling:
    """The ruling on its effect, where the case may be announced.

    The comments are over, each has its disposition, and the list is as the case found it.
    """
    check_step(by, case, Step.ANNOUNCE)
    for draft in case.pre_announcements.all():
        if draft.comments_until >= by.today:
            day = said(draft.comments_until)
            raise wrong_state(
                f"意見徵求期間至{day.zh}止，期滿始得公告。",
                f"Comments are taken until {day.en}; the announcement follows when the period is over.",
            )
        waiting = draft.comments.filter(disposition="").count()
        if waiting:
            raise wrong_state(
                f"尚有{waiting}則意見未處理。",
                f"{waiting} comments have no disposition yet; the Office answers them first.",
            )
    require_current(case)
    return require(effect_ruling(by, case))


def effect_ruling(by: Acting, case: Case) -> Ruling:
    """What an announcement by the Executive Yuan would do to the case."""
    approved = approvals_of(case).exists()
    facts = effect.Facts(council_approved=approved, announced_by=Announcer.EXECUTIVE_YUAN)
    return effect.rule(facts, by.today)


@operation
def announce(by: Acting, notice: Notice) -> Act:
    """Enter the announcement and write the next version of each item it names."""
    cases = [lock_case(reference) for reference in sorted(set(notice.references))]
    if not cases:
        raise bad_input("references", "請至少選擇一案。", "Choose at least one case.")
    hold("register")
    rulings = [check(by, case) for case in cases]
    check_notice(by, notice, cases)
    scan = None if notice.scan is None else scanned(notice.scan)
    announcement = _enter(by, notice, cases)
    kept = [] if scan is None else [keep_scan(announcement, scan, by.at)]
    versions = [version for case in cases for version in enter(by, case, announcement)]
    for case in cases:
        move(case, Step.ANNOUNCE)
    owe_calls(announcement)
    return record(
        by,
        "register.announced",
        f"announcement/{announcement.edition}",
        public={
            "document_number": announcement.document_number,
            "announced_on": announcement.announced_on.isoformat(),
            "effective_on": announcement.effective_on.isoformat(),
            "items": [as_public(version) for version in versions],
            "cases": [case.reference for case in cases],
            "ruling": as_recorded(rulings[0]),
            **({} if scan is None else {"scan": scan.as_public()}),
        },
        rows=[announcement, *kept, *_entered(versions)],
    )


def check_notice(by: Acting, notice: Notice, cases: Sequence[Case]) -> None:
    """Refuse a document number in use, and days that do not follow each other."""
    number = notice.document_number.strip()
    if not number:
        raise bad_input("document_number", "請填寫公告文號。", "Give the document's number.")
    if Announcement.objects.filter(document_number=number).exists():
        raise bad_input("document_number", "此文號已使用。", "That document number is in use.")
    if notice.announced_on > by.today:
        raise bad_input("announced_on", "公告日期不得晚於今日。", "The announcement cannot lie ahead.")
    comments_until = max(draft.comments_until for case in cases for draft in case.pre_announcements.all())
    if notice.announced_on <= comments_until:
        day = comments_until.isoformat()
        raise bad_input(
            "announced_on",
            f"公告日期應在意見截止日（{day}）之後。",
            f"The announcement comes after the last day for comments ({day}).",
        )
    if notice.effective_on < notice.announced_on:
        raise bad_input(
            "effective_on", "生效日不得早於公告日。", "It cannot take effect before it is announced."
        )
    standing = max((day for day in map(latest_day, cases) if day is not None), default=notice.effective_on)
    if notice.effective_on < standing:
        raise bad_input(
            "effective_on",
            f"生效日不得早於該項目前次公告的生效日（{standing.isoformat()}）。",
            f"It cannot take effect before the item's last change does ({standing.isoformat()}).",
        )


def _enter(by: Acting, notice: Notice, cases: list[Case]) -> Announcement:
    last = Announcement.objects.order_by("-edition").first()
    decided = max(item.meeting.held_on for case in cases for item in approvals_of(case))
    return Announcement.objects.create(
        edition=1 if last is None else last.edition + 1,
        document_number=notice.document_number.strip(),
        decided_on=decided,
        announced_on=notice.announced_on,
        effective_on=notice.effective_on,
        recorded_at=by.at,
    )


def _entered(versions: list[ItemVersion]) -> Iterator[Model]:
    """The rows that stand for the versions: themselves, the items that are new, and what continues in what."""
    yield from versions
    yield from (version.item for version in versions if version.version == 1)
    yield from Lineage.objects.filter(began__in=versions)
