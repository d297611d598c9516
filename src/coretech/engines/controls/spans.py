"""What is known of a quantity: a span from the least to the most it can be, exact, never negative."""

from dataclasses import dataclass
from fractions import Fraction

from coretech.engines.controls.truth import Answer, negated


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included; no upper end where ``high`` is None. Known where the two are one."""

    low: Fraction = Fraction(0)
    high: Fraction | None = None

    @property
    def known(self) -> bool:
        """Whether it is one figure."""
        return self.low == self.high

    def at_least(self, limit: Fraction) -> Answer:
        """Whether it is this much or more."""
        if self.low >= limit:
            return Answer.YES
        return Answer.UNDETERMINED if self.high is None or self.high >= limit else Answer.NO

    def above(self, limit: Fraction) -> Answer:
        """Whether it is more than this."""
        if self.low > limit:
            return Answer.YES
        return Answer.UNDETERMINED if self.high is None or self.high > limit else Answer.NO

    def at_most(self, limit: Fraction) -> Answer:
        """Whether it is this much or less."""
        return negated(self.above(limit))

    def below(self, limit: Fraction) -> Answer:
        """Whether it is less than this."""
        return negated(self.at_least(limit))

    def just(self, figure: Fraction) -> Answer:
        """Whether it is this figure."""
        if self.known:
            return Answer.YES if self.low == figure else Answer.NO
        inside = self.low <= figure and (self.high is None or figure <= self.high)
        return Answer.UNDETERMINED if inside else Answer.NO


ANY = Span()
"""A quantity of which nothing is known."""


def exactly(figure: Fraction) -> Span:
    """A known figure."""
    return Span(figure, figure)


def most_of(spans: list[Span]) -> Span:
    """The largest of several figures; at least the largest of what is known of them."""
    highs = [each.high for each in spans]
    known = [high for high in highs if high is not None]
    return Span(max(each.low for each in spans), max(known) if len(known) == len(highs) else None)


def quotient(above: Span, below: Span) -> Span:
    """One quantity over another; 0 over a divisor that is known to be 0."""
    if below.high == 0:
        return exactly(Fraction(0))
    low = Fraction(0) if below.high is None else above.low / below.high
    high = None if above.high is None or below.low == 0 else above.high / below.low
    return Span(low, high)
