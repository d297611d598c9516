"""Telling whatever would go on without end that the process is about to stop."""

from collections.abc import Callable

_ends: list[Callable[[], None]] = []


def at_stop(end: Callable[[], None]) -> None:
    """Have this called when the process is told to stop, by `stop_everything`; in the order of asking."""
    _ends.append(end)


def stop_everything() -> None:
    """Call everything that asked to be called, each once."""
    while _ends:
        _ends.pop(0)()
