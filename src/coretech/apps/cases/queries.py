"""Which cases somebody may see, and what of them."""

import datetime as dt

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.queries import sent_to
from coretech.apps.cases.models import Case, Comment, PreAnnouncement
from coretech.apps.cases.moving import no_such_case
from coretech.apps.cases.states import ARROWS, State, Step
from coretech.kit.refusal import not_found
from coretech.law.access import Action, Role

_BEFORE_THE_COUNCIL = frozenset({State.ON_AGENDA, State.APPROVED, State.REJECTED, State.DEFERRED})
_PUBLIC = frozenset({State.PRE_ANNOUNCED, State.ANNOUNCED, State.REPORTED})
_NOT_CALLED_OFF = ("called", "open", "suspended", "closed")
_ENDED = frozenset({State.ANNOUNCED, State.REPORTED, State.REJECTED, State.WITHDRAWN})


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
    elif Role.STAND_IN in roles:
        seen |= cases.filter(pk__in=_listed_for_a_stand_in(by))
    seen |= cases.filter(submitter__code__in=by.standing.agencies | by.standing.panels)
    seen |= cases.filter(other_authority_invited=True, authority__code__in=by.standing.agencies)
    return seen.distinct()


def _listed_for_a_stand_in(by: Acting) -> QuerySet[Case, int]:
    """What a member may know of, on the agendas alone of the meetings an agency sends this person to (art. 5(4))."""
    agendas = Q(pk__in=[])
    for body, day in sent_to(by.person_id or 0, by.today):
        agendas |= Q(
            items__meeting__body=body, items__meeting__held_on=day, items__meeting__state__in=_NOT_CALLED_OFF
        )
    states = [state.value for state in _BEFORE_THE_COUNCIL | _PUBLIC]
    return Case.objects.filter(agendas, state__in=states).values_list("pk", flat=True)


def require_reader(by: Acting) -> None:
    """Refuse whoever may not know of any case (HTTP 403)."""
    allow(by, Action.READ_CASE)


def running_cases(by: Acting) -> QuerySet[Case]:
    """The cases somebody may know of whose way has not ended."""
    return visible_cases(by).exclude(state__in=[state.value for state in _ENDED])


def cases_at(by: Acting, step: Step) -> QuerySet[Case]:
    """The cases that stand where a step may be taken, for those who may take it (HTTP 403 otherwise)."""
    allow(by, ARROWS[step].action)
    return visible_cases(by).filter(state__in=[state.value for state in ARROWS[step].sources])


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


def may_see_sender(by: Acting) -> bool:
    """Whether a reader may know who sent a comment: the Office alone."""
    return Role.OFFICE in by.standing.roles


def draft_of_comment(comment_id: int) -> int:
    """The id of the pre-announcement a comment is on (HTTP 404 where there is no such comment)."""
    draft = Comment.objects.filter(pk=comment_id).values_list("pre_announcement", flat=True).first()
    if draft is None:
        raise not_found("沒有這則意見。", "There is no such comment.")
    return draft


def answered_comments(published: PreAnnouncement) -> QuerySet[Comment]:
    """The comments that have their disposition, without a word of who sent them."""
    answered = Comment.objects.filter(pre_announcement=published).exclude(disposition="")
    return answered.defer("sender", "contact")


def all_comments(by: Acting) -> QuerySet[Comment]:
    """Every comment on every pre-announcement, oldest first, for those who answer them (HTTP 403 otherwise)."""
    allow(by, Action.DISPOSE_COMMENT)
    return Comment.objects.select_related("pre_announcement")


def unanswered_comments(by: Acting) -> QuerySet[Comment]:
    """The comments that wait for their disposition, for those who give it (HTTP 403 otherwise)."""
    return all_comments(by).filter(disposition="")


def find_comment(by: Acting, comment_id: int) -> Comment:
    """The comment, for those who answer comments (HTTP 404 where there is none)."""
    found = all_comments(by).filter(pk=comment_id).first()
    if found is None:
        raise not_found("沒有這則意見。", "There is no such comment.")
    return found
