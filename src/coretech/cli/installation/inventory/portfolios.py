"""``coretech inventory``: portfolios uploaded, screened here and now, screened again, and how far they have come."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.inventory.finds.columns import guessed_columns
from coretech.apps.inventory.finds.portfolios import find_portfolio, readable, require_judge
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.models import Portfolio
from coretech.apps.inventory.operations.allow_training import allow_training
from coretech.apps.inventory.operations.hold_screening import hold_screening
from coretech.apps.inventory.operations.screen_again import screen_again
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.apps.inventory.operations.take_portfolio import take_portfolio
from coretech.apps.inventory.operations.upload_portfolio import Upload, upload_portfolio
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.told import Told, table
from coretech.kit.refusal import bad_input
from coretech.readers.portfolios.columns import COLUMNS

Number = Annotated[
    int, typer.Argument(metavar="PORTFOLIO", help="見 inventory portfolios / see inventory portfolios")
]
File = Annotated[
    Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="CSV、ODS、JSONL、Parquet")
]


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "portfolios")(list_portfolios)
    reads(app, "portfolio")(show)
    writes(app, "upload-portfolio")(upload)
    writes(app, "take-portfolio")(take)
    writes(app, "screen-portfolio")(screen)
    writes(app, "hold-screening")(hold)
    writes(app, "screen-again")(again)
    writes(app, "allow-training")(training)


def list_portfolios(by: Acting) -> Told:
    """列出可開啟的計畫組合 / List the portfolios that open to this account."""
    require_judge(by)
    found = [each for each, refusal in readable(by) if refusal is None]
    rows = [
        (each.pk, each.round.agency.code, each.title, each.number, each.state, each.total) for each in found
    ]
    return Told([_data(each) for each in found], lambda _: table(rows))


def show(by: Acting, portfolio: Number) -> Told:
    """一個計畫組合：比對、判斷、估計漏掉多少 / One portfolio: screened, judged, and what is probably left."""
    found = find_portfolio(by, portfolio)
    standing = standing_of(found)
    numbers = {
        "screened": standing.screened,
        "above": standing.above,
        "judged": standing.judged,
        "accepted": standing.accepted,
        "set_aside": standing.set_aside,
        "unsure": standing.unsure,
        "waiting": standing.waiting,
        "left_low": standing.left.low,
        "left_high": standing.left.high,
        "kappa": standing.agreement.kappa,
    }
    faults = [(each["line"], each["column"], each["zh"], each["en"]) for each in found.faults]
    return Told(
        _data(found) | numbers | {"faults": found.faults},
        lambda language: [
            *table(list(numbers.items())),
            *table([(line, column, zh if language == "zh" else en) for line, column, zh, en in faults]),
        ],
    )


def upload(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    agency: Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / the agency's code")],
    file: File,
    *,
    title: Annotated[str, typer.Option(help="名稱 / its title")],
    confidential: Annotated[bool, typer.Option(help="含機密計畫 / it holds confidential projects")] = False,
    foreign: Annotated[bool, typer.Option(help="也與外國清單比對 / foreign lists as well")] = False,
) -> Act:
    """上傳計畫組合，加密保存 / Upload a portfolio; it is sealed at rest."""
    return upload_portfolio(by, agency, Upload(title, file.name, file.read_bytes(), confidential, foreign))


def take(
    by: Acting,
    portfolio: Number,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=HEADING", help="欄位對應，未給則依上次或猜測 / a column; as last time, or guessed"
        ),
    ] = None,
) -> Act:
    """讀入資料列，背景開始比對 / Take its rows; screening begins in the background."""
    found = find_portfolio(by, portfolio)
    return take_portfolio(by, found.pk, guessed_columns(found) | dict(map(_pair, column or [])))


def screen(by: Acting, portfolio: Number) -> Act:
    """立即比對到完 / Screen what waits, to the end, here and now."""
    found = find_portfolio(by, portfolio)
    act = screen_portfolio(by, found.pk)
    while Portfolio.objects.filter(pk=found.pk, state=Portfolio.State.SCREENING).exists():
        act = screen_portfolio(by, found.pk)
    return act


def hold(
    by: Acting,
    portfolio: Number,
    *,
    go_on: Annotated[bool, typer.Option("--go-on", help="繼續比對 / go on with it")] = False,
) -> Act:
    """暫停比對，或以 --go-on 繼續 / Hold the screening, or go on with it."""
    return hold_screening(by, find_portfolio(by, portfolio).pk, hold=not go_on)


def again(
    by: Acting,
    portfolio: Number,
    *,
    foreign: Annotated[
        bool | None, typer.Option(help="是否也與外國清單比對（預設同前次） / foreign lists; as before")
    ] = None,
) -> Act:
    """以目前的清單與詞彙重新比對，判斷沿用 / Screen again with today's list and terms; judgements stay."""
    return screen_again(by, find_portfolio(by, portfolio).pk, foreign=foreign)


def training(
    by: Acting,
    portfolio: Number,
    *,
    why: Annotated[str, typer.Option(help="理由或簽准文號 / why, or the number of the approval")],
    forbid: Annotated[bool, typer.Option("--forbid", help="不同意 / do not allow it")] = False,
) -> Act:
    """同意由機密計畫組合學習詞彙，或以 --forbid 收回 / Allow learning from a confidential portfolio, or forbid it."""
    return allow_training(by, find_portfolio(by, portfolio).pk, why, allowed=not forbid)


def _pair(text: str) -> tuple[str, str]:
    name, sign, heading = text.partition("=")
    if not sign or name not in COLUMNS:
        raise bad_input(
            "column",
            f"請寫成「名稱=欄名」，名稱為{'、'.join(COLUMNS)}。",
            f"Write NAME=HEADING; the names are {', '.join(COLUMNS)}.",
        )
    return name, heading


def _data(found: Portfolio) -> dict[str, object]:
    return {
        "id": found.pk,
        "agency": found.round.agency.code,
        "title": found.title,
        "state": found.state,
        "confidential": found.confidential,
        "total": found.total,
        "screened": found.screened,
        "left_out": found.fault_count,
        "screening": found.number,
        "terms": None if found.model is None else found.model.number,
    }
