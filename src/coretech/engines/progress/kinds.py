"""What sort of thing an indicator is; figures of different sorts are never mixed."""

from enum import StrEnum

from coretech.kit.sentence import Sentence


class Kind(StrEnum):
    """How an indicator's yearly figures are to be read."""

    ANNUAL = "annual"
    CUMULATIVE = "cumulative"
    LEVEL = "level"
    RANGE = "range"
    RECURRING = "recurring"
    MILESTONE = "milestone"
    QUALITATIVE = "qualitative"

    @property
    def said(self) -> Sentence:
        """The kind's name."""
        return _KINDS[self]


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"

    @property
    def said(self) -> Sentence:
        """The direction's name."""
        return _DIRECTIONS[self]


class Nature(StrEnum):
    """Whether a figure was observed or is only expected; a forecast never counts as an actual."""

    ACTUAL = "actual"
    FORECAST = "forecast"

    @property
    def said(self) -> Sentence:
        """The nature's name."""
        return _NATURES[self]


_KINDS = {
    Kind.ANNUAL: Sentence("逐年計數", "counted year by year"),
    Kind.CUMULATIVE: Sentence("累計", "cumulative"),
    Kind.LEVEL: Sentence("水準", "level"),
    Kind.RANGE: Sentence("區間", "range"),
    Kind.RECURRING: Sentence("每年經常", "recurring"),
    Kind.MILESTONE: Sentence("里程碑", "milestone"),
    Kind.QUALITATIVE: Sentence("質化", "qualitative"),
}
_DIRECTIONS = {
    Direction.HIGHER: Sentence("愈高愈好", "higher is better"),
    Direction.LOWER: Sentence("愈低愈好", "lower is better"),
    Direction.WITHIN: Sentence("落在範圍內為佳", "within the bounds is best"),
}
_NATURES = {
    Nature.ACTUAL: Sentence("實績", "actual"),
    Nature.FORECAST: Sentence("預估", "forecast"),
}
