"""The plain facts duties are told from: bodies, meetings, inventories and items."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeVar

from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says, build, no_negatives
from coretech.law.terms import BodyKind, Post

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")

COUNCIL = "council"
"""The name meetings of the council go by; any other body's meetings are its panel's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """The council and its Office as they stand."""

    members_in_office: Annotated[
        int, Says("在職委員（含召集人）", "members in office, the convener included")
    ]
    convener_post: Annotated[Post | None, Says("召集人的職務", "the convener's post")]
    directors: Annotated[int, Says("辦公室主任人數", "directors of the Office")]

    def __post_init__(self) -> None:
        """Refuse negative numbers."""
        no_negatives(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An agency or institute; ``panel`` where it has an expert panel though no inventory binds it."""

    id: Annotated[str, Says("機關（構）代碼", "the body's code")]
    kind: Annotated[BodyKind, Says("機關（構）的種類", "the kind of body")]
    dedicated_unit: Annotated[bool, Says("設有專責單位", "it has a dedicated unit")] = False
    dedicated_person: Annotated[bool, Says("置有專人", "it has a dedicated person")] = False
    panel: Annotated[bool, Says("設有專家審查會", "it has an expert panel")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of the council, or of a body's panel."""

    body: Annotated[str, Says("council，或專家審查會所屬機關（構）", "council, or the body whose panel met")]
    on: Annotated[date, Says("開會日", "the day it was held")]
    extraordinary: Annotated[bool, Says("臨時會議", "an extraordinary meeting")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """A year's inventory of a body and what became of it."""

    body: Annotated[str, Says("機關（構）代碼", "the body's code")]
    year: Annotated[int, Says("西元年", "the year")]
    candidates: Annotated[int, Says("可能項目數", "candidates found")]
    panel_review: Annotated[bool, Says("已經專家審查會審查", "an expert panel has reviewed it")] = False
    reported_via_office: Annotated[bool, Says("已經辦公室提報", "it was reported through the Office")] = False

    def __post_init__(self) -> None:
        """Refuse negative numbers."""
        no_negatives(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A listed item, the authority in charge of it, and the days it was reviewed."""

    id: Annotated[str, Says("項目代碼", "the item's code")]
    authority: Annotated[str, Says("技術主管機關", "the authority in charge")]
    in_force_since: Annotated[date, Says("公告生效日", "in force since")]
    removed_on: Annotated[date | None, Says("廢止日", "the day it was removed")] = None
    reviewed_on: Annotated[tuple[date, ...], Says("檢討日", "the days it was reviewed")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Everything the year's duties are told from; what is not given is not judged."""

    council: Council | None = None
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    inventories: tuple[Inventory, ...] = ()
    items: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a meeting or an inventory of a body that is not among the bodies."""
        codes = {body.id for body in self.bodies}
        for place, meeting in enumerate(self.meetings, start=1):
            if meeting.body != COUNCIL and meeting.body not in codes:
                raise _stranger(f"meetings[{place}].body", meeting.body)
        for place, inventory in enumerate(self.inventories, start=1):
            if inventory.body not in codes:
                raise _stranger(f"inventories[{place}].body", inventory.body)


def _stranger(field: str, code: str) -> BadFacts:
    return BadFacts(field, Sentence(f"{code} 不在 bodies 之中", f"{code} is not among the bodies"))


def read_books(data: Mapping[str, object]) -> Books:
    """Books from JSON-like data.

    Raises:
        BadFacts: naming the place, such as ``bodies[2].kind``, counted from 1.
    """
    known = {"council", "bodies", "meetings", "inventories", "items"}
    for name in data:
        if name not in known:
            names = ", ".join(sorted(known))
            raise BadFacts(
                field=name,
                sentence=Sentence(f"沒有這一項；可用的是：{names}", f"no such part; known: {names}"),
            )
    council = data.get("council")
    return Books(
        council=None if council is None else _one("council", Council, council),
        bodies=_many("bodies", Body, data),
        meetings=_many("meetings", Meeting, data),
        inventories=_many("inventories", Inventory, data),
        items=_many("items", Item, data),
    )


def _many(name: str, kind: type[F], data: Mapping[str, object]) -> tuple[F, ...]:
    entries = data.get(name, [])
    if not isinstance(entries, list):
        raise BadFacts(field=name, sentence=Sentence("應為列表", "should be a list"))
    return tuple(_one(f"{name}[{place}]", kind, entry) for place, entry in enumerate(entries, start=1))


def _one(place: str, kind: type[F], entry: object) -> F:
    if not isinstance(entry, Mapping):
        raise BadFacts(field=place, sentence=Sentence("應為物件 {…}", "should be an object {…}"))
    try:
        return build(kind, entry)
    except BadFacts as bad:
        raise BadFacts(field=f"{place}.{bad.field}", sentence=bad.sentence) from None
