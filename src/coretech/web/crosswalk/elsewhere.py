"""An item of our list beside other states': who else lists it, what follows there, and which controls speak of it."""

from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.lists.words import country
from coretech.apps.register.elsewhere import Control, Listed, controls_on, listed_elsewhere
from coretech.apps.register.queries import history, in_effect_versions, newest_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.controls.words import criterion_words
from coretech.web.crosswalk.words import (
    effects_of,
    localized,
    relation_words,
    standing_tag,
    state_tag,
)
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_LISTED = (
    Column(Sentence("對方的項目", "Their item")),
    Column(Sentence("與本項的關係", "How it stands to ours")),
    Column(Sentence("清單", "List")),
    Column(Sentence("狀態", "Status")),
    Column(Sentence("列入的效果", "What follows")),
)
_CONTROLS = (
    Column(Sentence("條項", "Paragraph")),
    Column(Sentence("制度", "Regime")),
    Column(Sentence("施行中的條件", "Criterion in force")),
    Column(Sentence("出處", "Source")),
)

_ANY = Sentence("屬於這一類即受管制", "anything of its kind")


@require_safe
def register_elsewhere(request: HttpRequest, number: int) -> HttpResponse:
    """Who else lists an item, and what follows. Public; HTTP 404 where there never was one."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    versions = history(number)
    found = listed_elsewhere(number)
    settled = [each for each in found if each.mapping.holds]
    context = {
        "number": number,
        "shown": in_effect_versions(versions, by.today) or newest_of(versions),
        "columns": _LISTED,
        "countries": _by_country(settled),
        "proposed": [_row(each, open_=True) for each in found if not each.mapping.state],
        "control_columns": _CONTROLS,
        "controls": [_control(each) for each in controls_on(number, by.today)],
    }
    return render(request, "crosswalk/elsewhere.jinja", context)


def _by_country(found: Iterable[Listed]) -> list[tuple[str, list[list[object]]]]:
    groups = groupby(found, key=lambda each: each.country)
    return [(say(country(code)), [_row(each) for each in group]) for code, group in groups]


def _row(each: Listed, *, open_: bool = False) -> list[object]:
    """A row; one that nobody has judged says whose it is and that it waits."""
    version = each.standing.version
    title, dated = version.list.title, version.dated
    name = Markup('<a class="govuk-link" href="{}">{}</a>').format(localized(each.address), say(each.name))
    relation = Markup('<a class="govuk-link" href="{}">{}</a> {}').format(
        reverse("mapping", args=[each.mapping.mapping.pk]),
        relation_words(each.mapping.relation),
        state_tag(each.mapping) if open_ else "",
    )
    whose = f"{say(country(each.country))}{tr('：', ': ')}" if open_ else ""
    listed = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        localized(f"/lists/{version.code}/"), f"{whose}{say(title)}{tr('（', ' (')}{dated}{tr('）', ')')}"
    )
    return [name, relation, listed, standing_tag(each.standing), effects_of(version)]


def _control(each: Control) -> list[object]:
    regime = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("controls"), say(each.regime.label)
    )
    criterion = _ANY if each.vintage.written == "true" else criterion_words(each.vintage.when)
    return [f"{each.item.id} {say(each.item.label)}", regime, say(criterion), each.vintage.source]
