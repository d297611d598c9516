"""``coretech log``: the log of official acts, read and recomputed."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import Audit, audit, readable_acts
from coretech.cli.installation.doors import group, reads
from coretech.cli.installation.told import Told, act_data, act_line, table
from coretech.kit.sentence import Sentence

app = group("紀錄：每一項正式行為，及其完整性", "the log: every official act, and whether it holds")


@reads(app, "list")
def list_acts(
    by: Acting,
    subject: Annotated[str, typer.Option(help="僅此標的，例如 case/2025-0001 / on this subject only")] = "",
) -> Told:
    """列出紀錄，供辦公室及系統管理者 / List the acts, for the Office and administrators."""
    acts = list(readable_acts(by, subject))
    return Told(
        [{**act_data(act), "account": _who(act), "public": act.public} for act in acts],
        lambda _: table([(*act_line(act), _who(act) or "－") for act in acts]),
    )


@reads(app, "audit")
def recompute(by: Acting) -> Told:  # noqa: ARG001 - whether the log holds is for everybody
    """重算整份紀錄；有一處不符即結束碼 1 / Recompute the whole log; exit status 1 where anything does not hold."""
    found = audit()
    data = {"size": found.size, "root": found.root, "broken": list(found.broken)}
    return Told(data, lambda language: _lines(found, language), failed=bool(found.broken))


def _lines(found: Audit, language: str) -> list[str]:
    verdict = (
        Sentence(f"{len(found.broken)} 處不符：", f"{len(found.broken)} faults:")
        if found.broken
        else Sentence("全部相符。", "Everything holds.")
    )
    size = Sentence(f"紀錄 {found.size} 筆，根 {found.root}", f"{found.size} acts, root {found.root}")
    return [size.say(language), verdict.say(language), *found.broken]


def _who(act: Act) -> str | None:
    return None if act.account is None else act.account.username
