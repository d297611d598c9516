"""Which cases somebody may see, and what of them."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case, Comment, PreAnnouncement
from coretech.apps.cases.moving import no_such_case
from coretech.apps.cases.states import State
from coretech.kit.refusal import not_found
from coretech.law.access import Role

_BEFORE_THE_COUNCIL = frozenset({State.ON_AGENDA, State.APPROVED, State.REJECTED, State.DEFERRED})
_PUBLIC = frozenset({State.PRE_ANNOUNCED, State.ANNOUNCED})


def visible_cases(by: Acting) -> QuerySet[Case]:
    """The cases whose existence and standing somebody may know; their dossiers are another question."""
    cases = Case.objects.select_related(
        "submitter", "authority", "sector", "technology", "candidate"
    ).prefetch_related("submitter__names", "authority__names")
    roles = by.standing.roles
    if roles & {Role.OFFICE}:
        return cases
    seen = (
        cases.filter(state__in=[state.value for state in _PUBLIC])
        if Role.ANNOUNCER in roles
        else cases.none()
    )
    if roles & {Role.COUNCIL_MEMBER, Role.CONVENER}:
        seen |= cases.filter(state__in=[state.value for state in _BEFORE_THE_COUNCIL | _PUBLIC])
    seen |= cases.filter(submitter__code__in=by.standing.agencies | by.standing.panels)
    seen |= cases.filter(other_authority_invited=True, authority__code__in=by.standing.agencies)
    return seen.distinct()


def find_case(by: Acting, reference: str) -> Case:
    """The case, where this reader may know of it.

    Raises:
        Refused: (HTTP 404) alike for one that does not exist and one that is not theirs to see.
    """
    case = visible_cases(by).filter(reference=reference).first()
    if case is None:
        raise no_such_case(reference)
    return case


def published_drafts() -> QuerySet[PreAnnouncement]:
    """All pre-announcements: they are public."""
    return PreAnnouncement.objects.prefetch_related("cases__authority__names", "cases__sector")


def open_drafts(day: dt.date) -> QuerySet[PreAnnouncement]:
    """The pre-announcements that take comments on a day."""
    return published_drafts().filter(published_on__lte=day, comments_until__gte=day)


def find_draft(draft_id: int) -> PreAnnouncement:
    """The pre-announcement (HTTP 404 where there is none)."""
    draft = published_drafts().filter(pk=draft_id).first()
    if draft is None:
        raise not_found("沒有這則預告。", "There is no such pre-announcement.")
    return draft


def comments_for(by: Acting, published: PreAnnouncement) -> QuerySet[Comment]:
    """All comments for the Office; for everybody else the answered ones (whose senders no page shows)."""
    comments = Comment.objects.filter(pre_announcement=published)
    return comments if Role.OFFICE in by.standing.roles else answered_comments(published)


def answered_comments(published: PreAnnouncement) -> QuerySet[Comment]:
    """The comments that have their disposition, without a word of who sent them."""
    answered = Comment.objects.filter(pre_announcement=published).exclude(disposition="")
    return answered.defer("sender", "contact")
