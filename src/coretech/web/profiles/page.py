"""Profiles for anybody: the list, one as it stands or stood, and what changed between two versions."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.profiles.access import allow_beginning, keeps
from coretech.apps.profiles.models import Profile, ProfileVersion
from coretech.apps.profiles.queries import draft_of, newest_of, own_drafts, profile_of, published, version_of
from coretech.engines.profiles.comparing import changes
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file
from coretech.web.profiles.words import columns_of, lines, rows_of, told
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import tr

SVG = "image/svg+xml"
_KEPT = 128


@require_safe
def profiles(request: HttpRequest) -> HttpResponse:
    """Every published profile; an officer sees the agency's drafts, too. Public."""
    by = acting(request)
    context = {
        "profiles": published(),
        "drafts": own_drafts(by) if by.standing.agencies else [],
        "begins": refusal_of(allow_beginning, by) is None,
    }
    return render(request, "profiles/profiles.jinja", context)


@require_safe
def profile(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """A profile as it stands. Public; HTTP 404 where there is none, or none published for this reader."""
    found = profile_of(acting(request), profile_slug)
    return _draw(request, found, newest_of(found))


@require_safe
def profile_version(request: HttpRequest, profile_slug: str, profile_version: int) -> HttpResponse:
    """A profile as it stood, with what changed from the version before. Public."""
    found = profile_of(acting(request), profile_slug)
    return _draw(request, found, version_of(found, profile_version))


def _draw(request: HttpRequest, found: Profile, version: ProfileVersion | None) -> HttpResponse:
    by = acting(request)
    kept = keeps(by, found)
    context = {
        "profile": found,
        "version": version,
        "newest": newest_of(found),
        "told": [] if version is None else told(version.content),
        "about": [] if version is None else _about(found, version),
        "versions": list(found.versions.order_by("-number")),
        "keeps": kept,
        "draft": draft_of(found) if kept else None,
    }
    return render(request, "profiles/profile.jinja", context)


def _about(found: Profile, version: ProfileVersion) -> list[tuple[Sentence, object]]:
    return [
        (Sentence("版次", "Version"), version.number),
        (Sentence("發布於", "Published"), both_dates(version.published_at)),
        (
            Sentence("主管機關", "Authority"),
            tr(*_named(found.authority.name_on(version.published_at.date()))),
        ),
        (Sentence("說明", "What changed, or whence"), version.why),
    ]


def _named(name: Sentence) -> tuple[str, str]:
    return name.zh, name.en


@require_safe
def profile_compare(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """What came and went between two versions, ``?from=1&to=2``; the newest two where none are named. Public."""
    found = profile_of(acting(request), profile_slug)
    newest = newest_of(found)
    if newest is None:
        raise not_found("還沒有發布任何版本。", "No version is published yet.")
    last = _number(request, "to") or newest.number
    first = _number(request, "from") or max(last - 1, 1)
    before, after = version_of(found, first), version_of(found, last)
    differ = [
        (
            each.section,
            columns_of(each.section),
            rows_of(each.section, each.came),
            rows_of(each.section, each.went),
        )
        for each in changes(before.content, after.content)
    ]
    context = {"profile": found, "before": before, "after": after, "differ": differ, "newest": newest}
    return render(request, "profiles/compare.jinja", context)


def _number(request: HttpRequest, name: str) -> int:
    """A version's number in the address, 0 where none is named (HTTP 404 for what is none)."""
    text = request.GET.get(name, "")
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) < len("10000")):
        raise not_found("沒有這一版。", "There is no such version.")
    return int(text)


@require_safe
def profile_readiness_chart(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """Who stands at which level, as SVG; the page has the same as a table. Public."""
    found = profile_of(acting(request), profile_slug)
    number = _number(request, "version")
    version = version_of(found, number) if number else newest_of(found)
    drawn = [] if version is None else lines(version.content)
    words = tr("技術成熟度等級", "Level of readiness"), tr("未知", "not known")
    return open_file(request, _drawn(tuple(drawn), *words), SVG)


@lru_cache(maxsize=_KEPT)
def _drawn(drawn: tuple[tuple[str, int | None], ...], axis: str, unknown: str) -> bytes:
    from coretech.engines.charts.levels import Line, levels  # noqa: PLC0415 - the drawing machine takes a while to load, and only charts need it

    return levels([Line(*each) for each in drawn], axis, unknown).encode()
