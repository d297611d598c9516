"""Announcements to make, and to report to the Legislative Yuan (art. 6; National Security Act, art. 3(3))."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.queries import visible_cases
from coretech.apps.cases.states import State
from coretech.apps.duties.deadline import ANNOUNCER, Deadline
from coretech.apps.duties.gathering.cases import about
from coretech.apps.duties.kinds import What
from coretech.apps.register.models import Announcement
from coretech.kit.sentence import Sentence


def announcements(by: Acting) -> Iterator[Deadline]:
    """The cases whose time for comments is over and whose comments all have their disposition."""
    for case in visible_cases(by).filter(state=State.PRE_ANNOUNCED.value):
        draft = case.pre_announcements.order_by("-published_on", "-pk").first()
        if draft is not None and draft.comments_until < by.today and not _has_unanswered(draft):
            yield _to_announce(case)


def legislature_reports(by: Acting) -> Iterator[Deadline]:
    """The announcements of cases that are in effect and not reported; nothing sets a last day."""
    announced = visible_cases(by).filter(state=State.ANNOUNCED.value)
    found = Announcement.objects.filter(
        versions__case__in=announced, effective_on__lte=by.today, legislature_report=None
    )
    for each in found.distinct():
        yield Deadline(
            what=What.LEGISLATURE,
            owner=ANNOUNCER,
            about=Sentence(f"第{each.edition}版清單", f"edition {each.edition} of the list"),
            subject=f"announcement/{each.edition}",
            path=f"/changes/{each.edition}/legislature/",
        )


def _to_announce(case: Case) -> Deadline:
    return Deadline(
        what=What.ANNOUNCEMENT,
        owner=ANNOUNCER,
        about=about(case),
        subject=case.subject,
        path=f"/cases/announcement/?case={case.reference}",
    )


def _has_unanswered(draft: PreAnnouncement) -> bool:
    return draft.comments.filter(disposition="").exists()
