"""``coretech law``: ask the regulation one question or many, list and explain them, tell what is due."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.json_input import as_json
from coretech.cli.law.batch import answer_lines
from coretech.cli.law.input import as_refused, facts_in, law_in, lines_of, on_day
from coretech.cli.law.words import duty_text, explain_text, question_text
from coretech.cli.speech import say
from coretech.kit.refusal import bad_input
from coretech.law import ask, questions
from coretech.law.duties import duties_of
from coretech.law.explain import explain

app = typer.Typer(
    help="詢問認定辦法，得到附條號的答覆 / Ask the regulation, answered by article",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="適用哪一天的法規（預設今天） / the law of this day"),
]
Amended = Annotated[
    Path | None, typer.Option("--parameters", metavar="DIR", help="改用此資料夾的參數 / amended parameters")
]
AsJson = Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")]
FactsFile = Annotated[
    Path | None, typer.Argument(metavar="FACTS.json", help="事實（預設標準輸入） / facts; standard input")
]

SOME_BAD = 2


@app.command("ask")
def ask_law(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="例如 meeting.quorum / such as meeting.quorum")
    ] = None,
    facts: FactsFile = None,
    *,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="CASES.jsonl", help="每行一題 / one question a line")
    ] = None,
    as_of: AsOf = None,
    parameters: Amended = None,
) -> None:
    """問一題，或以 --batch 問多題 / Ask one question, or many with --batch."""
    if batch is not None:
        if question is not None:
            raise bad_input(
                "batch", "--batch 不能與單題並用", "--batch and a single question exclude each other"
            )
        _ask_many(batch, as_of, parameters, str(ctx.obj))
        return
    if question is None:
        raise bad_input(
            "question",
            "請寫要問的問題（coretech law questions 有清單）",
            "name a question (coretech law questions lists them)",
        )
    with as_refused():
        ruling = ask(question, facts_in(facts), as_of=on_day(as_of), parameters=law_in(parameters))
    say(as_json(ruling.as_dict()))


def _ask_many(batch: Path, as_of: str | None, parameters: Path | None, language: str) -> None:
    bad = 0
    with as_refused(), lines_of(batch) as lines:
        for answer, good in answer_lines(lines, on_day(as_of), law_in(parameters), language):
            say(as_json(answer))
            bad += not good
    if bad:
        raise typer.Exit(SOME_BAD)


@app.command("questions")
def list_questions(ctx: typer.Context, *, json: AsJson = False) -> None:
    """列出可問的問題及其事實 / List the questions and the facts they take."""
    for described in questions():
        say(as_json(described.as_dict()) if json else question_text(described, str(ctx.obj)))


@app.command("explain")
def explain_law(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="QUESTION|ARTICLE", help="例如 meeting.quorum 或 5.3 / or 5.3")
    ],
    as_of: AsOf = None,
    parameters: Amended = None,
    *,
    json: AsJson = False,
) -> None:
    """說明一個問題或條文 / Explain a question or an article."""
    with as_refused():
        explained = explain(what, as_of=on_day(as_of), parameters=law_in(parameters))
    say(as_json(explained.as_dict()) if json else explain_text(explained, str(ctx.obj)))


@app.command("duties")
def list_duties(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    facts: FactsFile = None,
    *,
    as_of: AsOf = None,
    year: Annotated[int | None, typer.Option("--year", help="西元年（預設當年） / the year")] = None,
    parameters: Amended = None,
    json: AsJson = False,
) -> None:
    """列出一年的義務：已履行、待履行、逾期 / List a year's duties: met, due or missed."""
    with as_refused():
        owed = duties_of(facts_in(facts), today=on_day(as_of), year=year, parameters=law_in(parameters))
    for duty in owed:
        say(as_json(duty.as_dict()) if json else duty_text(duty, str(ctx.obj)))
