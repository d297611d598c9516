"""``coretech register verify``: a proof checked offline, with the published key alone; needs no database."""

import json as to_json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from coretech.cli.law.input import lines_of
from coretech.cli.speech import say
from coretech.engines.ledger.held import Held
from coretech.engines.ledger.verify import Key, ProofError, check, read_keys
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LARGEST = 1024 * 1024


@app.command("verify")
def verify(
    ctx: typer.Context,
    proof: Annotated[
        Path, typer.Argument(metavar="PROOF", help="證明檔；- 為標準輸入 / the proof; - is standard input")
    ],
    *,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="FILE", help="公布的公鑰（預設本機的） / the published key; this installation's"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")] = False,
) -> None:
    """離線查驗證明；不成立時結束碼 1，無法讀取時 2 / Check a proof offline; 1: does not hold, 2: cannot be read."""
    content = _read(proof)
    try:
        said = check(content, _trusted(key))
    except ProofError as error:
        raise Refused(Sentence(error.zh, error.en), status=409 if error.status == 1 else 422) from error
    say(to_json.dumps(_data(said), ensure_ascii=False) if json else _words(said).say(str(ctx.obj)))


def _trusted(file: Path | None) -> list[Key]:
    """The keys in a file; without one those of this installation, from its folder or else its database."""
    if file is not None:
        try:
            return read_keys(_read(file).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise ProofError("not_a_key") from None
    verifiers = _own_files() or _own_rows()
    return [key for each in verifiers for key in read_keys(each)]


def _own_files() -> list[str]:
    from coretech.embedded.home import home_from  # noqa: PLC0415 - a check with a key of its own needs no home

    keys = Path(os.environ.get("CORETECH_KEYS") or home_from(os.environ) / "keys").expanduser()
    return [path.read_text(encoding="utf-8").strip() for path in sorted((keys / "log").glob("*.pub"))]


def _own_rows() -> list[str]:
    from coretech.cli.installation.register.proof import own_verifiers  # noqa: PLC0415 - only this needs Django

    return own_verifiers()


def _read(file: Path) -> bytes:
    with lines_of(file) as stream:
        try:
            content = stream.read(LARGEST + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise bad_input(
                "file", f"{file}：無法讀取（{reason}）。", f"{file}: cannot be read ({reason})."
            ) from None
    if len(content) > LARGEST:
        raise bad_input("file", f"{file}：超過 1 MB，不是證明。", f"{file}: over 1 MB, so it is no proof.")
    return content


def _data(said: dict[str, Any]) -> dict[str, object]:
    held = Held.of(said)
    return {"holds": True, "item": said["item"], "act": held.act, "log": held.origin, "size": held.size}


def _words(said: dict[str, Any]) -> Sentence:
    held = Held.of(said)
    return Sentence(
        f"成立：{held.what.zh}見於紀錄第{held.act}筆，紀錄頭共{held.size}筆，由{held.origin}簽署。",
        f"It holds: {held.what.en} stands in act {held.act} of the log, under the head over {held.size} acts that "
        f"{held.origin} signed.",
    )
