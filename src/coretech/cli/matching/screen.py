"""``coretech screen``: a portfolio of research projects matched with the register in force."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.law.input import on_day
from coretech.cli.matching.columns import Columns, columns_in
from coretech.cli.matching.match import (
    MANY,
    EngineName,
    Explain,
    IdColumn,
    Model,
    ModelWeight,
    Out,
    ShowProgress,
    TextColumns,
    Top,
    summary,
)
from coretech.cli.matching.progress import Progress
from coretech.cli.matching.queries import Queries, paths_of
from coretech.cli.matching.register import register_catalogue
from coretech.cli.matching.running import Asked, Engine, interrupted, matched
from coretech.cli.speech import complain

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def screen(  # noqa: PLR0913 - one option for each thing that may be asked for
    ctx: typer.Context,
    portfolio: Annotated[Path, typer.Argument(metavar="PORTFOLIO", help=MANY)],
    *,
    lists: Annotated[
        bool, typer.Option("--lists", help="也比對外國現行清單 / the lists of other countries too")
    ] = False,
    top: Top = 5,
    out: Out = None,
    explain: Explain = False,
    least: Annotated[
        float | None,
        typer.Option(
            "--min-score", min=0, max=1, help="低於此分數不列（預設：校準過的門檻） / none below it"
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="哪一天的清單（預設今天） / the list on a day"),
    ] = None,
    text_columns: TextColumns = None,
    id_column: IdColumn = None,
    model: Model = None,
    model_weight: ModelWeight = 0.5,
    engine: EngineName = Engine.PROCESS,
    progress: ShowProgress = None,
) -> None:
    """以現行清單篩研究計畫，找出可能相關的項目 / Screen research projects against the register in force.

    輸出與 match 相同；分數夠高才列出，沒列出的計畫即沒有找到。分數不是判斷，仍須由人判讀。 /
    The output is that of match; a project without a row has nothing to show. A score is never a judgement.
    """
    language = str(ctx.obj)
    bar = Progress(language, shown=progress)
    try:
        of = Queries(
            paths_of(portfolio), Columns(id_column, columns_in(text_columns), guessed=True), language
        )
        items = register_catalogue(on_day(as_of) if as_of else None, foreign=lists)
        asked = Asked(top, _threshold() if least is None else least, explain, model, model_weight, engine)
        done = matched(of, items, asked, out, bar)
    except KeyboardInterrupt:
        raise typer.Exit(interrupted(language, bar)) from None
    complain(summary(done, len(items.ids), of.faults), language, 0)


def _threshold() -> float:
    from coretech.engines.matching.matcher import THRESHOLD  # noqa: PLC0415 - so that help needs no engine

    return THRESHOLD
