"""``coretech controls``: hold figures against export controls, and lay regimes side by side."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.controls_table import matrix_json, matrix_text
from coretech.cli.json_input import as_json
from coretech.cli.json_lines import Answer, Case, answered, facts_of
from coretech.cli.law.input import facts_in, lines_of, on_day
from coretech.cli.speech import say
from coretech.engines.controls.evaluating import evaluate
from coretech.engines.controls.facts import read_facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.matrix import matrix
from coretech.engines.controls.parameters import kinds, kinds_by_word
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.regimes import Regime
from coretech.kit.refusal import bad_input
from coretech.law.convert import Problem
from coretech.law.convert import day as to_day

app = typer.Typer(
    help="以參數判斷是否屬各國管制 / Hold measured parameters against export controls",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="適用哪一天的規定（預設今天） / the rules of this day"),
]
SOME_BAD = 2


@app.command("evaluate")
def evaluate_controls(
    ctx: typer.Context,
    facts: Annotated[
        Path | None, typer.Argument(metavar="FACTS.json", help="事實（預設標準輸入） / facts; standard input")
    ] = None,
    *,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE.jsonl", help="每行一題 / one case a line")
    ] = None,
    regime: Annotated[
        str | None, typer.Option("--regime", metavar="ID", help="只看一個管制 / one regime only")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """判斷是否屬管制；缺什麼資料才能判斷也會說明 / Say whether something is controlled, and what is missing."""
    regimes, day = _regimes(regime), on_day(as_of)
    if batch is not None:
        if facts is not None:
            raise bad_input("batch", "--batch 不能與單題並用", "--batch and a single file exclude each other")
        _many(batch, regimes, day, str(ctx.obj))
        return
    try:
        answer = _one(facts_in(facts), regimes, day)
    except FactsError as error:
        words = error.sentence
        raise bad_input(error.field, f"{error.field}：{words.zh}", f"{error.field}: {words.en}") from None
    say(as_json(answer))


@app.command("matrix")
def show_matrix(
    ctx: typer.Context,
    kind: Annotated[str, typer.Option("--kind", help="種類，例如 logic / such as logic")],
    as_of: AsOf = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")] = False,
) -> None:
    """各國管制並列，一欄一個參數 / Regimes side by side, a column a parameter."""
    name = kinds_by_word().get(kind.strip().lower())
    if name is None:
        listed = "、".join(kinds())
        raise bad_input(
            "kind", f"--kind：不認得「{kind}」；可用：{listed}", f"--kind: no {kind!r}; there are: {listed}"
        )
    laid = matrix(name, bundled(), on_day(as_of))
    say(as_json(matrix_json(laid)) if json else matrix_text(laid, str(ctx.obj)))


def _regimes(named: str | None) -> tuple[Regime, ...]:
    found = tuple(each for each in bundled() if named is None or each.id == named)
    if not found:
        listed = "、".join(each.id for each in bundled())
        raise bad_input(
            "regime",
            f"--regime：沒有「{named}」；可用：{listed}",
            f"--regime: there is no {named!r}; there are: {listed}",
        )
    return found


def _one(given: Mapping[str, object], regimes: tuple[Regime, ...], day: dt.date) -> dict[str, object]:
    """The contract's answer.

    Raises:
        FactsError: for a fact that cannot be taken.
    """
    results = [each.as_json() for each in evaluate(read_facts(given), regimes, day)]
    return {"as_of": day.isoformat(), "results": results}


def _many(batch: Path, regimes: tuple[Regime, ...], day: dt.date, language: str) -> None:
    def result(case: Case) -> Answer:
        try:
            return _one(facts_of(case), regimes, _day_of(case) or day)
        except FactsError as error:
            raise bad_input(error.field, error.sentence.zh, error.sentence.en) from None

    bad = 0
    with lines_of(batch) as lines:
        for answer, good in answered(lines, result, language):
            say(as_json(answer))
            bad += not good
    if bad:
        raise typer.Exit(SOME_BAD)


def _day_of(case: Case) -> dt.date | None:
    """The day a case asks about, where it names one."""
    written = case.get("as_of")
    if written is None:
        return None
    try:
        return to_day(written)
    except Problem as problem:
        raise bad_input("as_of", problem.sentence.zh, problem.sentence.en) from None
