"""Gathering signals: each kind by one function, which asks its noun what this reader may know."""

from collections.abc import Callable, Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topic, Topics, one
from coretech.law.access import Action

Ask = Callable[[Acting, Topics], Iterable[Signal]]

_asked: dict[Kind, Ask] = {}


def told_by(kind: Kind, ask: Ask) -> None:
    """Let a function tell the signals of a kind; nouns above this one say so once the apps are ready."""
    _asked[kind] = ask


def require_reader(by: Acting) -> None:
    """Refuse whoever does not read signals (HTTP 403)."""
    allow(by, Action.READ_SIGNALS)


def signals(by: Acting, topics: Topics) -> list[Signal]:
    """What moved around some technologies, as far as this reader may know of it, the newest first.

    Raises:
        Refused: (HTTP 403) for whoever does not read signals.
    """
    require_reader(by)
    found = [each for kind in Kind if kind in _asked for each in _asked[kind](by, topics)]
    return sorted(found, key=lambda each: (each.at, each.dated, each.key), reverse=True)


def stream(by: Acting, topic: Topic) -> list[Signal]:
    """What moved around one technology, the newest first."""
    return signals(by, one(topic))
