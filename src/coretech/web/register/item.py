"""One item of the list, and how it came to be there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.register.legal_states import ANNOUNCED, Milestone, milestones
from coretech.apps.register.queries import first_valid_from, history, in_effect_versions, newest_of
from coretech.apps.register.related import related_to
from coretech.apps.register.scope_notes import topics_of
from coretech.apps.register.standing import standing
from coretech.apps.watch.access import defines
from coretech.apps.watch.signals.listed import watching_item
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.register.corrections import COLUMNS, corrections_shown
from coretech.web.register.keeping import may_keep
from coretech.web.register.kin import kin_of
from coretech.web.register.rows import item_rows, name_rows
from coretech.web.register.words import note_of, what_of
from coretech.web.reviews.public import last_reviewed
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Event
from coretech.web.signals.watched import watched_by

SINCE = Sentence("列入清單自", "On the list since")


@require_safe
def register_item(request: HttpRequest, number: int) -> HttpResponse:
    """What the list says of an item today, and each step to it. Public; HTTP 404 where there never was one."""
    versions = history(number)
    by = acting(request)
    today = by.today
    current = in_effect_versions(versions, today)
    shown = current or newest_of(versions)
    context = {
        "number": number,
        "listed": current is not None,
        "shown": shown,
        "rows": [
            *name_rows(shown),
            *item_rows(shown, shown.authority.name_on(today)),
            (SINCE, both_dates(first_valid_from(shown))),
            *last_reviewed(shown),
        ],
        "kin": kin_of(standing(versions), today),
        "notes": topics_of(shown.item_id),
        "corrections": corrections_shown(versions),
        "columns": COLUMNS,
        "related": related_to(number),
        "watched": watched_by(by, watching_item(number)),
        "define": f"{reverse('watch_new')}?item={number}" if current and defines(by) else "",
        "keeps": may_keep(by, shown),
        "events": [_event(step) for step in reversed(milestones(versions))],
    }
    return render(request, "register/item.jinja", context)


def _event(step: Milestone) -> Event:
    in_force = step.state in ANNOUNCED
    who = step.version.authority.name_on(step.day) if in_force else None
    return Event(step.day, what_of(step), who, note_of(step), _address(step))


def _address(step: Milestone) -> str | None:
    if step.state in ANNOUNCED:
        return reverse("register_version", args=[step.version.item.number, step.version.version])
    return None if step.draft is None else reverse("draft", args=[step.draft])
