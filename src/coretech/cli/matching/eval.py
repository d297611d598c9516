"""``coretech match eval``: how good a run is, held against judgements; needs no database."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.json_input import as_json
from coretech.cli.matching.files import source
from coretech.cli.matching.judged import judgements_in, run_in
from coretech.cli.speech import say
from coretech.engines.ranking.evaluating import CUTS, Evaluation, evaluate
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

_WIDTH = 22


@app.command("eval")
def evaluate_run(  # noqa: PLR0913 - one option for each thing that may be asked for
    ctx: typer.Context,
    found: Annotated[Path, typer.Argument(metavar="RUN.csv", help="match 的輸出 / what match wrote")],
    judged: Annotated[
        Path,
        typer.Argument(
            metavar="QRELS.csv",
            help="query_id、item_id、relevance（可省，預設 1） / relevance is 1 if left out",
        ),
    ],
    *,
    cuts: Annotated[
        str, typer.Option("--k", metavar="5,10", help="recall 與 nDCG 的深度 / how deep they look")
    ] = ",".join(map(str, CUTS)),
    items: Annotated[
        int | None,
        typer.Option("--items", min=1, help="目錄的項數（WSS 用） / the catalogue's size, for WSS"),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="COLUMN=VALUE", help="只用這些評定 / these judgements only"),
    ] = None,
    per_query: Annotated[
        bool, typer.Option("--per-query", help="逐筆列出 / the figures of each query")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")] = False,
) -> None:
    """評量比對結果：hit、recall、nDCG、MRR、WSS@95 / How good a run is, held against judgements.

    沒有 item_id 的評定列，表示該筆沒有對應項目；拒答的辨識力以 AUC 計。 /
    A judgement without an item says that its query has no partner; how well such are told apart is told as AUC.
    """
    language = str(ctx.obj)
    conditions = _conditions(where or [])
    with source(found, language) as ranked, source(judged, language) as held:
        run, judgements = run_in(ranked), judgements_in(held, conditions)
    there = {item for of in (*run.rankings.values(), *judgements.values()) for item in of}
    told = evaluate(run.rankings, judgements, items or len(there), run.best, _depths(cuts))
    if json:
        say(as_json(_data(told, per_query=per_query)))
        return
    if per_query:
        _table(told)
    for line in _lines(told, language):
        say(line)


def _depths(written: str) -> list[int]:
    try:
        found = [int(each) for each in written.split(",")]
    except ValueError:
        found = []
    if not found or min(found) < 1:
        raise bad_input(
            "--k",
            "--k 應為正整數，例如 5,10",
            f"--k wants whole numbers above 0, such as 5,10, not {written}",
        )
    return found


def _conditions(written: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in written]
    if not all(name and equals for name, equals, _ in pairs):
        raise bad_input(
            "--where",
            "--where 應寫成 欄名=值，例如 half=tuning",
            "--where wants COLUMN=VALUE, such as half=tuning",
        )
    return {name: value for name, _, value in pairs}


def _counts(told: Evaluation) -> dict[str, int]:
    return {
        "queries": len(told.queries),
        "not_answered": told.not_answered,
        "without_partner": told.without_partner,
        "not_judged": told.not_judged,
    }


def _data(told: Evaluation, *, per_query: bool) -> dict[str, object]:
    data: dict[str, object] = {**_counts(told), "refusal_auc": told.refusal_auc, "means": told.means}
    if per_query:
        data["per_query"] = [
            {"query_id": each.query, "answered": each.answered, **each.figures} for each in told.queries
        ]
    return data


def _table(told: Evaluation) -> None:
    """The figures of each query as CSV, and an empty line."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, each in enumerate(told.queries):
        if not number:
            writer.writerow(["query_id", "answered", *each.figures])
        figures = (f"{figure:.4f}" for figure in each.figures.values())
        writer.writerow([each.query, str(each.answered).lower(), *figures])
    say("")


def _lines(told: Evaluation, language: str) -> Iterator[str]:
    """The means, and how many queries they are of."""
    for name, figure in told.means.items():
        yield f"{name:<{_WIDTH}}{figure:.4f}"
    if told.refusal_auc is not None:
        yield f"{'AUC none':<{_WIDTH}}{told.refusal_auc:.4f}"
    yield Sentence(
        f"有對應項目的 {len(told.queries)} 筆，其中 {told.not_answered} 筆沒有答案；"
        f"沒有對應項目的 {told.without_partner} 筆；未評定的 {told.not_judged} 筆不計。",
        f"queries with a partner: {len(told.queries)}, of which not answered: {told.not_answered}; "
        f"without one: {told.without_partner}; not judged and left out: {told.not_judged}.",
    ).say(language)
