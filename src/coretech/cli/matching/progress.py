"""How far a run has come, on standard error: one line that is written over on a terminal, else now and then a line."""

import sys
from time import monotonic

from coretech.kit.sentence import Sentence

_PAUSE, _PAUSE_IN_A_FILE = 0.2, 10.0
_WIDTH = 20


class Progress:
    """Tells how many queries are done and which share of the file that is; says nothing where it is not shown."""

    def __init__(self, language: str, *, shown: bool | None = None) -> None:
        """Show it where asked to, or where standard error is a terminal."""
        self._language, self._terminal = language, sys.stderr.isatty()
        self._shown = self._terminal if shown is None else shown
        self._next = self._begun = monotonic()

    @property
    def shown(self) -> bool:
        """Whether it is told at all."""
        return self._shown

    def tell(self, done: int, share: float) -> None:
        """Say how far it is, not more often than can be read."""
        now = monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + (_PAUSE if self._terminal else _PAUSE_IN_A_FILE)
        rate = done / max(now - self._begun, 1e-3)
        sentence = Sentence(f"{done:,} 筆，每秒 {rate:,.0f} 筆", f"{done:,} queries, {rate:,.0f} a second")
        self._write(f"{_bar(share)} {sentence.say(self._language)}")

    def end(self) -> None:
        """Leave the terminal's line to whoever writes next."""
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[K")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()


def _bar(share: float) -> str:
    """Nothing where the share is not known."""
    full = round(share * _WIDTH)
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {share:4.0%}" if share else ""
