"""What came before: cases, candidates and rounds without a result that speak of the same technology or of a like name.

Names are compared folded, by the runs of neighbouring characters they share: two in Chinese, where a character is
nearly a word, five in English.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Candidate, Round
from coretech.apps.inventory.queries import visible_candidates
from coretech.kit.folding import fold
from coretech.law.access import Action, Matter

LIKE = 0.5
"""How much of the shorter name's runs the other must hold to be called alike: on the list of 22 items, the two pairs
that reach it are indeed of a kind."""

_LENGTHS = (2, 5)

_RUNNING = frozenset(State) - {State.ANNOUNCED, State.REPORTED, State.REJECTED, State.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was found: what this reader may see, and how many more there are that it may not."""

    running: tuple[Case, ...]
    ended: tuple[Case, ...]
    candidates: tuple[Candidate, ...]
    nil_rounds: tuple[Round, ...]
    hidden: int

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.running or self.ended or self.candidates or self.nil_rounds or self.hidden)


def earlier(
    by: Acting, name_zh: str, name_en: str, technology: int | None = None, *, but: Case | None = None
) -> Earlier:
    """What speaks of the technology, or of a name like these in either language; ``but`` is left out.

    Cases that run are told apart from those that have ended: two cases on one technology at a time may contradict
    each other.
    """
    names = (name_zh, name_en)
    everything = Case.objects.all() if but is None else Case.objects.exclude(pk=but.pk)
    found = [case.pk for case in everything if _about(case, names, technology)]
    cases = list(visible_cases(by).filter(pk__in=found))
    unopened = _unopened(but).filter(case=None)
    wanted = [one.pk for one in unopened if _about(one, names, technology)]
    candidates = tuple(visible_candidates(by).filter(pk__in=wanted))
    rounds = [one for one in Round.objects.filter(nil=True).select_related("agency") if _says(one, names)]
    shown = tuple(one for one in rounds if _keeps(by, one))
    return Earlier(
        running=tuple(case for case in cases if case.stands_at in _RUNNING),
        ended=tuple(case for case in cases if case.stands_at not in _RUNNING),
        candidates=candidates,
        nil_rounds=shown,
        hidden=len(found) - len(cases) + len(wanted) - len(candidates) + len(rounds) - len(shown),
    )


def likeness(one: str, other: str, length: int = 2) -> float:
    """How much of the shorter text's runs of so many characters the other holds: 0 for none, 1 for all of them."""
    runs, others = _runs(one, length), _runs(other, length)
    shorter = min(len(runs), len(others))
    return len(runs & others) / shorter if shorter else 0.0


def _about(row: Case | Candidate, names: Iterable[str], technology: int | None) -> bool:
    if technology is not None and row.technology_id == technology:
        return True
    pairs = zip(names, (row.name_zh, row.name_en), _LENGTHS, strict=True)
    return any(likeness(given, had, length) >= LIKE for given, had, length in pairs)


def _says(round_: Round, names: Iterable[str]) -> bool:
    """Whether a round that found nothing speaks of one of the names, in what it covered or what was noted."""
    text = f"{round_.scope} {round_.note}"
    return any(
        _held(_runs(name, length), _runs(text, length)) for name, length in zip(names, _LENGTHS, strict=True)
    )


def _held(runs: frozenset[str], others: frozenset[str]) -> bool:
    return bool(runs) and len(runs & others) / len(runs) >= LIKE


def _unopened(but: Case | None) -> QuerySet[Candidate]:
    candidates = Candidate.objects.all()
    return candidates if but is None else candidates.exclude(pk=but.candidate_id)


def _keeps(by: Acting, round_: Round) -> bool:
    """Whether the reader keeps this inventory, as its agency or as the Office."""
    return (
        refusal_of(allow, by, Action.RECORD_CANDIDATE, Matter(agencies=frozenset({round_.agency.code})))
        is None
    )


def _runs(text: str, length: int) -> frozenset[str]:
    folded = fold(text)
    return frozenset(folded[place : place + length] for place in range(len(folded) - length + 1))
