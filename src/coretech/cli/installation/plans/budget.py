"""``coretech budget``: what plans cost: list, export, import a file, restate a figure, project the share of GDP."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.operations import import_budgets, restate_budget
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.board import board_of
from coretech.apps.reports.spending.budgets import THOUSAND, Stage, standing_figures
from coretech.apps.reports.spending.intake import Intake, rows_of
from coretech.apps.reports.spending.projection import outlook_of, projection_of
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import Why
from coretech.cli.installation.plans.plans import Slug
from coretech.cli.installation.told import Told, act_told, table
from coretech.cli.plan_read import File, bytes_in
from coretech.engines.progress.said import plain, rounded
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.budgets.rows import parse_amount
from coretech.readers.budgets.write import write_budgets
from coretech.readers.seats.write import Format

app = group(
    "計畫經費：列出、匯出、匯入、重述、占GDP推估", "what plans cost: list, export, import, restate, project"
)

_NOT_WRITTEN = Sentence("尚未寫入；確認無誤後加上 --yes。", "Nothing is written yet; --yes takes it in.")
_NONE = Sentence("還沒有經費數字。", "No figure is recorded yet.")


@reads(app, "list")
def list_years(by: Acting, plan: Slug) -> Told:
    """列出各年度各階段的經費（千元），不重複計算 / The plan by year and stage, in NT$ thousand, counted once."""
    allow(by, Action.READ_PLAN)
    version = version_of(plan)
    board = board_of(tree_of(version), standing_figures(by, version.plan))
    data = [
        {
            "year": year,
            **{stage.value: _thousand(board.whole(year).by_stage.get(stage)) for stage in Stage},
            "execution": None if (rate := board.whole(year).rate) is None else plain(rate * 100),
        }
        for year in board.years
    ]
    lines = [tuple("-" if value is None else value for value in each.values()) for each in data]
    return Told(data, lambda _: table(lines), None if data else _NONE)


@reads(app, "export")
def export(
    by: Acting,
    plan: Slug,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="csv或ods / FILE")],
) -> Told:
    """匯出經費（依副檔名為CSV或ODS） / Write the figures to a CSV or ODS file, by its ending."""
    allow(by, Action.READ_PLAN)
    ending = out.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("out", "檔名請以.csv或.ods結尾。", "The file's name ends in .csv or .ods.")
    version = version_of(plan)
    titles = {key: each.title for key, each in tree_of(version).by_key.items()}
    rows = rows_of(standing_figures(by, version.plan), titles)
    out.write_bytes(write_budgets(rows, Format(ending)))
    return Told({"figures": len(rows), "file": out.name}, lambda _: [f"{len(rows)}"])


@writes(app, "import")
def import_file(
    by: Acting,
    plan: Slug,
    file: File,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="寫入 / take it in")] = False,
) -> Told:
    """由CSV或ODS匯入；先列出將寫入的，加 --yes 才寫入 / Show what a file would write; --yes takes it in."""
    raw = bytes_in(file)
    intake = import_budgets.foresee(by, plan, raw)
    if not yes or intake.findings or not intake.writes:
        return _told(intake)
    act = import_budgets.import_budgets(by, plan, raw, intake.digest)
    return act_told(act, more={"counts": dict(act.public["counts"])})


@writes(app, "restate")
def restate(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    plan: Slug,
    figure: Annotated[int, typer.Argument(metavar="FIGURE", help="經費編號（見API） / the figure's number")],
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="新臺幣千元 / NT$ thousand")],
    *,
    document: Annotated[str, typer.Option(help="依據文件 / the document")],
    why: Why,
) -> Act:
    """重述一筆經費 / Put a new amount in the place of one on record."""
    try:
        parsed = parse_amount(amount)
    except ValueError:
        raise bad_input("amount", "請填0以上的數字。", "Write a number, 0 or more.") from None
    return restate_budget.restate_budget(by, plan, figure, parsed, document, why)


@reads(app, "projection")
def projection(by: Acting, plan: Slug) -> Told:
    """科技預算占GDP：重算與所需年增率 / The share of GDP reckoned again, and the growth that reaches the target."""
    allow(by, Action.READ_PLAN)
    found = projection_of(version_of(plan))
    outlook = outlook_of(found, found.usual)
    needed = plain(rounded(outlook.needed_growth * 100, 2))
    data = {
        "line": found.table.line,
        "rows": [
            {
                "year": each.year,
                "share": plain(each.share),
                "printed": None if each.printed is None else str(each.printed),
                "agrees": each.agrees,
            }
            for each in found.checked
        ],
        "target": plain(found.usual.target),
        "year": found.usual.year,
        "needed_growth": needed,
    }
    lines = [(each.year, plain(each.share), each.printed or "-") for each in found.checked]
    return Told(data, lambda _: [*table(lines), f"+{needed} % → {found.usual.target} % ({found.usual.year})"])


def _told(intake: Intake) -> Told:
    data = {
        "counts": {kind.value: count for kind, count in intake.counts.items()},
        "findings": [each.told.as_dict() for each in intake.findings],
    }
    rows = [(each.row.line, each.kind.value, each.row.element, each.row.amount) for each in intake.writes]

    def lines(language: str) -> list[str]:
        return [each.told.say("zh" if language == "zh" else "en") for each in intake.findings] or table(rows)

    return Told(data, lines, _NOT_WRITTEN)


def _thousand(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount / THOUSAND)
