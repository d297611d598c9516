"""What people have signed: one's own signatures, and the Office's list of everybody who takes part (art. 11)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Agreement, AgreementText, Designation
from coretech.apps.bodies.queries import serving, standing_signatures
from coretech.apps.people.models import Person, Posting
from coretech.kit.refusal import not_found
from coretech.law.access import Action


class Signed(StrEnum):
    """How a person stands to the agreement on a day."""

    HOLDS = "holds"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the Office's list: the newest signature, and whether it holds."""

    person: Person
    signature: Agreement | None
    standing: Signed


def own_signatures(person_id: int | None) -> list[Agreement]:
    """Everything a person has signed, newest first, each with its text and its withdrawal."""
    mine = Agreement.objects.filter(person_id=person_id or 0)
    return list(mine.select_related("text", "withdrawal").order_by("-pk"))


def find_text(version: int) -> AgreementText:
    """A version of the text (HTTP 404 where there is none)."""
    text = AgreementText.objects.filter(version=version).first()
    if text is None:
        raise not_found("沒有這一版保密協議。", "There is no such version of the agreement.")
    return text


def signature_list(by: Acting) -> list[Line]:
    """Everybody who takes part today or is sent to a meeting to come, by name; for the Office (HTTP 403 otherwise)."""
    allow(by, Action.PUBLISH_AGREEMENT)
    people = Person.objects.filter(pk__in=_taking_part(by.today)).order_by("name_zh", "pk")
    newest = {
        each.person_id: each
        for each in Agreement.objects.filter(person__in=people)
        .select_related("text", "withdrawal")
        .order_by("pk")
    }
    holding = set(standing_signatures(by.today).values_list("person_id", flat=True))
    return [Line(each, newest.get(each.pk), _standing(each, newest.get(each.pk), holding)) for each in people]


def accounts_that_signed() -> list[int]:
    """The accounts of everybody with a signature that was not withdrawn."""
    signed = Agreement.objects.filter(withdrawal=None, person__account__isnull=False).order_by()
    return list(signed.values_list("person__account_id", flat=True).distinct())


def _taking_part(day: dt.date) -> Iterable[int]:
    """Whoever holds a seat or a post on a day, or is designated to stand in from it on."""
    seated = serving(day).values_list("person_id", flat=True)
    posts = Posting.objects.filter(start__lte=day).exclude(end__lt=day).values_list("person_id", flat=True)
    sent = Designation.objects.filter(on__gte=day, person__isnull=False).values_list("person_id", flat=True)
    return {*seated, *posts, *sent}


def _standing(person: Person, signature: Agreement | None, holding: set[int]) -> Signed:
    if person.pk in holding:
        return Signed.HOLDS
    if signature is None:
        return Signed.NEVER
    return Signed.WITHDRAWN if hasattr(signature, "withdrawal") else Signed.SUPERSEDED
