"""The links there are: those to be judged first, for those who judge; for all others those that hold."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.links.queries import Shown, sees_all, shown, visible_links
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.links.words import from_of, judgement_tag, relation_of, served_of
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr

_COLUMNS = (
    Column(Sentence("計畫項目", "Entry of a plan")),
    Column(Sentence("關係", "How")),
    Column(Sentence("所服務的項目", "What it serves")),
    Column(Sentence("判斷", "Judgement")),
    Column(Sentence("細節", "Details")),
)


@require_safe
def links(request: HttpRequest) -> HttpResponse:
    """Every link this reader may know of. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = sorted(shown(visible_links(by), by.today), key=lambda each: bool(each.judgement))
    context = {"columns": _COLUMNS, "rows": [_row(each) for each in found], "sees_all": sees_all(by)}
    return render(request, "links/listing.jinja", context)


def _row(each: Shown) -> list[object]:
    details = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("link", args=[each.link.pk]), tr("理由與判斷", "Why, and who judged")
    )
    return [from_of(each), relation_of(each.link), served_of(each), judgement_tag(each), details]
