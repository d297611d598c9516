"""The accounts: found by words, or by what they lack."""

import datetime as dt

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.bodies.directory import Listed, Only, directory, listed
from coretech.apps.bodies.reasons import posting_told, seat_told
from coretech.kit.sentence import Sentence
from coretech.web.accounts.words import ONLY, state_of
from coretech.web.acting import acting
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import both

A_PAGE = 50
COLUMNS = (
    Column(Sentence("帳號", "Account")),
    Column(Sentence("姓名", "Name")),
    Column(Sentence("職務與席位", "Posts and seats")),
    Column(Sentence("狀態", "State")),
)
_ADMINISTRATOR = Tag(Sentence("系統管理者", "Administrator"), "purple")
_NO_SECOND = Tag(Sentence("無第二道驗證", "No second factor"), "grey")


class SearchForm(forms.Form):
    """Words to look for, and which accounts."""

    q = forms.CharField(
        label=both("姓名、帳號名稱、電子郵件或機關", "Name, account, address or agency"),
        required=False,
        max_length=80,
    )
    only = forms.ChoiceField(
        label=both("哪些帳號", "Which accounts"),
        choices=[(only.value, both(words.zh, words.en)) for only, words in ONLY.items()],
        required=False,
    )


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Search, and a page of what was found."""
    by = acting(request)
    form = SearchForm({"q": request.GET.get("q", ""), "only": request.GET.get("only", Only.ALL.value)})
    asked = form.cleaned_data if form.is_valid() else {}
    found = directory(by, asked.get("q", ""), Only(asked.get("only") or Only.ALL.value))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "columns": COLUMNS,
        "total": page.paginator.count,
        "rows": [(row, _holds(row, by.today), _tags(row)) for row in listed(page, by.today)],
        "paging": paging(request, page),
    }
    return render(request, "accounts/list.jinja", context)


def _holds(row: Listed, day: dt.date) -> list[Sentence]:
    """Today's postings and seats in words."""
    return [*(posting_told(each, day) for each in row.postings), *(seat_told(each) for each in row.seats)]


def _tags(row: Listed) -> list[Tag]:
    tags = [state_of(row)]
    tags += [_ADMINISTRATOR] if row.account.is_superuser else []
    return tags + ([_NO_SECOND] if row.account.is_active and not row.second_factor else [])
