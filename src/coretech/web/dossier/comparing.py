"""Two writers of one part: both texts side by side, and the second one chooses, question by question."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coretech.apps.cases.content import Content
from coretech.apps.cases.content_json import blank, content_of
from coretech.apps.cases.differences import Clash, Side, chosen, clashes
from coretech.apps.cases.drafts import Draft, draft_of, save_draft
from coretech.apps.cases.models import Part
from coretech.apps.cases.operations import write_part
from coretech.kit.sentence import Sentence
from coretech.web.dossier.opening import Opened, opened
from coretech.web.sending import done

_SIDES: Mapping[str, Side] = {"mine": "mine", "theirs": "theirs"}


@require_http_methods(["GET", "HEAD", "POST"])
def case_part_comparison(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Compare the reader's draft with the version written since; choosing brings the draft up to it."""
    part = opened(request, reference, name)
    write_part.check(part.by, part.case)
    draft = draft_of(part.by, part.case, name)
    if draft is None or part.newest is None or draft.based_on == part.version:
        return redirect("case_part", reference, name)
    found = clashes(_base(part, draft), draft.content, content_of(part.newest))
    if request.method == "POST" and request.POST.get("version") == str(part.version):
        return _choose(request, part, draft, found)
    context = part.frame | {"clashes": found, "draft": draft}
    return render(request, "dossier/comparison.jinja", context)


def _choose(request: HttpRequest, part: Opened, draft: Draft, found: tuple[Clash, ...]) -> HttpResponse:
    theirs: Content = blank(part.name) if part.newest is None else content_of(part.newest)
    sides = {each.name: _SIDES.get(request.POST.get(each.name, ""), each.chosen) for each in found}
    save_draft(
        part.by,
        part.case,
        part.name,
        chosen(draft.content, theirs, sides),
        level=draft.level,
        based_on=part.version,
    )
    words = Sentence(
        "已依您的選擇合併為草稿；看過後按「儲存」。",
        "Your draft now has what you chose; look it over, then save it.",
    )
    return done(request, words, "case_part", part.case.reference, part.name)


def _base(part: Opened, draft: Draft) -> Content:
    """The version the draft began from."""
    base = Part.objects.filter(case=part.case, name=part.name, version=draft.based_on).first()
    return blank(part.name) if base is None else content_of(base)
