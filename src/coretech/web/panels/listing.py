"""The panels a reader may know of, each with the rules it meets by today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.bodies.panel_rules import rules_on, visible_panels
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.panels.words import BORROWED, MAJORITY, QUORUM, majority_of, quorum_of
from coretech.web.shell.parts import Column

COLUMNS = (Column(Sentence("專家審查會", "Panel")), Column(QUORUM), Column(MAJORITY))


@require_safe
def panels(request: HttpRequest) -> HttpResponse:
    """The reader's panels; whoever has none is told whose they are."""
    by = acting(request)
    rows = []
    for panel in visible_panels(by):
        rules = rules_on(panel, by.today)
        words = (
            (BORROWED[QUORUM], BORROWED[MAJORITY])
            if rules is None
            else (quorum_of(rules), majority_of(rules))
        )
        rows.append((panel, words))
    return render(request, "panels/list.jinja", {"columns": COLUMNS, "rows": rows, "day": by.today})
