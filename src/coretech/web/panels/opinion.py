"""The opinion a panel votes on: to write for its officers, to read for whoever the dossier opens to."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.cases.models import Case
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import record_panel_opinion
from coretech.apps.meetings.panel_opinion import require_case
from coretech.apps.meetings.queries import dossier_ruling, find_item
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import tag_of, title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_WRITTEN = Sentence("審查意見已擬具，供委員表決。", "The opinion is written, for the panel to vote on.")


class OpinionForm(forms.Form):
    """The opinion and its conditions."""

    text = forms.CharField(
        label=both("審查意見", "The panel's opinion"),
        help_text=both(
            "委員就此意見表決；表決開始後不得更改。",
            "It is what the panel votes on; it stays once the vote opens.",
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=record_panel_opinion.LONGEST,
    )
    conditions = forms.CharField(
        label=both("附帶條件（可不填）", "Conditions, if any"),
        help_text=both("例如提報前應補充的資料。", "Such as what is to be added before the submission."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=record_panel_opinion.LONGEST,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def item_opinion(request: HttpRequest, item_id: int) -> HttpResponse:
    """The opinion on one item of a panel's agenda; there is none on any other item."""
    by = acting(request)
    item, case = _found(by, item_id)
    versions = list(item.opinions.order_by("-pk"))
    newest = versions[0] if versions else None
    initial = {} if newest is None else {"text": newest.text, "conditions": newest.conditions}
    form = OpinionForm(sent(request), initial=initial)
    run = record_panel_opinion.record_panel_opinion
    if form.is_bound and attempt(form, lambda: run(by, item.pk, **form.cleaned_data)):
        return done(request, _WRITTEN, "item", item.pk)
    context = {
        "item": item,
        "case": case,
        "title": title_of(item.meeting),
        "mark": tag_of(item),
        "form": form,
        "newest": newest,
        "earlier": versions[1:],
        "gate": gate_of(record_panel_opinion.check, by, item),
    }
    return draw(request, "panels/opinion.jinja", context, form)


def _found(by: Acting, item_id: int) -> tuple[Item, Case]:
    """The item and its case, where a panel has one before it and the dossier opens to this reader."""
    item = find_item(by, item_id)
    case = require_case(item)
    require(dossier_ruling(by, case), status=403)
    return item, case
