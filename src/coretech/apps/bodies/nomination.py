"""Whom an appointment would put into a seat, and what must be told about them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

_LONGEST_NAME = 80
_COUNCIL_POSTS = frozenset({Appointment.Convening.MINISTER, Appointment.Convening.DEPUTY_MINISTER})
_PANEL_POSTS = frozenset(Appointment.Convening) - _COUNCIL_POSTS
CONVENING: dict[str, frozenset[Appointment.Convening]] = {
    Body.Kind.COUNCIL: _COUNCIL_POSTS,
    Body.Kind.PANEL: _PANEL_POSTS,
}
"""By what a convener of each kind of body may convene (arts. 3(1), 8(2))."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is not on record yet."""

    name_zh: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Nomination:
    """Who would serve, since when, until when, with which post behind them.

    Without ``end`` the term is a full one. ``convenes_as`` is told of a convener alone.
    """

    person: int | NewPerson
    start: dt.date
    end: dt.date | None = None
    post_zh: str = ""
    post_en: str = ""
    convenes_as: str = ""


def people_for(body: Body) -> QuerySet[Person]:
    """Whom somebody may name who appoints to a body: a panel's agency its own people, the Office everybody."""
    people = Person.objects.order_by("name_zh", "pk")
    if body.kind != Body.Kind.PANEL:
        return people
    own = Q(appointments__seat__body=body) | Q(postings__agency=body.agency_id)
    return people.filter(own).distinct()


def person_of(who: int | NewPerson, body: Body) -> tuple[Person, tuple[Sentence, ...]]:
    """The person, entered where new; with a warning where somebody of the same name is on record.

    Raises:
        Refused: (HTTP 422) for a number that is nobody's, and for a name that is missing or too long.
    """
    people = people_for(body)
    if isinstance(who, int):
        known = people.filter(pk=who).first()
        if known is None:
            raise bad_input(
                "person", f"沒有編號{who}的人員，請更正。", f"Nobody has number {who}; correct it."
            )
        return known, ()
    zh = who.name_zh.strip()
    en = who.name_en.strip() or zh
    _require_name(zh, en)
    same = people.filter(name_zh=zh).first()
    return Person.objects.create(name_zh=zh, name_en=en), () if same is None else (_namesake(same),)


def require_post(seat: Seat, given: Nomination) -> None:
    """Refuse what a seat needs and was not told: a representative's post, by what a convener convenes (HTTP 422)."""
    if seat.represents_id is not None and not given.post_zh.strip():
        raise bad_input(
            "post_zh",
            "此席代表機關（構），隨本職進退，請填寫本職（第3條第3項）。",
            "The seat represents a body and follows a post; name the post (art. 3(3)).",
        )
    allowed = CONVENING.get(seat.body.kind, frozenset()) if seat.convener else frozenset()
    if allowed and given.convenes_as not in allowed:
        raise bad_input(
            "convenes_as", "請選擇召集人以何職務擔任。", "Choose by what post the convener convenes."
        )
    if given.convenes_as and not allowed:
        raise bad_input(
            "convenes_as", "此席不是召集人，請留空。", "The seat is not the convener's; leave this empty."
        )


def _require_name(zh: str, en: str) -> None:
    if not zh:
        raise bad_input("name_zh", "請填寫姓名。", "Give the person's name.")
    for field, name in (("name_zh", zh), ("name_en", en)):
        if len(name) > _LONGEST_NAME:
            raise bad_input(
                field, f"姓名最多{_LONGEST_NAME}個字。", f"A name has {_LONGEST_NAME} characters at most."
            )


def _namesake(same: Person) -> Sentence:
    return Sentence(
        f"已有同名人員（編號{same.pk}）；若是同一人，請改選該人員。",
        f"Somebody of this name is on record (number {same.pk}); if it is the same person, choose that one.",
    )
