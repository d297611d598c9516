"""Pre-announcing approved cases and inviting comments."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input


@dataclass(frozen=True, slots=True)
class Draft:
    """The pre-announcement as the form gives it; several cases may share one."""

    references: tuple[str, ...]
    document_number: str
    published_on: dt.date
    comments_until: dt.date


def check(by: Acting, case: Case) -> None:
    """Whether the Office may pre-announce the case now."""
    check_step(by, case, Step.PRE_ANNOUNCE)


@operation
def pre_announce(by: Acting, draft: Draft) -> Act:
    """Publish the cases as one draft; comments are taken until the end of the last day."""
    cases = [lock_case(reference) for reference in sorted(set(draft.references))]
    if not cases:
        raise bad_input("references", "請至少選擇一案。", "Choose at least one case.")
    for case in cases:
        check(by, case)
    number = draft.document_number.strip()
    hold("pre-announcement")
    _refuse_bad(by, draft, number)
    published = PreAnnouncement.objects.create(
        document_number=number, published_on=draft.published_on, comments_until=draft.comments_until
    )
    published.cases.set(cases)
    for case in cases:
        move(case, Step.PRE_ANNOUNCE)
    return record(
        by,
        "case.pre_announced",
        f"pre-announcement/{published.pk}",
        public={
            "document_number": number,
            "published_on": draft.published_on.isoformat(),
            "comments_until": draft.comments_until.isoformat(),
            "cases": [case.reference for case in cases],
        },
    )


def _refuse_bad(by: Acting, draft: Draft, number: str) -> None:
    if not number:
        raise bad_input("document_number", "請填寫公告文號。", "Give the document's number.")
    if PreAnnouncement.objects.filter(document_number=number).exists():
        raise bad_input("document_number", "此文號已使用。", "That document number is in use.")
    if draft.published_on > by.today:
        raise bad_input(
            "published_on", "預告日期不得晚於今日。", "The date of the pre-announcement cannot lie ahead."
        )
    if draft.comments_until < max(draft.published_on, by.today):
        raise bad_input(
            "comments_until", "意見截止日不得早於今日。", "The last day for comments cannot have passed."
        )
