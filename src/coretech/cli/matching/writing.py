"""What a match found, written whole or not at all."""

import errno
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO, cast

from coretech.kit.refusal import Refused, bad_input

_HELD = 8 * 1024 * 1024


@contextmanager
def whole(out: Path | None) -> Iterator[TextIO]:
    """A file that is there, whole, once the block has ended well, and otherwise not; standard output without one.

    Raises:
        Refused: (HTTP 422) where it cannot be written.
    """
    if out is None:
        with tempfile.SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", newline="") as held:
            yield cast("TextIO", held)
            held.seek(0)
            shutil.copyfileobj(held, sys.stdout)
        return
    if out.is_dir():
        raise _unwritable(out, os.strerror(errno.EISDIR))
    new = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        with _opened(new, out) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _put(new, out)
    finally:
        new.unlink(missing_ok=True)


def _opened(new: Path, out: Path) -> TextIO:
    try:
        return new.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from None


def _put(new: Path, out: Path) -> None:
    try:
        new.replace(out)
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from None


def _unwritable(out: Path, reason: str) -> Refused:
    return bad_input(
        "--out", f"--out {out}：無法寫入（{reason}）", f"--out {out}: cannot be written ({reason})"
    )


@contextmanager
def ended_like_an_interrupt() -> Iterator[None]:
    """Within it, being told to end (SIGTERM) is the same as Ctrl-C: what was begun is cleared away."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
