"""The scan of an announcement: filing it, and handing it to anybody."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.operations import file_scan
from coretech.apps.register.queries import find_announcement
from coretech.apps.register.scanning import find_scan, scans_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.register.rows import announcement_rows, scan_link
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.words import both

SCAN_LABEL = both("公告掃描檔", "Scan of the announcement")
SCAN_HINT = both(
    "PDF、PNG或JPEG，20 MB以內；會公開，任何人都可以下載。",
    "PDF, PNG or JPEG, up to 20 MB. It is public; anybody may download it.",
)


class ScanForm(forms.Form):
    """The file."""

    scan = forms.FileField(label=SCAN_LABEL, help_text=SCAN_HINT, max_length=1000, allow_empty_file=True)

    def file(self) -> HandedIn:
        """The file as it was handed in; for a valid form."""
        given = self.cleaned_data["scan"]
        return HandedIn(given.name or "", given.read())


class ScanIfAny(forms.Form):
    """The file, which can also be filed later."""

    scan = forms.FileField(
        label=both("公告掃描檔（選填）", "Scan of the announcement (optional)"),
        help_text=SCAN_HINT,
        max_length=1000,
        allow_empty_file=True,
        required=False,
    )

    def file(self) -> HandedIn | None:
        """The file as it was handed in, or None; for a valid form."""
        given = self.cleaned_data["scan"]
        return HandedIn(given.name or "", given.read()) if given else None


@require_http_methods(["GET", "HEAD", "POST"])
def scan_new(request: HttpRequest, edition: int) -> HttpResponse:
    """File a scan, beside those filed before; for the announcer and the Office."""
    by = acting(request)
    file_scan.check(by)
    announcement = find_announcement(edition)
    sent = request.method == "POST"
    form = ScanForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_bound and attempt(form, lambda: file_scan.file_scan(by, edition, form.file())):
        filed = Sentence("掃描檔已登錄並公開。", "The scan is filed and public.")
        return done(request, filed, "changes")
    context = {
        "form": form,
        "announcement": announcement,
        "rows": announcement_rows(announcement),
        "scans": [(scan_link(scan, edition), scan.filed_at) for scan in scans_of(announcement)],
    }
    return draw(request, "register/scan.jinja", context, form)


@require_safe
def announcement_scan(request: HttpRequest, edition: int, scan_id: int) -> HttpResponse:  # noqa: ARG001 - it is public
    """The scan as a file; no browser runs or guesses at it. Public."""
    scan = find_scan(edition, scan_id)
    response = HttpResponse(bytes(scan.body), content_type=scan.media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=scan.file_name) or ""
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
