"""``coretech match``: for every query the items of a catalogue that it is about; needs no database."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.matching.columns import Columns, columns_in
from coretech.cli.matching.files import Source, source
from coretech.cli.matching.progress import Progress
from coretech.cli.matching.queries import Queries, paths_of
from coretech.cli.matching.running import Asked, Catalogue, Engine, interrupted, matched
from coretech.cli.speech import complain
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.texts.texts import ID, TEXT, has_columns

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

FORMS = "CSV、JSONL、Parquet 或 ODS；- 為標準輸入 / CSV, JSONL, Parquet, ODS; - is standard input"
MANY = f"{FORMS}；也可給資料夾或 'part-*.csv' / or a folder, or a pattern"
Top = Annotated[int, typer.Option("--top", min=1, help="每筆最多幾項 / how many items for each")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE.csv", help="寫入此檔，完成才出現 / this file, there once it is whole"
    ),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="說明由哪些詞得分 / tell the terms that carried the score")
]
IdColumn = Annotated[
    str | None, typer.Option("--id-column", metavar="NAME", help="識別碼的欄（預設 id） / the ids' column")
]
TextColumns = Annotated[
    str | None,
    typer.Option("--text-columns", metavar="A,B", help="文字的欄，可數欄 / the texts' columns, joined"),
]
Model = Annotated[
    Path | None,
    typer.Option(
        "--model", metavar="DIR", help="句向量模型（model.onnx、tokenizer.json） / a sentence-embedding model"
    ),
]
ModelWeight = Annotated[
    float,
    typer.Option("--model-weight", min=0, max=1, help="模型占分數的比重 / its share of a score"),
]
EngineName = Annotated[
    Engine, typer.Option("--engine", help="在一個行程內或以 Spark 比對 / in one process, or on Spark")
]
ShowProgress = Annotated[
    bool | None,
    typer.Option("--progress/--no-progress", help="顯示進度（預設：在終端機上） / show how far it is"),
]


@app.command()
def match(  # noqa: PLR0913 - one option for each thing that may be asked for
    ctx: typer.Context,
    queries: Annotated[Path, typer.Argument(metavar="QUERIES", help=MANY)],
    catalogue: Annotated[Path, typer.Argument(metavar="CATALOGUE", help=FORMS)],
    *,
    top: Top = 5,
    out: Out = None,
    explain: Explain = False,
    least: Annotated[
        float, typer.Option("--min-score", min=0, max=1, help="低於此分數不列 / none below this score")
    ] = 0.0,
    text_columns: TextColumns = None,
    id_column: IdColumn = None,
    model: Model = None,
    model_weight: ModelWeight = 0.5,
    engine: EngineName = Engine.PROCESS,
    progress: ShowProgress = None,
) -> None:
    """為每筆文字找出目錄中最相關的項目 / Rank, for every query, the items of a catalogue that it is about.

    兩檔各有 id 與 text 欄；輸出 query_id、rank、item_id、score（0 到 1）、why。壞列列在標準錯誤並略過。 /
    Both have columns id and text. Bad rows are listed on standard error and left out.

    coretech match eval RUN QRELS 評量一次結果；檔名就叫 eval 時請寫成 ./eval /
    measures a run; a file that is called eval is written ./eval
    """
    language = str(ctx.obj)
    asked, bar = Asked(top, least, explain, model, model_weight, engine), Progress(language, shown=progress)
    columns = Columns(id_column, columns_in(text_columns))
    try:
        of = Queries(paths_of(queries), columns, language)
        with source(catalogue, language) as items:
            found = _catalogue(items, columns)
        done = matched(of, found, asked, out, bar)
    except KeyboardInterrupt:
        raise typer.Exit(interrupted(language, bar)) from None
    complain(summary(done, len(found.ids), of.faults + items.faults), language, 0)


def summary(done: int, items: int, faults: int) -> Sentence:
    """How many queries were matched with how many items, and how many rows were left out."""
    zh, en = f"{done:,} 筆與 {items:,} 項比對", f"{done:,} queries matched with {items:,} items"
    if faults:
        zh, en = f"{zh}；{faults:,} 列有誤，已略過", f"{en}; bad rows left out: {faults:,}"
    return Sentence(f"{zh}。", f"{en}.")


def _catalogue(items: Source, named: Columns) -> Catalogue:
    """The catalogue, by the columns named where it has them, else by ``id`` and ``text``.

    Raises:
        Refused: (HTTP 422) where not one of its rows can be used.
    """
    name = named.id if named.id and has_columns(items.table, [named.id]) else ID
    columns = named.texts if named.texts and has_columns(items.table, named.texts) else [TEXT]
    good = list(items.texts(items.columns(name, columns)))
    if not good:
        raise bad_input(
            "catalogue",
            f"{items.name}：目錄沒有可用的列。",
            f"{items.name}: not one row of the catalogue can be used.",
        )
    return Catalogue([text.id for text in good], [text.text for text in good])
