"""``coretech doctor``: what this installation runs on, what is missing, what to do."""

import os
from typing import Annotated

import typer

from coretech.cli.doctor.audit import audit_findings
from coretech.cli.doctor.database import database_findings
from coretech.cli.doctor.finding import Finding, State
from coretech.cli.doctor.machine import machine_findings
from coretech.cli.json_input import as_json
from coretech.cli.speech import say
from coretech.kit.sentence import Sentence

app = typer.Typer(
    help="檢查執行環境，缺什麼、怎麼補 / What it runs on, what is missing, what to do",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
WORDS = {
    State.FINE: Sentence("正常", "fine"),
    State.MISSING: Sentence("缺少", "missing"),
    State.WRONG: Sentence("異常", "wrong"),
    State.OPTIONAL: Sentence("選用", "optional"),
}
ALL_FINE = Sentence("所需的都有了。", "Everything needed is here.")
NOT_FINE = Sentence(
    "有缺少或異常的項目，請依上面的說明處理。", "Something needed is missing or wrong; see what to do above."
)


@app.command()
def doctor(
    ctx: typer.Context,
    *,
    json: Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")] = False,
) -> None:
    """檢查執行環境；有缺少或異常的項目時結束代碼為 1 / Look; exit status 1 where something is missing or wrong."""
    findings = [*machine_findings(os.environ), *database_findings(os.environ), *audit_findings(os.environ)]
    fine = all(finding.state not in {State.MISSING, State.WRONG} for finding in findings)
    if json:
        say(as_json({"fine": fine, "findings": [finding.as_dict() for finding in findings]}))
    else:
        say("\n".join(_told(finding, str(ctx.obj)) for finding in findings))
        say((ALL_FINE if fine else NOT_FINE).say(str(ctx.obj)))
    raise typer.Exit(0 if fine else 1)


def _told(finding: Finding, language: str) -> str:
    state, what, seen = WORDS[finding.state], finding.what, finding.seen
    line = Sentence(f"{state.zh}  {what.zh}：{seen.zh}", f"{state.en:<8}  {what.en}: {seen.en}").say(language)
    return line if finding.advice is None else f"{line}\n      → {finding.advice.say(language)}"
