"""Stakeholders' answers beside the part that holds their views, and taking one over from where it is read."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.choices import GROUPS, LEVELS
from coretech.apps.cases.content import Content, StakeholderViews
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.drafts import draft_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import write_part
from coretech.apps.meetings.dossier import seen
from coretech.apps.meetings.heard import Heard, heard, waiting
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.web.dossier.opening import Opened, opened
from coretech.web.dossier.rows import hearing
from coretech.web.dossier.sheets import keep, opened_sheet
from coretech.web.sending import done

VIEWS = Part.STAKEHOLDER_VIEWS.value
_KEPT = Sentence(
    "已放入您的草稿；看過後按「儲存」，即成為新版本。",
    "It stands in your draft. Look it over, then save it as the next version.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to take over; ``overtakes`` where a row cites what its sender said before."""

    heard: Heard
    group: Sentence
    level: Sentence
    overtakes: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands in the dossier: in ``version`` (0 is none), in the reader's draft, or to be taken."""

    source: str
    version: int
    drafted: bool
    takeable: bool


def heard_beside(part: Opened, content: Content) -> tuple[Told, ...]:
    """The answers that no row of the form cites yet, for whoever writes the part that holds them."""
    if not isinstance(content, StakeholderViews) or part.refusal is not None:
        return ()
    rows = waiting(heard(part.by, part.case), content)
    return tuple(
        Told(row, GROUPS[row.view.group], LEVELS[row.view.level], row.overtakes(content.views))
        for row in rows
    )


def place_of(by: Acting, case: Case, receipt: str) -> Place | None:
    """Where the answer of a receipt stands; None where it is closed to the reader, or the part is."""
    row = next((each for each in heard(by, case) if each.cites(receipt)), None)
    view = seen(by, case)
    if row is None or not view.part(VIEWS).is_yes:
        return None
    newest, draft = view.parts.get(VIEWS), draft_of(by, case, VIEWS)
    written = newest is not None and _cites(row, content_of(newest))
    drafted = draft is not None and _cites(row, draft.content)
    takeable = not written and not drafted and refusal_of(write_part.check, by, case) is None
    return Place(row.source, newest.version if newest is not None and written else 0, drafted, takeable)


@require_POST
def case_part_answer(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Put a stakeholder's answer into the sender's draft of the part, and go there."""
    part = opened(request, reference, name)
    write_part.check(part.by, part.case)
    sheet = opened_sheet(part, draft_of(part.by, part.case, name))
    keep(part, hearing(part, sheet, request.POST.get("source", "")))
    return done(request, _KEPT, f"{reverse('case_part', args=[reference, name])}#views")


def _cites(row: Heard, content: Content) -> bool:
    return isinstance(content, StakeholderViews) and row.stands_in(content.views)
