"""``coretech meeting tally``: recorded votes in a CSV, answered by the law; needs no database."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.law.input import STANDARD_INPUT, lines_of, on_day
from coretech.cli.speech import complain
from coretech.cli.tally_lines import ANSWERED, Tally, print_csv, print_json
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.votes.decoding import UTF8, decoded
from coretech.readers.votes.rows import Votes

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

SOME_BAD = 2
LARGEST = 50 * 1024 * 1024


@app.command("tally")
def tally(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv", help="每列一次表決；- 為標準輸入 / a vote a row; - is standard input"
        ),
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="適用哪一天的法規（預設今天） / the law of this day"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="每列印一行 JSON / a line of JSON a row")] = False,
) -> None:
    """已記錄的表決（同意、反對、棄權），依兩種多數決解讀 / Recorded votes under both readings of the majority rule."""
    language = str(ctx.obj)
    told = Tally(_votes(file, language), on_day(as_of), language)
    (print_json if json else print_csv)(told)
    complain(told.summary(), language, 0)
    if told.faults:
        raise typer.Exit(SOME_BAD)


def _votes(file: Path, language: str) -> Votes:
    """The votes in a file, its header read; the encoding is told where it is not UTF-8."""
    name, raw = "-" if file == STANDARD_INPUT else str(file), _bytes_of(file)
    try:
        text = decoded(raw)
        votes = Votes(text.text)
        _refuse_answers(votes)
    except Refused as refused:
        sentence = refused.sentence
        raise bad_input("file", f"{name}：{sentence.zh}", f"{name}: {sentence.en}") from None
    if text.encoding != UTF8:
        complain(
            Sentence(f"{name}：以 {text.encoding} 讀取。", f"{name}: read as {text.encoding}."), language, 0
        )
    return votes


def _bytes_of(file: Path) -> bytes:
    with lines_of(file) as stream:
        try:
            raw = stream.read(LARGEST + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise bad_input("file", f"無法讀取（{reason}）。", f"It cannot be read ({reason}).") from None
    if len(raw) > LARGEST:
        raise bad_input(
            "file", "超過 50 MB；請分成幾個檔案。", "It is over 50 MB; split it into several files."
        )
    return raw


def _refuse_answers(votes: Votes) -> None:
    for name in set(votes.columns.header) & set(ANSWERED):
        raise bad_input(
            name,
            f"「{name}」是答案的欄名；請把檔案的這一欄改名。",
            f"“{name}” is the name of an answer; rename that column of the file.",
        )
