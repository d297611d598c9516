"""A version of a list: what it is, its tree, its other versions, and its files."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.lists.access import keeps_lists
from coretech.apps.lists.models import ListStatus
from coretech.apps.lists.queries import Standing, items_of, others_of, statuses_of, version_of
from coretech.apps.lists.tree import tree_of
from coretech.apps.lists.words import STATUSES, country
from coretech.kit.sentence import Sentence
from coretech.readers.lists.formats import Format
from coretech.web.acting import acting
from coretech.web.lists.words import counted, effects_of, status_tag, title_of
from coretech.web.shell.words import say, tr

MOST_SHOWN = 1_000
"""With more items than this the page shows the topmost only; those below stand on the item's own page."""
_DRAWN_LEVELS = 4

FORMATS = {
    Format.CSV: Sentence("CSV（試算表）", "CSV (spreadsheets)"),
    Format.JSON: Sentence("JSON（程式）", "JSON (programs)"),
    Format.TTL: Sentence("Turtle（SKOS）", "Turtle (SKOS)"),
    Format.JSONLD: Sentence("JSON-LD（SKOS）", "JSON-LD (SKOS)"),
}


@require_safe
def list_version(request: HttpRequest, list_code: str) -> HttpResponse:
    """The version of a code, or the newest of a list. Public; HTTP 404 where there is neither."""
    found = version_of(list_code)
    items = items_of(found.version)
    context = {
        "found": found,
        "title": title_of(found.version),
        "rows": [*rows_of(found)],
        "branches": tree_of(items),
        "levels": _DRAWN_LEVELS if len(items) <= MOST_SHOWN else 1,
        "others": others_of(found.version),
        "title_of": title_of,
        "status_tag": status_tag,
        "formats": [(form, say(words)) for form, words in FORMATS.items()],
        "keeps": keeps_lists(acting(request)),
    }
    return render(request, "lists/version.jinja", context)


def rows_of(found: Standing) -> Iterator[tuple[Sentence, str | Markup]]:
    """What there is to say of a version, each with its name; what is not known is left out."""
    version = found.version
    told: list[tuple[Sentence, str | Markup]] = [
        (Sentence("國家", "Country"), say(country(version.list.country))),
        (Sentence("發布者", "Issuer"), say(version.list.issuer)),
        (Sentence("日期", "Dated"), version.dated),
        (Sentence("狀態", "Status"), _stood(found)),
        (Sentence("效果", "What it brings"), effects_of(version)),
        (Sentence("法律依據", "Legal basis"), _either(version.legal_basis_zh, version.legal_basis_en)),
        (Sentence("收錄／發布項數", "Items here / stated"), counted(found)),
        (Sentence("說明", "Note"), _either(version.note_zh, version.note_en)),
        (Sentence("來源", "Source"), _source(found)),
    ]
    yield from (row for row in told if row[1])


def _stood(found: Standing) -> Markup:
    """Where it stands and since when, then every status before."""
    *before, _ = statuses_of(found.version)
    earlier = [Markup("<br>{}").format(_since(each)) for each in reversed(before)]
    return Markup("{} {}{}").format(
        status_tag(found), tr(f"自{found.since}", f"since {found.since}"), Markup().join(earlier)
    )


def _since(row: ListStatus) -> str:
    name = say(STATUSES[ListStatus.Status(row.status)])
    return tr(f"{name}，自{row.since}", f"{name} since {row.since}")


def _either(zh: str, en: str) -> str:
    return tr(zh or en, en or zh)


def _source(found: Standing) -> Markup:
    version = found.version
    if not version.source_url:
        return Markup("{}").format(version.source_name)
    return Markup('{}<br><a class="govuk-link ct-address" href="{}" rel="noreferrer">{}</a>').format(
        version.source_name, version.source_url, version.source_url
    )


def address_of(found: Standing) -> str:
    """Where a version stands."""
    return reverse("list_version", args=[found.code])
