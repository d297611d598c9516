"""What ``coretech law`` is given: a day, a folder of parameters, facts, and lines of questions."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from coretech.cli.json_input import parse_object
from coretech.kit.clock import SystemClock, today
from coretech.kit.refusal import Refused, bad_input
from coretech.law import BadFacts
from coretech.law.convert import Problem, day
from coretech.law.parameters import ENACTED, ParameterError, Parameters

STANDARD_INPUT = Path("-")


@contextmanager
def as_refused() -> Iterator[None]:
    """Turn the law's complaints into refusals that name the field.

    Raises:
        Refused: in place of bad facts and unusable parameters.
    """
    try:
        yield
    except BadFacts as bad:
        raise _named(bad.field, bad.sentence.zh, bad.sentence.en) from None
    except ParameterError as error:
        raise _named(error.place, error.sentence.zh, error.sentence.en) from None


def _named(field: str, zh: str, en: str) -> Refused:
    return bad_input(field, f"{field}：{zh}", f"{field}: {en}")


def on_day(text: str | None) -> date:
    """The day ``--as-of`` names, today in Taipei where it names none.

    Raises:
        Refused: when it is no day.
    """
    if text is None:
        return today(SystemClock())
    try:
        return day(text)
    except Problem as problem:
        raise _named("--as-of", problem.sentence.zh, problem.sentence.en) from None


def law_in(folder: Path | None) -> Parameters:
    """The parameters to rule by, read at once so that a fault is told before the first answer."""
    law = ENACTED if folder is None else Parameters(folder)
    law.at(date.min)
    return law


def facts_in(file: Path | None) -> Mapping[str, object]:
    """The facts in a file, or on standard input.

    Raises:
        Refused: when the file cannot be read or holds no JSON object.
    """
    with lines_of(STANDARD_INPUT if file is None else file) as stream:
        raw = stream.read()
    try:
        return parse_object(raw)
    except Refused as refused:
        place = "standard input" if file is None else str(file)
        raise _named(place, refused.sentence.zh, refused.sentence.en) from None


def lines_of(file: Path) -> AbstractContextManager[BinaryIO]:
    """A file opened to be read line by line; ``-`` is standard input.

    Raises:
        Refused: when it cannot be opened.
    """
    if file == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        reason = error.strerror or str(error)
        raise _named(str(file), f"無法開啟（{reason}）", f"cannot be opened ({reason})") from None
