"""What a command tells: data for programs, and lines for people."""

import datetime as dt
import json as to_json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.audit.models import Act
from coretech.cli.speech import complain, say
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

_WIDE = "WF"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: ``data`` is what ``--json`` prints, ``lines`` the same for people in a language.

    ``note`` goes to standard error and never into the answer; ``failed`` makes the exit status 1.
    """

    data: object
    lines: Callable[[str], Iterable[str]]
    note: Sentence | None = None
    failed: bool = False


def tell(told: Told, language: str, *, json: bool) -> int:
    """Print an answer; gives back the exit status."""
    status = int(told.failed)
    if told.note is not None:
        complain(told.note, language, status)
    for line in [to_json.dumps(told.data, ensure_ascii=False)] if json else told.lines(language):
        say(line)
    return status


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """Rows as plain columns; a Chinese character takes two places."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in cells]


def act_told(act: Act, note: Sentence | None = None, more: Mapping[str, object] | None = None) -> Told:
    """What is told of an operation: its act."""
    seq, at, kind, subject = act_line(act)
    done = Sentence(
        f"已辦理：{kind} {subject}（紀錄第{seq}號，{at}）", f"done: {kind} {subject} (act {seq}, {at})"
    )
    return Told({"act": act_data(act), **(more or {})}, lambda language: [done.say(language)], note)


def moment(at: dt.datetime) -> str:
    """A moment as programs read it, in Taipei's time."""
    return at.astimezone(TAIPEI).isoformat()


def act_data(act: Act) -> dict[str, object]:
    """An act as programs read it."""
    return {
        "seq": act.seq,
        "at": moment(act.at),
        "kind": act.kind,
        "subject": act.subject,
    }


def act_line(act: Act) -> tuple[str, str, str, str]:
    """An act as a row: its number, the minute in Taipei, what, on what."""
    return str(act.seq), act.at.astimezone(TAIPEI).strftime("%Y-%m-%d %H:%M"), act.kind, act.subject


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)
