"""``coretech log``: the log of official acts, read and recomputed."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import readable_acts
from coretech.cli.installation.doors import group, reads
from coretech.cli.installation.register import log_audit, log_keys
from coretech.cli.installation.told import Told, act_data, act_line, table

app = group("紀錄：每一項正式行為，及其完整性", "the log: every official act, and whether it holds")
log_keys.add_to(app)
log_audit.add_to(app)


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


def _who(act: Act) -> str | None:
    return None if act.account is None else act.account.username
