"""All versions of a part, and one of them with what it changed; an old one can be brought back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.differences import Difference, differences
from coretech.apps.cases.models import Part
from coretech.apps.cases.operations.restore_part import restore_part
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import once
from coretech.web.dossier.opening import Opened, opened
from coretech.web.dossier.reading import view_of
from coretech.web.sending import done


@require_safe
def case_part_versions(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """The versions of a part, newest first."""
    part = opened(request, reference, name)
    rows = Part.objects.filter(case=part.case, name=name).order_by("-version")
    return render(request, "dossier/versions.jinja", part.frame | {"versions": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def case_part_version(request: HttpRequest, reference: str, name: str, version: int) -> HttpResponse:
    """One version: what it changed in the one before, and the whole of it; sent, it is brought back."""
    part = opened(request, reference, name)
    found = _version(part, version)
    if found is None:
        raise not_found("沒有這個版本。", "There is no such version.")
    if request.method == "POST":
        once(lambda: restore_part(part.by, reference, name, version, based_on=part.version))
        said = Sentence(f"已將第{version}版還原為新版本。", f"Version {version} is the newest again.")
        return done(request, said, "case_part", reference, name)
    context = part.frame | {
        "version": version,
        "shown": view_of(found),
        "changes": _changes(_version(part, version - 1), found),
    }
    return render(request, "dossier/version.jinja", context)


def _version(part: Opened, version: int) -> Part | None:
    return Part.objects.filter(case=part.case, name=part.name, version=version).first()


def _changes(before: Part | None, after: Part) -> tuple[Difference, ...]:
    return () if before is None else differences(content_of(before), content_of(after))
