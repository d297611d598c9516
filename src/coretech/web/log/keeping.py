"""What a keeper of the log can do, in one place: the key that signs, witnesses, audits."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.audits import counted, last_audit
from coretech.apps.audit.log_keys import current_key
from coretech.apps.audit.operations.rotate_log_key import key_is_lost
from coretech.apps.audit.rulings import allow
from coretech.apps.audit.witnessing import witness_key, witnesses
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.shell.parts import Task

_OPEN = Sentence("可辦理", "Open")
_LOST = Sentence("私鑰不見了", "Private key missing")
_IN_PLACE = Sentence("可簽署", "Signs")
_NONE_YET = Sentence("還沒有結果", "No result yet")
_HOLDS = Sentence("全部相符", "Everything holds")


@require_safe
def log_keep(request: HttpRequest) -> HttpResponse:
    """The tasks, each with how things stand; for administrators."""
    by = acting(request)
    allow(by, Action.KEEP_LOG_KEYS)
    context = {
        "verifier": current_key(by.at).verifier,
        "sections": [
            (Sentence("公鑰", "The key"), [_key(by)]),
            (Sentence("見證人", "Witnesses"), list(_witnesses())),
            (Sentence("重算", "Audits"), [_audits()]),
        ],
    }
    return render(request, "log/keep.jinja", context)


def _key(by: Acting) -> Task:
    lost = key_is_lost(by)
    return Task(
        Sentence("換新公鑰", "Give the log a new key"),
        _LOST if lost else _IN_PLACE,
        reverse("log_key_rotate"),
        "red" if lost else "green",
        Sentence(
            "定期更換，或懷疑私鑰外洩、遺失時更換。",
            "From time to time, and when the private half may be in other hands or is lost.",
        ),
    )


def _witnesses() -> Iterator[Task]:
    yield Task(
        Sentence("指定見證人", "Name a witness"),
        _OPEN,
        reverse("witness_name"),
        "blue",
        Sentence("外部的人或機關，也簽署紀錄頭。", "Somebody outside, who signs the heads too."),
    )
    for witness in witnesses():
        name = witness_key(witness.verifier)[0]
        yield Task(
            Sentence(f"終止見證人「{name}」", f"End the witness “{name}”"),
            _OPEN,
            reverse("witness_end", args=[witness.pk]),
            "blue",
        )


def _audits() -> Task:
    last = last_audit()
    title, href = Sentence("看結果，或現在重算", "See the results, or audit now"), reverse("log_audits")
    if last is None:
        return Task(title, _NONE_YET, href, "grey")
    if not last.faults:
        return Task(title, _HOLDS, href, "green")
    return Task(title, counted(last.faults), href, "red")
