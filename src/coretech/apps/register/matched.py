"""How items stand to names on foreign lists, as far as somebody has judged it: the one place the files ask."""

from collections.abc import Callable, Mapping, Sequence

from coretech.readers.register_files.records import Match

Judged = Mapping[int, Sequence[Match]]
"""By the item's number: relations a person has judged."""

_answers: list[Callable[[], Judged]] = []


def answered_by(ask: Callable[[], Judged]) -> None:
    """Let a noun above this one, which keeps the judgements, answer; called once when the apps are ready."""
    _answers[:] = [ask]


def judged_matches() -> Judged:
    """The relations there are; none while nobody keeps any."""
    return _answers[0]() if _answers else {}
