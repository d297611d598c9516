"""The audit as a command: how far it has come on standard error, what it found, and the proof since an older head."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.auditing.found import Audit
from coretech.apps.audit.auditing.since import Since, recomputed_since
from coretech.apps.audit.proving import in_base64
from coretech.apps.audit.queries import audit
from coretech.cli.installation.doors import reads
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told
from coretech.kit.sentence import Sentence

T = TypeVar("T")

_QUIET = 3.0
"""Seconds between two words on how far it has come."""

SinceHead = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="CHECKPOINT",
        help="先前保存的紀錄頭，證明此後只增未改；- 為標準輸入 / "
        "a head kept earlier: prove that the log only grew since; - is standard input",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Offer the audit as a subcommand of ``app``."""
    reads(app, "audit")(recompute)


def recompute(by: Acting, since: SinceHead = None) -> Told:
    """重算整份紀錄；有一處不符即結束碼 1 / Recompute the whole log; exit status 1 where anything does not hold."""
    if since is None:
        found = watched(lambda progress: audit(progress=progress))
        return Told(_data(found), lambda language: _lines(found, language), failed=bool(found.faults))
    note = text_from(None, since)
    grown = watched(lambda progress: recomputed_since(note, by.at, progress))
    data = {**_data(grown.audit), "since": _since_data(grown)}
    failed = bool(grown.audit.faults) or grown.growth is None
    return Told(
        data, lambda language: [*_lines(grown.audit, language), *_since(grown, language)], failed=failed
    )


class HowFar:
    """Says on standard error how far an audit has come, every few seconds; a short one says nothing."""

    def __init__(self, every: float = _QUIET) -> None:
        """Keep silent for so many seconds, and again after each word."""
        self._every, self._said = every, time.monotonic()
        self.done = self.total = 0

    def __call__(self, done: int, total: int) -> None:
        """Take note of how many of how many acts are done."""
        self.done, self.total = done, total
        if time.monotonic() - self._said >= self._every:
            self._said = time.monotonic()
            sys.stderr.write(f"已重算 {done:,} / {total:,} 筆 · acts recomputed\n")


def watched(run: Callable[[HowFar], T]) -> T:
    """Run an audit, and where it is interrupted say that nothing is known yet."""
    far = HowFar()
    try:
        return run(far)
    except KeyboardInterrupt:
        sys.stderr.write(
            f"已中斷，沒有結論（重算了 {far.done:,} / {far.total:,} 筆） · interrupted: nothing is concluded\n"
        )
        raise


def _data(found: Audit) -> dict[str, object]:
    return {
        "size": found.size,
        "root": found.root,
        "rows": found.rows,
        "faults": found.faults,
        "broken": [str(each) for each in found.broken],
    }


def _lines(found: Audit, language: str) -> Iterator[str]:
    yield Sentence(f"紀錄 {found.size} 筆，根 {found.root}", f"{found.size} acts, root {found.root}").say(
        language
    )
    yield Sentence(f"紀錄所及的資料列 {found.rows} 列", f"{found.rows} rows that acts answer for").say(
        language
    )
    if not found.faults:
        yield Sentence("全部相符。", "Everything holds.").say(language)
        return
    yield Sentence(f"{found.faults} 處不符：", f"{found.faults} faults:").say(language)
    yield from (each.sentence.say(language) for each in found.broken)
    if found.faults > len(found.broken):
        yield Sentence("（其餘從略）", "(the others are left out)").say(language)


def _since_data(grown: Since) -> dict[str, object]:
    growth = grown.growth
    return {
        "size": grown.size,
        "root": grown.root.hex(),
        "holds": growth is not None,
        "path": None if growth is None else in_base64(growth.path),
        "checkpoint": None if growth is None else growth.head.note,
        "why": None if grown.why is None else grown.why.as_dict(),
    }


def _since(grown: Since, language: str) -> Iterator[str]:
    if grown.growth is None:
        yield "" if grown.why is None else grown.why.say(language)
        return
    head = grown.growth.head
    yield Sentence(
        f"自 {grown.size} 筆的紀錄頭至 {head.size} 筆的紀錄頭，紀錄只增未改；一致性證明（RFC 9162）：",
        f"From the head over {grown.size} acts to that over {head.size} the log only grew; the proof of it (RFC 9162):",
    ).say(language)
    yield from in_base64(grown.growth.path)
    yield from head.note.removesuffix("\n").split("\n")
