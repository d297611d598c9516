"""The agencies under their names in time, and whose duties went to whom."""

import datetime as dt
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.people.models import Agency, AgencyName
from coretech.apps.people.operations import found_agency
from coretech.apps.people.queries import all_agencies
from coretech.kit.agencies import Succession, bundled_successions
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_COLUMNS = (
    Column(Sentence("名稱", "Name")),
    Column(Sentence("自", "From")),
    Column(Sentence("至", "Until")),
)


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Every agency with its names, and the duties that moved. Public."""
    by = acting(request)
    day = by.today
    everybody = all_agencies()
    context = {
        "columns": _COLUMNS,
        "keeps": refusal_of(found_agency.check, by) is None,
        "agencies": [
            (agency.code, agency.name_on(day), [_row(name) for name in agency.names.all()])
            for agency in everybody
        ],
        "successions": [*_successions({agency.code: agency for agency in everybody})],
    }
    return render(request, "agencies/agencies.jinja", context)


def _row(name: AgencyName) -> tuple[str, str, str]:
    return say(Sentence(name.zh, name.en)), _day(name.valid_from), _day(name.valid_until)


def _day(day: dt.date | None) -> str:
    return tr("－", "–") if day is None else words_of_date(day)


def _successions(known: dict[str, Agency]) -> Iterator[Sentence]:
    for each in sorted(bundled_successions(), key=lambda one: one.on):
        if each.from_code in known and each.to_code in known:
            yield _told(each, known[each.from_code], known[each.to_code])


def _told(each: Succession, giver: Agency, taker: Agency) -> Sentence:
    before, after = giver.name_on(each.on - dt.timedelta(days=1)), taker.name_on(each.on)
    day = words_of_date(each.on)
    return Sentence(
        f"{day}：{before.zh}的{each.what.zh}移由{after.zh}辦理。",
        f"{day}: {each.what.en} went from {before.en} to {after.en}.",
    )
