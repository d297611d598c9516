"""What is known of a technology: read strictly, converted into the units of the controls, contradictions refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.engines.controls.parameters import Form, Parameter, kinds, kinds_by_word, parameters
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.quantities import quantity
from coretech.engines.controls.spans import ANY, Span
from coretech.engines.controls.throughput import Throughput, throughput
from coretech.kit.sentence import Sentence

_DESTINATION = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known; a quantity that is not told may be anything, a flag or word that is not told is missing.

    ``notes`` say what was left out, such as sparse throughput.
    """

    kind: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    tpp: Span = ANY
    destination: str | None = None
    notes: tuple[Sentence, ...] = ()
    told: frozenset[str] = frozenset()

    def span(self, name: str) -> Span:
        """What is known of a quantity that was measured."""
        return self.spans.get(name, ANY)


def read_facts(given: Mapping[str, object]) -> Facts:
    """The facts in a JSON object.

    Raises:
        FactsError: for an unknown name, a figure that is none, negative or of another dimension, or a contradiction.
    """
    known = {name: value for name, value in given.items() if value is not None}
    _require_known(known)
    sold = throughput(known.get("throughput"))
    spans, flags, words = _measured(known)
    return Facts(
        kind=_kind(known.get("kind")),
        spans=spans,
        flags=flags,
        words=words,
        tpp=_tpp(sold, spans.pop("tpp", None)),
        destination=_destination(known.get("destination")),
        notes=sold.notes,
        told=frozenset(known),
    )


_OTHERS = frozenset({"kind", "destination", "throughput", "tpp"})


def _require_known(given: Mapping[str, object]) -> None:
    taken = _OTHERS | {name for name, each in parameters().items() if not each.derived}
    for name in given:
        if name not in taken:
            listed = "、".join(sorted(taken))
            raise FactsError(
                name, Sentence(f"不認得這項事實；可用：{listed}", f"no such fact; there are: {listed}")
            )


def _measured(known: Mapping[str, object]) -> tuple[dict[str, Span], dict[str, bool], dict[str, str]]:
    spans: dict[str, Span] = {}
    flags: dict[str, bool] = {}
    words: dict[str, str] = {}
    for name, value in known.items():
        parameter = parameters().get(name)
        if parameter is None or parameter.form is Form.THROUGHPUT:
            continue
        if parameter.form is Form.QUANTITY:
            spans[name] = quantity(parameter, value)
        elif parameter.form is Form.FLAG:
            flags[name] = _flag(name, value)
        else:
            words[name] = _word(parameter, value)
    return spans, flags, words


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise FactsError(name, Sentence("應為 true、false 或 null", "should be true, false or null"))
    return value


def _word(parameter: Parameter, value: object) -> str:
    word = value.strip().lower() if isinstance(value, str) else value
    if word not in parameter.words:
        listed = "、".join(parameter.words)
        raise FactsError(parameter.name, Sentence(f"應為：{listed}", f"should be one of: {listed}"))
    return str(word)


def _kind(value: object) -> str | None:
    if value is None:
        return None
    word = value.strip().lower() if isinstance(value, str) else ""
    found = kinds_by_word().get(word)
    if found is None:
        listed = "、".join(kinds())
        raise FactsError(
            "kind", Sentence(f"不認得這一種；可用：{listed}", f"no such kind; there are: {listed}")
        )
    return found


def _destination(value: object) -> str | None:
    if value is None:
        return None
    code = value.strip().upper() if isinstance(value, str) else ""
    if not (len(code) == _DESTINATION and code.isascii() and code.isalpha()):
        raise FactsError(
            "destination",
            Sentence("應為兩個字母的國別代碼，例如 CN", "should be a country's two letters, such as CN"),
        )
    return code


def _tpp(sold: Throughput, given: Span | None) -> Span:
    """The total processing performance, from the throughput or as told; both must say the same."""
    if given is None:
        return sold.tpp
    if sold.tpp.known and sold.tpp != given:
        raise FactsError(
            "tpp",
            Sentence(
                f"與 throughput 算得的 {float(sold.tpp.low):g} 矛盾",
                f"contradicts the {float(sold.tpp.low):g} that throughput gives",
            ),
        )
    return given
