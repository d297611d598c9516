"""What is asked of the files: which day, as known when, from which day to which."""

import datetime as dt
from typing import NamedTuple

from django.forms import Form
from django.http import HttpRequest, QueryDict

from coretech.apps.register.queries import edition_on
from coretech.apps.register.searching import Search
from coretech.kit.refusal import Refused, bad_input
from coretech.web.acting import acting
from coretech.web.register.forms import Between
from coretech.web.register.looking import Looking

_HISTORY = "history"
_YES, _NO = frozenset({"1", "true", "yes"}), frozenset({"", "0", "false", "no"})


class Asked(NamedTuple):
    """What is looked for on a day's list, as known at the end of another; with ``history`` every version instead."""

    search: Search
    as_of: dt.date
    known_at: dt.date | None
    history: bool


def asked_of(request: HttpRequest) -> Asked:
    """What an address asks for by its query, which the page understands too.

    HTTP 422 for a day or a state that is none, and for a history of which a part is asked for.
    """
    form, history = Looking(request.GET), _history(request.GET)
    _sound(form)
    if history and form.asked != Search():
        raise bad_input(
            _HISTORY,
            "完整沿革不能只取一部分；請拿掉篩選條件，或拿掉 history。",
            "The whole history is had whole: leave out the filters, or history.",
        )
    as_of = form.cleaned_data["as_of"] or acting(request).today
    return Asked(form.asked, as_of, form.cleaned_data["known_at"], history)


def days_of(request: HttpRequest) -> tuple[dt.date, dt.date]:
    """The two days to compare: what the newest announcement changed up to today, where none is named.

    HTTP 422 for a day that is none, and for a second one before the first.
    """
    today = acting(request).today
    newest, asked = edition_on(today), request.GET.copy()
    before = today if newest is None else newest.effective_on - dt.timedelta(days=1)
    for name, day in (("from", before), ("to", today)):
        asked[name] = asked.get(name) or day.isoformat()
    form = _sound(Between(asked))
    return form.cleaned_data["from"], form.cleaned_data["to"]


def _history(query: QueryDict) -> bool:
    said = query.get(_HISTORY, "").lower()
    if said not in _YES | _NO:
        raise bad_input(_HISTORY, "history 請填 1 或不填。", "Give history as 1, or leave it out.")
    return said in _YES


def _sound(form: Form) -> Form:
    if not form.is_valid():
        raise _wrong(form)
    return form


def _wrong(form: Form) -> Refused:
    """The first thing wrong, with the field it is in."""
    field, (what, *_) = next(iter(form.errors.items()))
    return bad_input(str(field), f"{field}：{what}", f"{field}: {what}")
