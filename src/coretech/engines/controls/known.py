"""What criteria are asked about: the facts with what is reckoned from them."""

from fractions import Fraction

from coretech.engines.controls.facts import Facts
from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.spans import ANY, Span, exactly, quotient
from coretech.engines.controls.truth import Answer

PLANAR = "planar"


class Known:
    """Facts seen by parameter: what was told, and what follows from it."""

    def __init__(self, facts: Facts) -> None:
        """Keep the facts and reckon what follows."""
        self.facts = facts
        self._derived = {
            "tpp": facts.tpp,
            "pd": quotient(facts.tpp, self.die_area),
            "feature_nm": facts.spans.get("half_pitch_nm", facts.span("node_nm")),
        }

    @property
    def die_area(self) -> Span:
        """The applicable die area: only dies at a non-planar node count, so a planar chip has none."""
        told = self.facts.spans.get("die_area_mm2")
        if told is None and self.facts.words.get("transistor") == PLANAR:
            return exactly(Fraction(0))
        return ANY if told is None else told

    def span(self, name: str) -> Span:
        """What is known of a quantity."""
        derived = self._derived.get(name)
        return self.facts.span(name) if derived is None else derived

    def called(self, name: str) -> str:
        """Under which name a quantity was told: a feature size is told as a half pitch or as a node."""
        if name != "feature_nm":
            return name
        return "half_pitch_nm" if "half_pitch_nm" in self.facts.spans else "node_nm"

    def flag(self, name: str) -> Answer:
        """Whether something is so; what it counts as where it is not told."""
        told = self.facts.flags.get(name, parameters()[name].default)
        return Answer.UNDETERMINED if told is None else Answer.YES if told else Answer.NO

    def word(self, name: str) -> str | None:
        """A word that was told."""
        return self.facts.words.get(name)

    def lacking(self, name: str) -> tuple[str, ...]:
        """Which facts would make a parameter known that is not."""
        return tuple(each for each in parameters()[name].needs if not self._told(each))

    def _told(self, fact: str) -> bool:
        if fact == "throughput":
            return self.facts.tpp.known
        if fact == "die_area_mm2":
            return self.die_area.known
        return self.facts.span(fact).known or fact in self.facts.flags or fact in self.facts.words
