"""What figures say: those read from the text beside those given, held against every control that asks for them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from coretech.engines.controls.evaluating import Result, evaluate
from coretech.engines.controls.expression import names_in
from coretech.engines.controls.facts import Facts, read_facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.parameters import Parameter, parameters
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.regimes import Item, Regime
from coretech.engines.controls.truth import Answer
from coretech.engines.scoping.figures import Figure, Read

OWN_REGIME = "tw-nckt"
"""The regime whose items are those of our own list, under their numbers."""
_UNTOLD = "criterion"
_KIND = "kind"
Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Used:
    """A figure that was held against the controls: ``from_text`` where it was read and not given."""

    parameter: Parameter
    value: object
    from_text: bool
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one control says, with the words of its item."""

    regime: Regime
    item: Item
    result: Result

    @property
    def met(self) -> bool:
        """Whether the facts meet it."""
        return self.result.outcome is Answer.YES

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would decide it and that somebody could tell."""
        return tuple(name for name in self.result.missing if name not in {_UNTOLD, _KIND})

    @property
    def untold(self) -> bool:
        """Whether its words are in no source at hand, so that no figure decides it."""
        return _UNTOLD in self.result.missing


@dataclass(frozen=True, slots=True)
class Measured:
    """What comes of the figures; ``problems`` name facts that could not be taken, each by its parameter."""

    kind: str
    used: tuple[Used, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    unplaced: tuple[Figure, ...] = ()
    unsettled: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    overruled: tuple[Figure, ...] = ()
    problems: tuple[FactsError, ...] = ()
    notes: Facts | None = None

    @property
    def missing(self) -> dict[str, list[Outcome]]:
        """Which figure would decide which controls."""
        found: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            for name in outcome.missing:
                found.setdefault(name, []).append(outcome)
        return found


def measure(kind: str, given: Given, read: Read, day: dt.date) -> Measured:
    """Hold the figures given, and those read from the text where none was given, against the controls of a day."""
    facts = {name: value for name, value in read.facts.items() if name not in given} | dict(given)
    sound, problems = _sound(facts)
    overruled = tuple(
        each for each in read.figures if each.parameter in given and each.value != given[each.parameter]
    )
    return Measured(
        kind,
        tuple(_used(sound, given)),
        tuple(_outcomes(kind, sound, day)) if sound or kind else (),
        read.unplaced,
        {name: figures for name, figures in read.unsettled.items() if name not in given},
        overruled,
        tuple(problems),
        read_facts(sound),
    )


def asked_of(kind: str, day: dt.date) -> list[Parameter]:
    """The facts that controls of a kind ask for on a day, in the order of the data."""
    wanted = {
        fact
        for regime in bundled()
        for item in regime.items
        if kind in item.kinds and (vintage := item.on(day)) is not None
        for name in names_in(vintage.when)
        for fact in parameters()[name].needs
    }
    return [each for name, each in parameters().items() if name in wanted]


def _sound(facts: Given) -> tuple[dict[str, object], list[FactsError]]:
    """The facts that can be taken, and why others cannot; two that contradict each other are both left out."""
    sound: dict[str, object] = {}
    problems: list[FactsError] = []
    for name, value in facts.items():
        try:
            read_facts({name: value})
        except FactsError as error:
            problems.append(error)
        else:
            sound[name] = value
    try:
        read_facts(sound)
    except FactsError as error:
        problems.append(error)
        sound = {name: value for name, value in sound.items() if name not in {"tpp", "throughput"}}
    return sound, problems


def _used(facts: Given, given: Given) -> Iterator[Used]:
    known = parameters()
    for name, value in facts.items():
        if name in known:
            bare = isinstance(value, str) and bool(known[name].unit) and _is_bare(value)
            yield Used(known[name], value, name not in given, bare)


def _is_bare(value: str) -> bool:
    return value.strip().replace(",", "").replace(".", "", 1).isdecimal()


def _outcomes(kind: str, facts: Given, day: dt.date) -> Iterable[Outcome]:
    whole = read_facts(dict(facts) | ({_KIND: kind} if kind else {}))
    items = {(regime.id, item.id): (regime, item) for regime in bundled() for item in regime.items}
    for result in evaluate(whole, bundled(), day):
        yield Outcome(*items[result.regime, result.item], result)
