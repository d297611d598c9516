"""``coretech case``: what a case would change, and the turns it may take on its way."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.affected import results_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.naming import Named
from coretech.apps.cases.operations.amend_case import amend_case
from coretech.apps.cases.operations.name_affected import name_affected
from coretech.apps.cases.operations.reopen_case import reopen_case
from coretech.apps.cases.operations.return_to_council import return_to_council
from coretech.apps.cases.queries import find_case
from coretech.apps.register.operations.report_to_legislature import Report, report_to_legislature
from coretech.apps.register.queries import history
from coretech.cli.installation.doors import writes
from coretech.cli.installation.options import Number, Reference, Seen, Why, day
from coretech.kit.refusal import bad_input

Results = Annotated[
    list[str] | None,
    typer.Option(
        "--result",
        metavar="ZH|EN[|SCOPE]",
        help="公告後的項目，可多項 / what would be listed: 中文|English|範疇; may be given several times",
    ),
]
Sources = Annotated[
    list[int] | None,
    typer.Option("--with", metavar="NO", help="合併案：併入的清單項次 / for a merger: an item that goes in"),
]
Authority = Annotated[str | None, typer.Option(help="主管機關代碼（預設不變） / the authority; as it is")]
SentOn = Annotated[dt.date | None, day("--sent-on", "送備查日期（預設今天）", "when it was sent; today")]

_FEWEST, _MOST = 2, 3


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "technologies")(name_technologies)
    writes(app, "amend")(amend_proposal)
    writes(app, "council-again")(bring_back)
    writes(app, "reopen")(propose_again)
    writes(app, "legislature")(report_announcement)


def name_technologies(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    *,
    result: Results = None,
    merged: Sources = None,
    authority: Authority = None,
    seen: Seen = None,
) -> Act:
    """指明涉及的項目 / Name the technologies a case affects."""
    case = find_case(by, reference)
    sources = [history(number)[-1].item.technology_id for number in merged or ()]
    return name_affected(by, reference, _named(case, result or [], authority), sources, seen=seen)


def amend_proposal(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    *,
    why: Why,
    result: Results = None,
    authority: Authority = None,
    seen: Seen = None,
) -> Act:
    """審議中修正提案，原提案仍保存 / Amend a proposal before the council votes; what was proposed is kept."""
    return amend_case(
        by, reference, _named(find_case(by, reference), result or [], authority), why, seen=seen
    )


def bring_back(by: Acting, reference: Reference, why: Why, seen: Seen = None) -> Act:
    """送回審議會再審 / Bring an approved case back to the council."""
    return return_to_council(by, reference, why, seen=seen)


def propose_again(by: Acting, reference: Reference, why: Why, seen: Seen = None) -> Act:
    """重新提案，另立新案 / Propose an ended case again, in a new case that follows it."""
    return reopen_case(by, reference, why, seen=seen)


def report_announcement(
    by: Acting,
    edition: Annotated[int, typer.Argument(metavar="EDITION", help="公告版次 / which announcement")],
    number: Number,
    sent_on: SentOn = None,
) -> Act:
    """登錄公告已送立法院備查 / Record that an announcement was reported to the Legislative Yuan."""
    return report_to_legislature(by, edition, Report(number, sent_on or by.today))


def _named(case: Case, given: list[str], authority: str | None) -> list[Named]:
    """The results; without any, those the case has, under the authority that was asked for."""
    if not given:
        return [
            Named(
                row.name_zh,
                row.name_en,
                row.sector.code,
                authority or row.authority.code,
                row.scope_zh,
                row.scope_en,
            )
            for row in results_of(case)
        ]
    return [_read(case, text, authority) for text in given]


def _read(case: Case, text: str, authority: str | None) -> Named:
    words = [word.strip() for word in text.split("|")]
    if not _FEWEST <= len(words) <= _MOST:
        raise bad_input(
            "result",
            f"「{text}」請寫成「中文名稱|英文名稱」，可再加「|範疇」。",
            f"Write “{text}” as “Chinese name|English name”, and “|scope” if there is one.",
        )
    scope = words[2] if len(words) == _MOST else ""
    return Named(words[0], words[1], case.sector.code, authority or case.authority.code, scope)
