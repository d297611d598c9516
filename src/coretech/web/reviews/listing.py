"""The reviews of a year: an authority's own as tasks, and every authority's for the Office."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.register.reviews import FIRST_YEAR, Sheet, sheets
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.acting import acting
from coretech.web.reviews.words import STATUSES, item_tag
from coretech.web.shell.parts import Tag, Task
from coretech.web.work.areas import areas


@dataclass(frozen=True, slots=True)
class Card:
    """One authority's year on the page."""

    code: str
    name: Sentence
    status: Tag
    ruling: Ruling
    tasks: list[Task]


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """What is owed and done in a year, this one unless another is named; the missed duties come first."""
    by = acting(request)
    year = year_of(request, by)
    found = sorted(sheets(by, year), key=lambda sheet: (not sheet.missing, sheet.authority.code))
    context = {
        "areas": areas(by, "reviews"),
        "year": year,
        "year_words": said_year(year),
        "years": [(each, said_year(each)) for each in range(FIRST_YEAR, by.today.year + 1)],
        "cards": [_card(by, sheet) for sheet in found],
    }
    return render(request, "reviews/reviews.jinja", context)


def year_of(request: HttpRequest, by: Acting) -> int:
    """The Gregorian year the address names; 0, which owes nothing and is refused, where it names none."""
    said = request.GET.get("year", str(by.today.year))
    return int(said) if len(said) == len("2025") and said.isascii() and said.isdigit() else 0


def _card(by: Acting, sheet: Sheet) -> Card:
    over = sheet.year < by.today.year
    tasks = []
    for item in sheet.items:
        tag, name = item_tag(item, over=over), item.version.name
        title = Sentence(f"第{item.number}項 {name.zh}", f"Item {item.number}: {name.en}")
        tasks.append(Task(title, tag.words, reverse("review", args=[item.number]), tag.colour))
    name = sheet.authority.name_on(by.today)
    return Card(sheet.authority.code, name, STATUSES[sheet.status], sheet.ruling, tasks)
