"""What changed: announcement by announcement, and between two days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.register.lineage import previous_of
from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.queries import announcements, difference
from coretech.kit.sentence import Sentence
from coretech.web.register.forms import Between
from coretech.web.register.rows import Row, announcement_rows
from coretech.web.register.words import CHANGES


@dataclass(frozen=True, slots=True)
class Changed:
    """One item that changed; ``before`` is None for an addition, ``after`` for a removal."""

    number: int
    before: ItemVersion | None
    after: ItemVersion | None


@dataclass(frozen=True, slots=True)
class Kind:
    """The items that changed in the same way."""

    name: Sentence
    items: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An announcement with what it did."""

    announcement: Announcement
    rows: list[Row]
    kinds: tuple[Kind, ...]


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Every announcement, newest first, and the difference between two days where they are given. Public."""
    asked = bool({"from", "to"} & request.GET.keys())
    form = Between(request.GET if asked else None)
    valid = form.is_valid()
    days = (form.cleaned_data["from"], form.cleaned_data["to"]) if valid else None
    context = {
        "form": form,
        "days": days,
        "between": _between(*days) if days else (),
        "editions": [_edition(announcement) for announcement in announcements()],
    }
    status = HTTPStatus.OK if valid or not asked else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "register/changes.jinja", context, status=status)


def _between(first: dt.date, last: dt.date) -> tuple[Kind, ...]:
    found = [(pair.kind, Changed(pair.number, pair.before, pair.after)) for pair in difference(first, last)]
    return _kinds(found)


def _edition(announcement: Announcement) -> Edition:
    found = [_changed(version) for version in announcement.versions.all()]
    return Edition(announcement, announcement_rows(announcement), _kinds(found))


def _changed(version: ItemVersion) -> tuple[str, Changed]:
    removed = version.change == ItemVersion.Change.REMOVED
    return version.change, Changed(version.item.number, previous_of(version), None if removed else version)


def _kinds(found: Sequence[tuple[str, Changed]]) -> tuple[Kind, ...]:
    """The changes kind by kind, in the order of `CHANGES`; kinds that did not occur are left out."""
    kinds = (
        Kind(name, tuple(item for kind, item in found if kind == change)) for change, name in CHANGES.items()
    )
    return tuple(kind for kind in kinds if kind.items)
