"""100,000 mixed questions by ``coretech law ask --batch``; the peer says yes or no to one, OpenFisca-Core."""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench import openfisca
from bench.contest import Contest
from bench.program import Program
from bench.questions import AS_OF, mixed, quorums
from coretech.kit.sentence import Sentence

COUNT, FEW = 100_000, 1_000
COMMAND = str(Path(sys.executable).with_name("coretech"))
WHAT = Sentence(
    "coretech law ask --batch：各種問題，答覆附條號、理由、另說；"
    "對照為 OpenFisca-Core 就同樣筆數答法定人數一題，只答是否",
    "coretech law ask --batch: questions of all kinds, with articles, reasons and readings; "
    "the peer is OpenFisca-Core on as many quorums, yes or no",
)
NO_PEER = Sentence(
    "這裡無法安裝 OpenFisca-Core，故無對照", "OpenFisca-Core cannot be installed here, so there is no peer"
)


class DifferError(RuntimeError):
    """The two answer the same questions differently, so that their speeds compare nothing."""


def contest(count: int = COUNT) -> Iterator[Contest]:
    """Both from start to answer, each on one core, from a file of questions to a file of answers."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as name:
        folder = Path(name)
        ours = _asked(folder / "ours", mixed(count))
        peer = _peer(folder / "peer", count)
        yield Contest(
            "law-batch", WHAT, "questions", count, ours, peer, lambda: list(_remarks(folder, ours, peer))
        )


def _asked(folder: Path, lines: Iterable[str]) -> Program:
    """Our command, with a file of questions."""
    file = _written(folder, lines)
    return Program((COMMAND, "law", "ask", "--batch", str(file), "--as-of", AS_OF.isoformat()), folder)


def _peer(folder: Path, count: int) -> Program | None:
    """The peer's program, with as many questions as ours."""
    file = _written(folder, quorums(count))
    python = openfisca.brought_into(folder / "venv")
    if python is None:
        return None
    return Program((str(python), str(openfisca.PROGRAM), str(file), str(folder / "answers")), folder)


def _written(folder: Path, lines: Iterable[str]) -> Path:
    folder.mkdir()
    file = folder / "questions.jsonl"
    with file.open("w", encoding="utf-8") as questions:
        questions.writelines(f"{line}\n" for line in lines)
    return file


def _remarks(folder: Path, ours: Program, peer: Program | None) -> Iterator[Sentence]:
    few = _asked(folder / "few", mixed(FEW))
    few()
    yield Sentence(
        f"記憶體最多 {_mb(ours)}；只有 {FEW:,} 題時 {_mb(few)}",
        f"at most {_mb(ours)} of memory; {_mb(few)} with {FEW:,} questions",
    )
    if peer is None:
        yield NO_PEER
        return
    same = _asked(folder / "same", quorums(FEW))
    same()
    see_the_same(same.output, folder / "peer" / "answers")
    yield _told(peer)


def _told(peer: Program) -> Sentence:
    """What the peer says of itself: its version, and its calculation without reading and writing."""
    told = json.loads(peer.output.read_text(encoding="utf-8"))
    calculated = f"{told['calculated'] * 1000:.2f} ms"
    return Sentence(
        f"OpenFisca-Core {told['version']} 記憶體最多 {_mb(peer)}；不計啟動與讀寫，一次向量運算 {calculated}",
        f"OpenFisca-Core {told['version']} takes at most {_mb(peer)} of memory; "
        f"its one vectorised calculation, without start, reading and writing, takes {calculated}",
    )


def see_the_same(ours: Path, peers: Path) -> None:
    """See that both answered their first questions, which are the same ones, alike.

    Raises:
        DifferError: where they did not.
    """
    if _outcomes(ours) != _outcomes(peers):
        raise DifferError


def _outcomes(file: Path) -> list[str]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line)["outcome"] for line in islice(lines, FEW)]


def _mb(program: Program) -> str:
    return f"{program.peak / 1e6:.0f} MB"
