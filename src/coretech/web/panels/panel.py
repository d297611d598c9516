"""One panel: the rules of any day, how they came about, whether it is lawfully composed, and its meetings."""

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.operations import set_panel_rules
from coretech.apps.bodies.panel_rules import Held, find_panel, history_of_rules, rules_on
from coretech.apps.cases.operations.review_by_panel import composition_ruling
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.queries import visible_meetings
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import MEETING_STATES, title_of
from coretech.web.panels.words import MAJORITY, QUORUM, majority_of, quorum_of, rows_of, standing_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Column, Task
from coretech.web.shell.words import both, say, tr

COLUMNS = (
    Column(Sentence("期間", "When")),
    Column(QUORUM),
    Column(MAJORITY),
    Column(Sentence("狀態", "State")),
)


class OnForm(forms.Form):
    """Which day's rules are wanted."""

    on = DayField(label=both("查詢哪一天適用的規定", "The rules of which day"), required=False)


@require_safe
def panel(request: HttpRequest, panel_id: int) -> HttpResponse:
    """The panel's page, for its agency and its members."""
    by = acting(request)
    found = find_panel(by, panel_id)
    form = OnForm(request.GET if "on" in request.GET else None)
    day = (form.is_valid() and form.cleaned_data["on"]) or by.today
    rules = rules_on(found, day)
    context = {
        "panel": found,
        "day": day,
        "form": form,
        "rules": rules,
        "rows": rows_of(rules),
        "columns": COLUMNS,
        "history": [_line(held, day) for held in history_of_rules(found)],
        "gate": gate_of(set_panel_rules.check, by, found),
        "composition": composition_ruling(found, day),
        "meetings": [_meeting(each) for each in visible_meetings(by).filter(body=found)],
        "runs": _runs(by.standing.agencies, found),
    }
    return render(request, "panels/panel.jinja", context)


def _runs(agencies: frozenset[str], found: Body) -> bool:
    """Whether the reader is of the agency that runs the panel."""
    return found.agency.code in agencies


def _line(held: Held, day: dt.date) -> tuple[object, ...]:
    rules = held.rules
    until = tr("起", " onwards") if held.until is None else tr("至", " until ") + both_dates(held.until)
    when = both_dates(rules.valid_from) + ("" if held.replaced else until)
    return when, say(quorum_of(rules)), say(majority_of(rules)), standing_of(held, day)


def _meeting(each: Meeting) -> Task:
    day, state = said(each.held_on), MEETING_STATES[Meeting.State(each.state)]
    where = Sentence(f"{day.zh}，{each.place}", f"{day.en}, {each.place}")
    return Task(title_of(each), state.words, reverse("meeting", args=[each.pk]), state.colour, where)
