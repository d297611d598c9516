"""``coretech watch fetch``: works asked of OpenAlex's API into a snapshot; only where the environment allows it."""

import os
import time
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from coretech.cli.speech import complain
from coretech.cli.watch.input import day_of_reading, read_works
from coretech.cli.watch.reading import tell_snapshot
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.readers.openalex.client import Client, NeverError
from coretech.readers.openalex.fetching import End, Fetched, Terms, fetch
from coretech.readers.openalex.kept import Kept, forget, kept_in
from coretech.readers.openalex.query import Query
from coretech.readers.works.manifest import Asked
from coretech.readers.works.problems import Fault, Problem

FOLDER = "fetched"
BUDGET = 1_000
TOLD_EVERY = 50
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def fetch_into(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="SNAPSHOT", help="快照資料夾 / the snapshot's folder")
    ],
    query: Annotated[
        str,
        typer.Option(
            "--query",
            metavar="FILTER",
            help="OpenAlex的filter，如 primary_topic.id:T10682 / a filter in OpenAlex's words",
        ),
    ] = "",
    search: Annotated[str, typer.Option("--search", help="搜尋的字詞 / words to search for")] = "",
    budget: Annotated[
        int, typer.Option("--budget", min=0, help="這次最多用多少點數 / credits to spend at most")
    ] = BUDGET,
    again: Annotated[
        bool, typer.Option("--again", help="捨棄已取得的，重新查詢 / throw away what is kept and ask anew")
    ] = False,
) -> None:
    """向OpenAlex取得著作並製成快照；已取得的不重問 / Ask OpenAlex for works; what is kept is not asked again."""
    language, day = str(ctx.obj), day_of_reading()
    client, question = _client(), Query(query.strip(), search.strip())
    if again:
        forget(out / FOLDER)
    kept = _kept(out / FOLDER, question, client.address)
    try:
        ended = fetch(
            client, question, kept, Terms(day, budget, time.sleep, lambda each: _tell(each, language))
        )
    except NeverError as error:
        raise bad_input("query", f"OpenAlex不受理：{error}", f"OpenAlex refuses it: {error}") from None
    except OSError as error:
        raise bad_input(
            "--out", f"{out}：無法寫入（{error.strerror}）", f"{out}: cannot be written ({error.strerror})"
        ) from None
    complain(_said(ended, kept), language, 0)
    if kept.files:
        lacking = () if kept.whole else (_unfinished(kept),)
        written = f"{kept.query}（{kept.works:,} / {kept.count:,}）"
        asked = Asked(day, f"OpenAlex API {client.address}", written, lacking)
        tell_snapshot(out, read_works(kept.files, out, asked), language)
    if ended.end is End.NO_ANSWER:
        raise typer.Exit(1)


def _client() -> Client:
    """The client, where the environment names whom to ask.

    Raises:
        Refused: where it does not, or names a machine elsewhere that would be asked in the open.
    """
    address = os.environ.get("CORETECH_OPENALEX", "").strip()
    if not address:
        raise _switched_off()
    parts = urlsplit(address)
    if not parts.hostname or not (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    ):
        raise bad_input(
            "CORETECH_OPENALEX",
            f"CORETECH_OPENALEX：{address!r} 應以 https:// 開頭",
            f"CORETECH_OPENALEX: {address!r} should begin with https://",
        )
    return Client(address, os.environ.get("CORETECH_OPENALEX_KEY", "").strip())


def _switched_off() -> Refused:
    return wrong_state(
        "未開放向外查詢；管理者設定 CORETECH_OPENALEX=https://api.openalex.org 後才會連線。",
        "Asking outside is switched off; set CORETECH_OPENALEX=https://api.openalex.org to allow it.",
    )


def _kept(folder: Path, question: Query, address: str) -> Kept:
    try:
        return kept_in(folder, question, address)
    except ValueError as error:
        raise bad_input(
            "--out",
            f"{folder}：存的是另一個查詢（{error}）；請換資料夾，或加 --again 重新查詢",
            f"{folder}: keeps another query ({error}); use another folder, or --again to begin anew",
        ) from None


def _tell(kept: Kept, language: str) -> None:
    if kept.pages % TOLD_EVERY == 0:
        far = f"{kept.works:,} / {kept.count:,}"
        complain(Sentence(f"已取得 {far} 篇", f"{far} works fetched"), language, 0)


def _said(ended: Fetched, kept: Kept) -> Sentence:
    far = f"{kept.works:,} / {kept.count:,}"
    zh = f"取得 {far} 篇，這次用了 {ended.spent:,} 點"
    en = f"{far} works fetched; {ended.spent:,} credits spent this time"
    why = {
        End.WHOLE: Sentence("已全部取得", "that is all of them"),
        End.BUDGET: Sentence("預算用完；再執行一次會接續", "the budget is spent; run it again to go on"),
        End.ALLOWANCE: Sentence(
            "今日額度用完；明天再執行會接續", "today's allowance is used up; run it again tomorrow to go on"
        ),
        End.NO_ANSWER: Sentence(
            f"服務沒有回應（{ended.said}）；稍後再執行會接續",
            f"the service gives no answer ({ended.said}); run it again later to go on",
        ),
    }[ended.end]
    return Sentence(f"{zh}；{why.zh}。", f"{en}; {why.en}.")


def _unfinished(kept: Kept) -> Problem:
    return Problem("", 0, Fault.UNFINISHED, detail=f"{kept.works} / {kept.count}")
