"""Which meetings somebody may see, and whether a case's dossier opens to them."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import matter_of
from coretech.apps.meetings.facts import newest_declarations
from coretech.apps.meetings.locking import no_such_meeting
from coretech.apps.meetings.models import Item, Meeting
from coretech.law.access import Action, Matter, Role, Secrecy, who_may
from coretech.law.ruling import Ruling

_OWN = frozenset({Role.AGENCY_OFFICER, Role.PANEL_MEMBER})


def visible_meetings(by: Acting) -> QuerySet[Meeting]:
    """All for the Office and the council's members; none for anybody else."""
    meetings = Meeting.objects.select_related("body")
    ruling = who_may(Action.READ_MEETING, by.standing, Matter(), by.today)
    return meetings if ruling.is_yes else meetings.none()


def find_meeting(by: Acting, meeting_id: int) -> Meeting:
    """The meeting, where this reader may know of it (HTTP 404 otherwise)."""
    meeting = visible_meetings(by).filter(pk=meeting_id).first()
    if meeting is None:
        raise no_such_meeting()
    return meeting


def dossier_ruling(by: Acting, case: Case) -> Ruling:
    """Whether the case's dossier opens to this reader: one answer for page, API, command, mail and export."""
    return who_may(Action.READ_DOSSIER, by.standing, dossier_matter(by, case), by.today)


def dossier_matter(by: Acting, case: Case) -> Matter:
    """How a reader stands to a case: the Office and its agencies' people are named, members once it is on an agenda."""
    own = matter_of(case).agencies
    named, declared, recused = _as_member(by, case)
    if by.standing.roles & {Role.OFFICE} or (by.standing.roles & _OWN and by.standing.agencies & own):
        return Matter(own, Secrecy.CONFIDENTIAL, named=True, declared=True, recused=recused)
    return Matter(own, Secrecy.CONFIDENTIAL, named=named, declared=declared, recused=recused)


def _as_member(by: Acting, case: Case) -> tuple[bool, bool, bool]:
    """Named, declared, recused: from the newest agenda the case stands on."""
    item = Item.objects.select_related("meeting__body").filter(case=case).order_by("-pk").first()
    if item is None or Role.COUNCIL_MEMBER not in by.standing.roles:
        return False, False, False
    mine = [d for d in newest_declarations(item).values() if d.appointment.person_id == by.person_id]
    return True, bool(mine), any(declaration.recused for declaration in mine)
