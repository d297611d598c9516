"""The bodies a reader may see, each with how many sit on it and whether it is lawfully composed."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.board import board_on
from coretech.apps.bodies.finding import visible_bodies, without_panel
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.operations import set_up_body
from coretech.apps.people.queries import readable_agencies
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.ruling import Ruling
from coretech.web.acting import acting
from coretech.web.bodies.words import composed
from coretech.web.shell.parts import Column, Tag

COLUMNS = (
    Column(Sentence("會議體", "Body")),
    Column(Sentence("在職", "In office"), numeric=True),
    Column(Sentence("席位", "Seats"), numeric=True),
    Column(Sentence("今日的組成", "Composition today")),
)
Row = tuple[Body, int, int, Tag | None]


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """The council, the Office, the advisers, and the panels of the reader's own agency."""
    by = acting(request)
    allow(by, Action.READ_BODY)
    context = {
        "columns": COLUMNS,
        "rows": [_row(body, by) for body in visible_bodies(by)],
        "panels": [(each.code, each.name_on(by.today)) for each in without_panel(by)],
        "posted": [(each.code, each.name_on(by.today)) for each in readable_agencies(by)],
        "missing": [kind for kind in set_up_body.NAMES if refusal_of(set_up_body.check, by, kind) is None],
    }
    return render(request, "bodies/list.jinja", context)


def _row(body: Body, by: Acting) -> Row:
    board = board_on(body, by.today)
    return body, board.seated, len(board.places), tag_of(board.rulings)


def tag_of(rulings: Sequence[Ruling]) -> Tag | None:
    """Whether the law finds the body in order; None where it asks for nothing."""
    return composed(lawfully=all(ruling.is_yes for ruling in rulings)) if rulings else None
