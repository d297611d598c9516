"""What there is to take along: the formats, the addresses, the licence, the feed, and calls of one's own machine."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.register.exporting import base_address
from coretech.apps.register.operations import follow_register
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.columns import COLUMNS
from coretech.readers.register_files.formats import FORMATS, Format, Told
from coretech.readers.register_files.records import LICENCE, LICENCE_ADDRESS
from coretech.readers.register_files.terms import OWN_TERMS
from coretech.web.acting import acting
from coretech.web.shell.parts import Column

FORMAT_COLUMNS = (
    Column(Sentence("格式", "Format")),
    Column(Sentence("用途", "Good for")),
    Column(Sentence("媒體類型", "Media type")),
    Column(Sentence("下載", "Download")),
)
NAME_COLUMNS = (Column(Sentence("名稱", "Name")), Column(Sentence("內容", "What stands there")))


@dataclass(frozen=True, slots=True)
class Offer:
    """One format, with the addresses of today's list and of the whole history."""

    told: Told
    list_address: str
    history_address: str


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """The page. Public."""
    by = acting(request)
    context = {
        "today": by.today,
        "base": base_address(),
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "offers": [_offer(form, told) for form, told in FORMATS.items()],
        "format_columns": FORMAT_COLUMNS,
        "name_columns": NAME_COLUMNS,
        "fields": COLUMNS,
        "terms": OWN_TERMS,
        "may_follow": refusal_of(follow_register.allowed, by) is None,
    }
    return render(request, "opendata/page.jinja", context)


def _offer(form: Format, told: Told) -> Offer:
    address = reverse("register_export", args=[form.value])
    return Offer(told, address, f"{address}?history=1")
