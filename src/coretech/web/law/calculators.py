"""The calculators people need, and the way to all the others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.kit.refusal import not_found
from coretech.law import questions
from coretech.web.acting import acting
from coretech.web.law.addresses import question_address
from coretech.web.law.facts_form import FactsForm
from coretech.web.law.guides import GUIDES
from coretech.web.law.question import find
from coretech.web.law.tables import TABLES
from coretech.web.law.topics import topics


@require_safe
def law_calculators(request: HttpRequest) -> HttpResponse:
    """The four that people need, then every question by topic. Public."""
    context = {"guides": GUIDES, "topics": topics(questions()), "address_of": question_address}
    return render(request, "law/calculators.jinja", context)


@require_safe
def law_calculator(request: HttpRequest, name: str) -> HttpResponse:
    """A calculator with what one needs to know before using it. Public; HTTP 404 where there is none of the name."""
    if name not in GUIDES:
        raise not_found("沒有這個試算。", "There is no such calculator.")
    guide = GUIDES[name]
    asked = [find(question) for question in guide.questions]
    context = {
        "guide": guide,
        "questions": [each.question for each in asked],
        "address_of": question_address,
        "form": FactsForm(asked[0]) if guide.form else None,
        "table": TABLES[name](acting(request).today) if name in TABLES else None,
    }
    return render(request, "law/calculator.jinja", context)
