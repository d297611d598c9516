"""All versions of the minutes, and one of them with what it changed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.meetings.minuting.differences import Difference, differences
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.edition import Edition, edition_of
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import Copy, copy_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import title_of
from coretech.web.minutes.blocks import drawn
from coretech.web.minutes.words import document_language, version_name


@dataclass(frozen=True, slots=True)
class Row:
    """One version in the list."""

    edition: Edition
    name: Sentence


@require_safe
def minutes_versions(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The versions, newest first, each with who signed it and why it was corrected."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    versions = found.versions.prefetch_related("signatures").order_by("-number")
    rows = [Row(edition, version_name(edition)) for edition in (edition_of(found, each) for each in versions)]
    context = {"meeting": found.meeting, "title": title_of(found.meeting), "rows": rows}
    return render(request, "minutes/versions.jinja", context)


@require_safe
def minutes_version(request: HttpRequest, meeting_id: int, version: int) -> HttpResponse:
    """One version: what it changed in the one before, and the whole of it."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    copy = copy_of(by, meeting_id, version)
    before = copy_of(by, meeting_id, version - 1) if version > 1 else None
    edition = edition_of(found, copy.version)
    document = document_of(copy, edition, document_language())
    context = {
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "edition": edition,
        "name": version_name(edition),
        "changes": _changes(before, copy),
        "document": document,
        "blocks": drawn(document),
    }
    return render(request, "minutes/version.jinja", context)


def _changes(before: Copy | None, after: Copy) -> tuple[Difference, ...]:
    return () if before is None else differences(before.content, after.content)
