"""What changed: announcement by announcement, and between two days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.register.lineage import continued_by, previous_of
from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.operations import file_scan, report_to_legislature
from coretech.apps.register.queries import ENDING, Difference, announcements, difference
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.register.forms import Between
from coretech.web.register.kin import Link, links_to
from coretech.web.register.rows import Row, announcement_rows
from coretech.web.register.words import CHANGES


@dataclass(frozen=True, slots=True)
class Changed:
    """One item that changed; ``before`` is None for an addition, ``after`` for what left the list.

    ``goes_on`` are the items in which one that was split or merged goes on.
    """

    number: int
    before: ItemVersion | None
    after: ItemVersion | None
    goes_on: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """The items that changed in the same way."""

    name: Sentence
    items: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An announcement with what it did.

    ``report`` leads to where its report to the Legislative Yuan is entered, ``scan`` to where its scan is filed.
    """

    announcement: Announcement
    rows: list[Row]
    kinds: tuple[Kind, ...]
    report: str | None
    scan: str | None


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Every announcement, newest first, and the difference between two days where they are given. Public."""
    by = acting(request)
    asked = bool({"from", "to"} & request.GET.keys())
    form = Between(request.GET if asked else None)
    valid = form.is_valid()
    days = (form.cleaned_data["from"], form.cleaned_data["to"]) if valid else None
    context = {
        "form": form,
        "days": days,
        "between": _between(*days) if days else (),
        "editions": [_edition(by, announcement) for announcement in announcements()],
    }
    status = HTTPStatus.OK if valid or not asked else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "register/changes.jinja", context, status=status)


def _between(first: dt.date, last: dt.date) -> tuple[Kind, ...]:
    return _kinds([(pair.kind, _differs(pair)) for pair in difference(first, last)])


def _differs(pair: Difference) -> Changed:
    goes_on = () if pair.ended is None else links_to(continued_by(pair.ended))
    return Changed(pair.number, pair.before, pair.after, goes_on)


def _edition(by: Acting, announcement: Announcement) -> Edition:
    found = [_changed(version) for version in announcement.versions.all()]
    closed = refusal_of(report_to_legislature.check, by, announcement)
    due = closed is None and any(version.case_id for version in announcement.versions.all())
    report = reverse("announcement_report", args=[announcement.edition]) if due else None
    may_file = refusal_of(file_scan.check, by) is None
    scan = reverse("scan_new", args=[announcement.edition]) if may_file else None
    return Edition(announcement, announcement_rows(announcement), _kinds(found), report, scan)


def _changed(version: ItemVersion) -> tuple[str, Changed]:
    before, number = previous_of(version), version.item.number
    if version.change in ENDING:
        return version.change, Changed(number, before, None, links_to(continued_by(version)))
    back = before is not None and before.change in ENDING
    return version.change, Changed(number, None if back else before, version)


def _kinds(found: Sequence[tuple[str, Changed]]) -> tuple[Kind, ...]:
    """The changes kind by kind, in the order of `CHANGES`; kinds that did not occur are left out."""
    kinds = (
        Kind(name, tuple(item for kind, item in found if kind == change)) for change, name in CHANGES.items()
    )
    return tuple(kind for kind in kinds if kind.items)
