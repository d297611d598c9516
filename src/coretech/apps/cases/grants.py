"""Leave to read what is secret in a case: who has it on a day (art. 11)."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case, Grant
from coretech.apps.people.models import Person


def running_grants(case: Case, day: dt.date) -> QuerySet[Grant]:
    """The leave given in a case that counts on a day: not revoked, and not run out."""
    grants = Grant.objects.select_related("person").filter(case=case, revoked_at=None)
    return grants.filter(Q(until=None) | Q(until__gte=day))


def has_leave(by: Acting, case: Case) -> bool:
    """Whether this person has leave by name; a role gives none."""
    return by.person_id is not None and running_grants(case, by.today).filter(person_id=by.person_id).exists()


def give_leave(by: Acting, case: Case, person_id: int, why: str, until: dt.date | None = None) -> Grant:
    """Write leave for one person, where there is none that counts already."""
    grant = running_grants(case, by.today).filter(person_id=person_id).first()
    if grant is not None:
        return grant
    return Grant.objects.create(case=case, person_id=person_id, why=why, until=until, granted_at=by.at)


@dataclass(frozen=True, slots=True)
class Given:
    """Leave as it stands on a day."""

    grant: Grant
    counts: bool


def grants_of(case: Case, day: dt.date) -> list[Given]:
    """All leave ever given in a case, oldest first, and whether it counts on a day."""
    running = set(running_grants(case, day).values_list("pk", flat=True))
    return [Given(grant, grant.pk in running) for grant in case.grants.select_related("person")]


def possible_readers(by: Acting) -> QuerySet[Person]:
    """Whom leave can be given to: everybody with an account but whoever gives it."""
    return Person.objects.exclude(account=None).exclude(pk=by.person_id or 0)
