"""One case: where it stands, what the law asks next, its dossier in short, and what has been done."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import invite_authority, submit, withdraw
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import open_dossier
from coretech.apps.meetings.operations import put_on_panel_agenda
from coretech.apps.meetings.queries import dossier_ruling, newest_item
from coretech.apps.register.history import history_of
from coretech.apps.register.progress import Stage, progress_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.dossier import part_tasks
from coretech.web.cases.facts import facts_of
from coretech.web.cases.questions import questions
from coretech.web.cases.steps import step_view
from coretech.web.cases.words import ACTS, part_name, state_tag
from coretech.web.shell.parts import Event

_SIDE_STEPS = (
    (
        "case_panel_agenda",
        Sentence("排入專家審查會議程", "Put on the panel's agenda"),
        put_on_panel_agenda.check,
    ),
    (
        "case_invite",
        Sentence("邀請擬任主管機關參與研議", "Invite the other authority to take part"),
        invite_authority.check,
    ),
    ("case_withdraw", Sentence("撤回本案", "Withdraw the case"), withdraw.check),
)


@require_safe
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case's page, for those who may know of it; the dossier only where the law opens it."""
    by = acting(request)
    found = find_case(by, reference)
    steps = [step_view(found, step) for step in progress_of(by, found)]
    context = {
        "case": found,
        "state": state_tag(found),
        "facts": facts_of(found, by.today),
        "steps": steps,
        "waiting": [step for step in steps if step.stage is Stage.NEXT],
        "sides": _side_steps(by, found),
        "item": newest_item(by, found),
        "history": [_event(act) for act in history_of(found)],
    }
    return render(request, "cases/case.jinja", context | _dossier(by, found))


def _dossier(by: Acting, found: Case) -> dict[str, object]:
    """The parts and the law's answers, or the ruling that keeps them closed."""
    ruling = dossier_ruling(by, found)
    if not ruling.is_yes:
        return {"closed": ruling, "tasks": [], "rulings": []}
    tasks = part_tasks(found, open_dossier(by, found))
    return {"closed": None, "tasks": tasks, "rulings": questions(submit.rulings(by, found))}


def _side_steps(by: Acting, found: Case) -> list[tuple[Sentence, str]]:
    """The steps beside the way that this reader could take now."""
    return [
        (words, reverse(page, args=[found.reference]))
        for page, words, check in _SIDE_STEPS
        if refusal_of(check, by, found) is None
    ]


def _event(act: Act) -> Event:
    """An act by its kind and the little of it that is public; never a confidential word."""
    return Event(act.at, ACTS[act.kind], note=_note(act.public))


def _note(public: Mapping[str, object]) -> Sentence | None:
    if "part" in public:
        name, version = part_name(str(public["part"])), public["version"]
        return Sentence(f"{name.zh}，第{version}版", f"{name.en}, version {version}")
    if "document_number" in public:
        return Sentence(f"文號：{public['document_number']}", f"Document {public['document_number']}")
    if "in_favour" in public:
        favour, present = public["in_favour"], public["present"]
        return Sentence(f"出席{present}人，贊成{favour}人", f"{favour} of {present} present in favour")
    return None
