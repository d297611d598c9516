"""One case: where it stands, what the law asks next, its dossier in short, and what has been done."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.earlier import earlier
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import (
    amend_case,
    consult,
    invite_authority,
    name_affected,
    reopen_case,
    return_to_council,
    submit,
    withdraw,
)
from coretech.apps.cases.panel_again import panel_again
from coretech.apps.cases.queries import find_case, visible_cases
from coretech.apps.cases.states import State
from coretech.apps.meetings.dossier import open_dossier
from coretech.apps.meetings.operations import put_on_panel_agenda
from coretech.apps.meetings.queries import dossier_ruling, newest_item
from coretech.apps.register.history import history_of
from coretech.apps.register.progress import Stage, progress_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.affected import affected_view
from coretech.web.cases.facts import facts_of
from coretech.web.cases.questions import questions
from coretech.web.cases.steps import step_view
from coretech.web.cases.words import ACTS, part_name, state_tag
from coretech.web.dossier.page import part_tasks
from coretech.web.shell.parts import Event

_SIDE_STEPS = (
    (
        "case_panel_agenda",
        Sentence("排入專家審查會議程", "Put on the panel's agenda"),
        put_on_panel_agenda.check,
    ),
    ("consultations", Sentence("徵詢利害關係人", "Ask stakeholders for their view"), consult.check),
    (
        "case_invite",
        Sentence("邀請擬任主管機關參與研議", "Invite the other authority to take part"),
        invite_authority.check,
    ),
    ("case_technologies", Sentence("指明涉及的項目", "Name the technologies affected"), name_affected.check),
    ("case_amend", Sentence("審議中修正提案", "Amend the proposal before the council"), amend_case.check),
    ("case_return", Sentence("送回審議會再審", "Bring back to the council"), return_to_council.check),
    ("case_reopen", Sentence("重新提案，另立新案", "Propose again in a new case"), reopen_case.check),
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
        "to_panel": _to_panel(by, found),
        "item": newest_item(by, found),
        "affected": affected_view(by, found),
        "again": panel_again(found),
        "kin": _kin(by, found),
        "earlier": earlier(by, found.name_zh, found.name_en, found.technology_id, but=found),
        "history": [_event(act) for act in history_of(found)],
    }
    return render(request, "cases/case.jinja", context | _dossier(by, found))


def _dossier(by: Acting, found: Case) -> dict[str, object]:
    """The parts and the law's answers, or the ruling that keeps them closed."""
    ruling = dossier_ruling(by, found)
    if not ruling.is_yes:
        return {"closed": ruling, "tasks": [], "rulings": [], "returned": None}
    dossier = open_dossier(by, found)
    return {
        "closed": None,
        "tasks": part_tasks(by, found, dossier),
        "rulings": questions(submit.rulings(by, found)),
        "returned": dossier.checks[-1] if _is_returned(found) and dossier.checks else None,
    }


def _is_returned(found: Case) -> bool:
    return found.state == State.RETURNED.value


def _kin(by: Acting, found: Case) -> list[tuple[Sentence, str]]:
    """The case this one follows and the one that follows it, where the reader may know of them."""
    told = (
        (Sentence("本案承續前案", "This case follows case"), [found.follows_id] if found.follows_id else []),
        (
            Sentence("本案已另立新案", "It is followed by case"),
            list(found.followed_by.values_list("pk", flat=True)),
        ),
    )
    return [(words, case.reference) for words, keys in told for case in visible_cases(by).filter(pk__in=keys)]


def _to_panel(by: Acting, found: Case) -> str | None:
    """Where the case is put before its panel in this system, for whoever can do that now."""
    closed = refusal_of(put_on_panel_agenda.check, by, found)
    return None if closed is not None else reverse("case_panel_agenda", args=[found.reference])


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
    if "follows" in public:
        return Sentence(f"承續案件{public['follows']}", f"Follows case {public['follows']}")
    if "document_number" in public:
        return Sentence(f"文號：{public['document_number']}", f"Document {public['document_number']}")
    if "in_favour" in public:
        favour, present = public["in_favour"], public["present"]
        return Sentence(f"出席{present}人，贊成{favour}人", f"{favour} of {present} present in favour")
    return None
