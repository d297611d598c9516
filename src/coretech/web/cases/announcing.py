"""Announcing, the one way onto the list: filled in, read once more, and only then final."""

from dataclasses import replace
from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.apps.register.lineage import proposals
from coretech.apps.register.operations import announce
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.cases.joint import JointForm, waiting_for
from coretech.web.cases.questions import questions
from coretech.web.cases.steps import law_of
from coretech.web.register.scans import ScanIfAny
from coretech.web.sending import done, draw
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both

_CONFIRM = "confirm"


class AnnouncementForm(JointForm):
    """Which cases, under which document, in effect from when."""

    document_number = forms.CharField(label=both("公告文號", "Document number"), max_length=80)
    announced_on = DayField(label=both("公告日期", "Day of the announcement"))
    effective_on = DayField(label=both("生效日期", "Takes effect on"))

    def notice(self) -> announce.Notice:
        """The announcement; for a valid form."""
        data = self.cleaned_data
        return announce.Notice(
            self.chosen(), data["document_number"], data["announced_on"], data["effective_on"]
        )


@require_http_methods(["GET", "HEAD", "POST"])
def case_announce(request: HttpRequest) -> HttpResponse:
    """Choose the cases, check the answers, announce; for the Executive Yuan's announcer."""
    by = acting(request)
    waiting = waiting_for(by, Step.ANNOUNCE, announce.check)
    data = request.POST if request.method == "POST" else None
    form = AnnouncementForm(data, waiting=waiting, named=request.GET.getlist("case"))
    step = request.POST.get("step", "")
    scan = ScanIfAny(request.POST, request.FILES) if step == _CONFIRM else None
    if scan and (act := _announced(by, form, scan)):
        edition = act.subject.split("/")[1]
        announced = Sentence(
            f"已公告，清單更新為第{edition}版。", f"Announced; the list is now edition {edition}."
        )
        return done(request, announced, "changes")
    again = scan is not None and bool(scan.errors)
    if form.is_bound and (not step or again) and (cases := _checked(by, form)):
        return _review(request, by, form, cases, scan or ScanIfAny())
    context = {"form": form, "waiting": waiting, "law": law_of(Step.ANNOUNCE)}
    return draw(request, "cases/announce.jinja", context, form)


def _announced(by: Acting, form: AnnouncementForm, scan: ScanIfAny) -> Act | None:
    """Announce, with the scan where there is one; None, with what to correct on its form, where something is wrong."""
    if not (form.is_valid() and scan.is_valid()):
        return None
    notice = replace(form.notice(), scan=scan.file())
    try:
        return once(lambda: announce.announce(by, notice))
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(scan if refusal.field == "scan" else form, refusal)
        return None


def _checked(by: Acting, form: AnnouncementForm) -> list[Case]:
    """The cases of a form the operation would take, or none, with what to correct on the form."""
    if not form.is_valid():
        return []
    notice = form.notice()
    cases = [find_case(by, reference) for reference in notice.references]
    for case in cases:
        announce.check(by, case)
    try:
        announce.check_notice(by, notice, cases)
    except Refused as refusal:
        add_refusal(form, refusal)
        return []
    return cases


def _review(
    request: HttpRequest, by: Acting, form: AnnouncementForm, cases: list[Case], scan: ScanIfAny
) -> HttpResponse:
    notice = form.notice()
    context = {
        "chosen": notice,
        "scan": scan,
        "rows": _rows(notice),
        "hidden": [(name, value) for name, values in _sent_again(notice).items() for value in values],
        "proposals": proposals(cases),
        "rulings": questions(announce.effect_ruling(by, case) for case in cases[:1]),
    }
    return draw(request, "cases/announce_check.jinja", context, scan)


def _rows(notice: announce.Notice) -> list[tuple[Sentence, str]]:
    return [
        (Sentence("公告文號", "Document number"), notice.document_number),
        (Sentence("公告日期", "Day of the announcement"), both_dates(notice.announced_on)),
        (Sentence("生效日期", "Takes effect on"), both_dates(notice.effective_on)),
        (Sentence("案件", "Cases"), "、".join(notice.references)),
    ]


def _sent_again(notice: announce.Notice) -> dict[str, tuple[str, ...]]:
    """The answers as the form's own fields, for the second sending."""
    return {
        "references": notice.references,
        "document_number": (notice.document_number,),
        "announced_on": (notice.announced_on.isoformat(),),
        "effective_on": (notice.effective_on.isoformat(),),
    }
