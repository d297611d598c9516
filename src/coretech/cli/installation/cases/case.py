"""``coretech case``: a case from the candidate to the council's agenda, step by step."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.invite_authority import invite_authority
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.queries import find_case, visible_cases
from coretech.apps.cases.states import State
from coretech.apps.meetings.operations.put_on_agenda import put_on_agenda
from coretech.cli.installation.cases import attachments, case_kinds, dossier, publication
from coretech.cli.installation.cases.case_told import case_data, case_row, case_told
from coretech.cli.installation.cases.dossier import dossier_told
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import MeetingId, Reference, Seen, Why, day
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

app = group("案件：從候選項目到公告的每一步", "cases: every step from the candidate to the announcement")
publication.add_to(app)
case_kinds.add_to(app)
dossier.add_to(app)
attachments.add_to(app)

_NONE = Sentence(
    "沒有可閱覽的案件；以 --as 指定帳號，或先以 case open 成案。",
    "There is no case to see; name an account with --as, or open one with case open.",
)


@reads(app, "list")
def list_cases(
    by: Acting, state: Annotated[State | None, typer.Option(help="僅列此狀態 / in this state only")] = None
) -> Told:
    """列出可閱覽的案件 / List the cases that may be seen."""
    cases = [case for case in visible_cases(by) if state in (None, case.stands_at)]
    note = None if cases else _NONE
    return Told(
        [case_data(case) for case in cases],
        lambda language: table([case_row(case, language) for case in cases]),
        note,
    )


@reads(app, "show")
def show_case(by: Acting, reference: Reference) -> Told:
    """案件進度、法規要求的下一步、不能辦理的理由 / Where a case stands, what comes next, why a step is closed."""
    return case_told(by, find_case(by, reference))


@reads(app, "dossier")
def show_dossier(by: Acting, reference: Reference) -> Told:
    """閱覽提報資料（須依法得閱覽） / Read the dossier, where the law opens it."""
    return dossier_told(by, find_case(by, reference))


@writes(app, "open")
def open_from_candidate(
    by: Acting,
    candidate: Annotated[
        int, typer.Argument(metavar="CANDIDATE", help="候選編號（見 inventory list） / its number")
    ],
) -> Act:
    """將候選項目成案 / Open a case on a candidate."""
    return open_case(by, candidate)


@writes(app, "part")
def write_dossier_part(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    name: Annotated[str, typer.Argument(metavar="PART", help="description, characteristics, functions, …")],
    *,
    text: Annotated[str | None, typer.Option(help="內容 / the text")] = None,
    file: Annotated[
        Path | None, typer.Option(help="內容檔，- 為標準輸入 / a file; - is standard input")
    ] = None,
    harm: Annotated[
        list[str] | None, typer.Option(help="定義說明的損害類別 / a harm of the definition")
    ] = None,
    limb: Annotated[list[int] | None, typer.Option(help="定義說明的要件 / a limb of the definition")] = None,
    seen: Seen = None,
) -> Act:
    """填寫提報資料的一項，成為新版本 / Write the next version of one part of the dossier."""
    words = text_from(text, file)
    return write_part(by, reference, name, words, harms=tuple(harm or ()), limbs=tuple(limb or ()), seen=seen)


@writes(app, "panel")
def record_panel_review(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    *,
    present: Annotated[int, typer.Option(help="出席人數 / how many attended")],
    in_favour: Annotated[int, typer.Option(help="贊成人數 / how many were in favour")],
    opinion: Annotated[str, typer.Option(help="審查意見 / the panel's opinion")],
    against: Annotated[
        int | None, typer.Option(help="反對人數；預設為其餘 / against; all the others")
    ] = None,
    abstain: Annotated[int, typer.Option(help="棄權人數 / how many abstained")] = 0,
    recused: Annotated[int, typer.Option(help="出席而迴避的人數 / recused among them")] = 0,
    conditions: Annotated[str, typer.Option(help="附帶條件 / the opinion's conditions")] = "",
    held_on: Annotated[dt.date | None, day("--held-on", "會議日期（預設今天）", "when it met; today")] = None,
    seen: Seen = None,
) -> Act:
    """登錄系統外的專家審查結果 / Record the review of a panel that met outside the system."""
    review = Review(held_on or by.today, present, in_favour, opinion, against, abstain, recused, conditions)
    return review_by_panel(by, reference, review, seen)


@writes(app, "submit")
def submit_case(by: Acting, reference: Reference, seen: Seen = None) -> Act:
    """提報關鍵技術辦公室 / Submit the case to the Office."""
    return submit(by, reference, seen)


@writes(app, "check")
def record_check(
    by: Acting,
    reference: Reference,
    passed: Annotated[
        bool, typer.Option("--pass/--return", help="查核完成或退回補正 / pass it or return it")
    ],
    note: Annotated[str, typer.Option(help="查核意見 / what the check found")],
    seen: Seen = None,
) -> Act:
    """辦公室查核：通過或退回補正 / The Office's check: pass the case on or return it."""
    return check_submission(by, reference, passed=passed, note=note, seen=seen)


@writes(app, "withdraw")
def withdraw_case(by: Acting, reference: Reference, why: Why, seen: Seen = None) -> Act:
    """撤回提報 / Withdraw the case."""
    return withdraw(by, reference, why, seen)


@writes(app, "invite")
def invite_other_authority(by: Acting, reference: Reference, seen: Seen = None) -> Act:
    """邀請其他主管機關參與研議 / Invite the other authority."""
    return invite_authority(by, reference, seen)


@writes(app, "agenda")
def add_to_agenda(by: Acting, reference: Reference, meeting: MeetingId, seen: Seen = None) -> Act:
    """排入審議會議程 / Put the case on a meeting's agenda."""
    return put_on_agenda(by, reference, meeting, seen)
