"""``coretech plan read``: a published plan read into checked records; needs no database."""

import json
from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.law.input import STANDARD_INPUT, lines_of
from coretech.cli.speech import complain, say
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.plans.opening import LARGEST, opened
from coretech.readers.plans.reading import Document, Kind, read_any

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="文字檔、ODT、DOCX 或 PDF；- 為標準輸入 / text, ODT, DOCX or PDF; - is standard input",
    ),
]
KindOption = Annotated[
    Kind | None,
    typer.Option(
        "--kind", help="計畫種類；不給則依內容判斷 / the kind; found out by content where not given"
    ),
]


@app.command("read")
def read(
    ctx: typer.Context,
    file: File,
    *,
    kind: KindOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.json", help="寫入此檔 / write to this file"),
    ] = None,
) -> None:
    """讀成一份 JSON：措施、工作項目、指標、經費、疑點 / One JSON document of all it holds and what is doubtful."""
    document = document_in(file, kind, str(ctx.obj))
    text = json.dumps(document.as_json(), ensure_ascii=False, indent=1)
    if out is None:
        say(text)
        return
    try:
        new = out.with_name(f"{out.name}.new")
        new.write_text(f"{text}\n", encoding="utf-8")
        new.replace(out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise bad_input(
            "--out", f"{out}：無法寫入（{reason}）", f"{out}: cannot be written ({reason})"
        ) from None


def document_in(file: Path, kind: Kind | None, language: str) -> Document:
    """The plan in a file; how it was read is told where it matters.

    Raises:
        Refused: (HTTP 422) where the file cannot be opened or holds no plan.
    """
    name = "-" if file == STANDARD_INPUT else str(file)
    try:
        text = opened(bytes_in(file))
        for note in text.notes:
            complain(Sentence(f"{name}：{note.zh}", f"{name}: {note.en}"), language, 0)
        return read_any(text.text, kind)
    except FileError as error:
        raise _named(name, error.sentence) from None


def bytes_in(file: Path) -> bytes:
    """A file's bytes; one byte too many of it is enough for it to be refused.

    Raises:
        Refused: (HTTP 422) where it cannot be opened.
    """
    try:
        with lines_of(file) as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _named(str(file), Sentence(f"無法讀取（{reason}）", f"cannot be read ({reason})")) from None


def _named(name: str, sentence: Sentence) -> Refused:
    return bad_input("file", f"{name}：{sentence.zh}", f"{name}: {sentence.en}")
