"""``coretech inventory``: the board, keepers, rounds and reminders."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.operations import (
    acknowledge_round,
    name_keeper,
    open_round,
    remind,
    report_round,
    review_round,
)
from coretech.apps.inventory.yearly.board import Line, board
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.apps.inventory.yearly.reminders import told
from coretech.apps.inventory.yearly.rounds import rounds_about
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import day
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, act_told, table
from coretech.jobs.reminders import reminders_of

RoundId = Annotated[
    int, typer.Argument(metavar="ROUND", help="盤點編號（見 inventory board） / see inventory board")
]
AgencyCode = Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / the agency's code")]
Since = Annotated[dt.date | None, day("--since", "自何日起（預設今日）", "the first day; today")]
Due = Annotated[dt.date, day("--due", "提報期限", "the report is due on")]
HeldOn = Annotated[dt.date, day("--on", "審查會日期", "the panel met on")]
Opinion = Annotated[str | None, typer.Option(help="審查意見 / the panel's opinion")]
File = Annotated[Path | None, typer.Option(help="文字檔，- 為標準輸入 / a text file; - is standard input")]


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "board")(show_board)
    reads(app, "find")(find_rounds)
    writes(app, "name-keeper")(name)
    writes(app, "open-round")(begin)
    writes(app, "review-round")(review)
    writes(app, "report-round")(report)
    writes(app, "acknowledge-round")(acknowledge)
    writes(app, "remind")(send_reminders)


def show_board(
    by: Acting, year: Annotated[int | None, typer.Option(help="西元年 / the year")] = None
) -> Told:
    """各機關盤點情形，需處理者在前 / The inventories of a year, what needs attention first."""
    shown = board(by, year)

    def lines(language: str) -> Iterable[str]:
        return table(
            [
                (
                    "-" if line.round is None else line.round.pk,
                    line.agency.code,
                    line.agency.name_on(shown.day).say(language),
                    "-" if line.round is None else line.round.state,
                    " ".join(line.marks) or "-",
                )
                for line in shown.lines
            ]
        )

    return Told({"year": shown.year, "agencies": [_data(line) for line in shown.lines]}, lines)


def find_rounds(by: Acting, words: Annotated[str, typer.Argument(help="要找的字 / the words")]) -> Told:
    """找過去的盤點，結果為無者亦在內 / Find earlier rounds by their words, nil ones too."""
    found = rounds_about(by, words)
    return Told(
        [_round(each) for each in found],
        lambda _: table([(each.pk, each.agency.code, each.year, each.state, _nil(each)) for each in found]),
    )


def name(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    agency: AgencyCode,
    *,
    kind: Annotated[Keeper.Kind, typer.Option(help="unit 單位或 person 專人 / a unit or a person")],
    name: Annotated[str, typer.Option(help="名稱 / its name")] = "",
    person: Annotated[int | None, typer.Option(help="承辦人的人員編號 / an officer's number")] = None,
    since: Since = None,
) -> Act:
    """指定盤點的專責單位或專人 / Name who keeps the agency's inventory."""
    named = name_keeper.Named(kind.value, since or by.today, name, person)
    return name_keeper.name_keeper(by, agency, named)


def begin(
    by: Acting,
    agency: AgencyCode,
    *,
    due: Due,
    scope: Annotated[str, typer.Option(help="盤點範圍 / what it covers")],
) -> Act:
    """開始今年的盤點 / Open this year's round."""
    return open_round.open_round(by, agency, due, scope)


def review(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    round_id: RoundId,
    *,
    on: HeldOn,
    present: Annotated[int, typer.Option(help="出席人數 / how many attended")],
    in_favour: Annotated[int, typer.Option(help="贊成人數 / how many were in favour")],
    abstain: Annotated[int, typer.Option(help="棄權人數 / how many abstained")] = 0,
    recused: Annotated[int, typer.Option(help="迴避人數 / how many were recused")] = 0,
    opinion: Opinion = None,
    file: File = None,
) -> Act:
    """登錄專家審查會對整次盤點的審查 / Record the panel's review of the whole round."""
    words = text_from(opinion, file)
    found = PanelFound(on, present, in_favour, words, abstain, recused)
    return review_round.review_round(by, round_id, found)


def report(
    by: Acting,
    round_id: RoundId,
    note: Annotated[
        str, typer.Option(help="說明，結果為無時必填 / a note; needed where nothing was found")
    ] = "",
) -> Act:
    """經辦公室提報盤點結果 / Report the round through the Office."""
    return report_round.report_round(by, round_id, note)


def acknowledge(by: Acting, round_id: RoundId) -> Act:
    """確認收悉盤點提報 / Acknowledge a round's report, as the Office."""
    return acknowledge_round.acknowledge_round(by, round_id)


def send_reminders(
    by: Acting,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只列出，不寄 / list, send nothing")] = False,
) -> Told:
    """寄出今日的期限提醒，每人一封、每日一次 / Send today's reminders: one letter each, once a day."""
    asked = remind.require_sender if dry_run else remind.check
    asked(by)
    reminders = reminders_of(by.today)
    if not dry_run:
        act = remind.remind(by, reminders)
        return act_told(act, more={"letters": act.public["letters"]})
    return Told(
        [
            {
                "account": each.account,
                "due_on": None if each.due_on is None else each.due_on.isoformat(),
                "what": each.what.as_dict(),
                "path": each.path,
            }
            for each in reminders
        ],
        lambda language: table(
            [(each.account, told(each, by.today).say(language), each.path) for each in reminders]
        ),
    )


def _data(line: Line) -> dict[str, object]:
    return {
        "agency": line.agency.code,
        "kind": line.agency.kind,
        "keeper": None if line.keeper is None else {"kind": line.keeper.kind, "name": line.keeper.name},
        "round": None if line.round is None else _round(line.round),
        "marks": [mark.value for mark in line.marks],
        "duties": [duty.as_dict() for duty in line.owed.values()],
    }


def _round(found: Round) -> dict[str, object]:
    return {
        "id": found.pk,
        "agency": found.agency.code,
        "year": found.year,
        "state": found.state,
        "due_on": found.last_day.isoformat(),
        "nil": found.nil,
        "candidates": len(found.candidates.all()),
    }


def _nil(found: Round) -> str:
    return "nil" if found.nil else str(len(found.candidates.all()))
