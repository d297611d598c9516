"""The lists of two days side by side."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.register.day_list import first_announcement
from coretech.apps.register.lineage import continued_by
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import Difference, difference, in_force
from coretech.kit.sentence import Sentence
from coretech.web.register.forms import Between
from coretech.web.register.kin import Link, links_to
from coretech.web.register.words import CHANGES


@dataclass(frozen=True, slots=True)
class Side:
    """An item as one of the two days has it."""

    name: Sentence
    authority: Sentence
    href: str

    @property
    def name_zh(self) -> str:
        """The name that has force."""
        return self.name.zh


@dataclass(frozen=True, slots=True)
class Pair:
    """An item that the two days tell differently; a side is None where the item was not on the list.

    ``goes_on`` are the items in which one that left the list goes on.
    """

    number: int
    what: Sentence
    before: Side | None
    after: Side | None
    goes_on: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One of the two days, with how many items its list has."""

    day: dt.date
    count: int


@require_safe
def register_compare(request: HttpRequest) -> HttpResponse:
    """What two days of the list tell differently, item by item. Public; HTTP 422 for days that are none."""
    asked = bool({"from", "to"} & request.GET.keys())
    form = Between(request.GET if asked else None)
    valid = form.is_valid()
    context = {"form": form, "days": (), "pairs": (), "counts": (), "first": first_announcement()}
    if valid:
        first, last = form.cleaned_data["from"], form.cleaned_data["to"]
        found = difference(first, last)
        context |= {
            "days": [Day(day, len(in_force(day))) for day in (first, last)],
            "pairs": [_pair(each, first, last) for each in found],
            "counts": _counts(found),
        }
    status = HTTPStatus.OK if valid or not asked else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "register/compare.jinja", context, status=status)


def _pair(found: Difference, first: dt.date, last: dt.date) -> Pair:
    return Pair(
        number=found.number,
        what=CHANGES[found.kind],
        before=_side(found.before, first),
        after=_side(found.after, last),
        goes_on=() if found.ended is None else links_to(continued_by(found.ended)),
    )


def _side(version: ItemVersion | None, day: dt.date) -> Side | None:
    if version is None:
        return None
    address = reverse("register_version", args=[version.item.number, version.version])
    return Side(version.name, version.authority.name_on(day), address)


def _counts(found: Sequence[Difference]) -> list[tuple[Sentence, int]]:
    """How many items changed in each way, in the order of `CHANGES`."""
    kinds = [each.kind for each in found]
    return [(name, kinds.count(kind)) for kind, name in CHANGES.items() if kind in kinds]
