"""The whole dossier on one page: its parts as a task list for whoever writes it, and as text for whoever reads it."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import Dossier, open_dossier
from coretech.kit.sentence import Sentence
from coretech.law.terms import Harm, Limb
from coretech.law.wording import listed
from coretech.web.acting import acting
from coretech.web.cases.step_page import frame_of
from coretech.web.cases.words import ACTS, part_name
from coretech.web.shell.parts import Task

_EMPTY = Sentence("未填寫", "Not written")


@dataclass(frozen=True, slots=True)
class PartView:
    """One part to read; ``version`` is 0 where nothing has been written."""

    name: Sentence
    version: int
    written_at: dt.datetime | None
    text: str
    claims: tuple[tuple[Sentence, Sentence], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The dossier in the order of article 7(1)."""

    parts: tuple[PartView, ...]
    dossier: Dossier
    reasons: tuple[tuple[Sentence, dt.datetime, str], ...]


@require_safe
def case_dossier(request: HttpRequest, reference: str) -> HttpResponse:
    """The dossier, for those it opens to."""
    by = acting(request)
    case = find_case(by, reference)
    dossier = open_dossier(by, case)
    context = frame_of(case, Step.WRITE_DOSSIER) | {
        "dossier": reading(dossier),
        "tasks": part_tasks(case, dossier),
        "refusal": refusal_of(write_part.check, by, case),
    }
    return render(request, "cases/dossier.jinja", context)


def reading(dossier: Dossier) -> Reading:
    """The dossier as text."""
    return Reading(
        parts=tuple(_view(name, dossier.parts.get(name)) for name in PARTS),
        dossier=dossier,
        reasons=tuple((ACTS[reason.kind], reason.at, reason.why) for reason in dossier.reasons),
    )


def part_tasks(case: Case, dossier: Dossier) -> list[Task]:
    """The parts as a task list: which version stands, which is still to be written."""
    return [_task(case, name, dossier.parts.get(name)) for name in PARTS]


def _task(case: Case, name: str, part: Part | None) -> Task:
    status = _EMPTY if part is None else Sentence(f"第{part.version}版", f"Version {part.version}")
    page = reverse("case_part", args=[case.reference, name])
    return Task(part_name(name), status, page, "grey" if part is None else "green")


def _view(name: str, part: Part | None) -> PartView:
    if part is None:
        return PartView(part_name(name), 0, None, "")
    return PartView(part_name(name), part.version, part.written_at, part.text, _claims(part))


def _claims(part: Part) -> tuple[tuple[Sentence, Sentence], ...]:
    """What the statement on the definition claims besides its text."""
    if not part.harms and not part.limbs:
        return ()
    return (
        (
            Sentence("流出將重大損害", "Its outflow would gravely harm"),
            listed(Harm(harm) for harm in part.harms),
        ),
        (Sentence("符合條件", "Limbs met"), listed(Limb(limb) for limb in part.limbs)),
    )
