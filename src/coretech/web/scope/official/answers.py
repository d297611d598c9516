"""The published answers: a search anybody may do, and a page each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.scope.digests import digests_like, find_digest
from coretech.web.acting import acting
from coretech.web.scope.official.rows import item_link
from coretech.web.scope.official.words import listed_names, standing_tag, verdict_tag
from coretech.web.shell.paging import paging

_A_PAGE = 20
_LONGEST_SEARCH = 100


@require_safe
def scope_answers(request: HttpRequest) -> HttpResponse:
    """The digests that hold all the words asked for, newest first. Public."""
    by = acting(request)
    words = request.GET.get("q", "").replace("\x00", "")[:_LONGEST_SEARCH].strip()
    item = request.GET.get("item", "")
    about = int(item) if item.isdecimal() and item.isascii() and len(item) <= len("9999") else None
    names = listed_names(by.today)
    found = digests_like(words, about, by.today)
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    rows = [
        (
            each,
            verdict_tag(each.answer),
            standing_tag(each.standing),
            None if each.item is None else item_link(each.item, names),
        )
        for each in page
    ]
    context = {
        "words": words,
        "about": about,
        "items": names,
        "rows": rows,
        "total": len(found),
        "paging": paging(request, page),
    }
    return render(request, "scope/official/answers.jinja", context)


@require_safe
def scope_answer(request: HttpRequest, digest_number: str) -> HttpResponse:
    """One published answer (HTTP 404 where there is none of this number). Public."""
    by = acting(request)
    found = find_digest(digest_number, by.today)
    context = {
        "digest": found,
        "verdict": verdict_tag(found.answer),
        "standing": standing_tag(found.standing),
        "item": None if found.item is None else item_link(found.item, listed_names(by.today)),
    }
    return render(request, "scope/official/answer_shown.jinja", context)
