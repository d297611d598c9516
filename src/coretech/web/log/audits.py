"""The audits of the log: what the last ones found, how far one has come, and a button that asks for one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from coretech.apps.audit.auditing.how_far import running
from coretech.apps.audit.audits import audit_owed, counted, last_audits, named_by
from coretech.apps.audit.models import AuditRun
from coretech.apps.audit.operations import ask_for_audit
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

SHOWN = 30
COLUMNS = (
    Column(Sentence("完成時間", "Over at")),
    Column(Sentence("紀錄筆數", "Acts"), numeric=True),
    Column(Sentence("資料列", "Rows"), numeric=True),
    Column(Sentence("費時（秒）", "Seconds"), numeric=True),
    Column(Sentence("結果", "Result")),
)
_HOLDS = Sentence("全部相符", "Everything holds")
_ASKED = Sentence("已要求重算，一分鐘內開始。", "The audit is asked for and begins within a minute.")


@require_safe
def log_audits(request: HttpRequest) -> HttpResponse:
    """The last audits. Public; the places that no longer hold are named to whoever may read the log."""
    by = acting(request)
    audits = last_audits(SHOWN)
    newest = audits[0] if audits else None
    reads = refusal_of(allow, by, Action.READ_LOG) is None
    context = {
        "newest": newest,
        "found": counted(newest.faults) if newest else None,
        "named": named_by(newest) if newest and reads else [],
        "reads": reads,
        "columns": COLUMNS,
        "rows": [_row(each) for each in audits],
        "running": running(),
        "owed": audit_owed(),
        "keeps": refusal_of(allow, by, Action.KEEP_LOG_KEYS) is None,
        "refusal": refusal_of(ask_for_audit.check, by),
    }
    return render(request, "log/audits.jinja", context)


@require_POST
def log_audit_ask(request: HttpRequest) -> HttpResponse:
    """Ask for an audit now; for whoever keeps the log."""
    by = acting(request)
    once(lambda: ask_for_audit.ask_for_audit(by))
    return done(request, _ASKED, "log_audits")


def _row(run: AuditRun) -> list[object]:
    faults = counted(run.faults) if run.faults else _HOLDS
    took = round((run.at - run.begun_at).total_seconds())
    return [both_dates(run.at), f"{run.size:,}", f"{run.rows:,}", f"{took:,}", say(faults)]
