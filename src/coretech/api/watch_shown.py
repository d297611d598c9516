"""The shapes of the watch: definitions given, and what was counted as it is shown."""

from typing import Annotated

from pydantic import Field

from coretech.api.schemas import NO_NUL, Given, Moment, Shown, Words
from coretech.apps.watch.counts.defining import LONGEST_TERM, MOST_TERMS
from coretech.apps.watch.operations.define_technology import LONGEST_WHY

TermGiven = Annotated[str, Field(min_length=1, max_length=LONGEST_TERM, pattern=NO_NUL)]
TermsGiven = Annotated[list[TermGiven], Field(max_length=MOST_TERMS)]


class DefinitionGiven(Given):
    """What belongs to a technology; ``seen`` is the version that was looked at, 0 for a new technology."""

    topics: TermsGiven = Field(default_factory=list)
    words_zh: TermsGiven = Field(default_factory=list)
    words_en: TermsGiven = Field(default_factory=list)
    without: TermsGiven = Field(default_factory=list)
    why: Annotated[str, Field(min_length=1, max_length=LONGEST_WHY, pattern=NO_NUL)]
    seen: Annotated[int, Field(ge=0, le=9999)]
    zh: Annotated[str, Field(max_length=120, pattern=NO_NUL)] = ""
    en: Annotated[str, Field(max_length=200, pattern=NO_NUL)] = ""


class HoldGiven(Given):
    """Whether a run is to be held, or to go on."""

    hold: bool


class WatchedBrief(Shown):
    """A technology that is watched, with the definition that counts."""

    code: str
    name: Words
    origin: str
    definition: int
    query: str


class RunShown(Shown):
    """A counting, and the snapshot it is of."""

    run: int
    state: str
    done: int
    total: int
    percentile: str
    first: int | None
    last: int | None
    version: str
    series: str
    source: str
    query: str
    dated: str
    works: int
    sha256: str
    note: Words | None
    begun_at: Moment


class RangeShown(Shown):
    """An interval of 95 %."""

    low: float
    high: float


class CountryShown(Shown):
    """A country in a technology."""

    country: str
    works: int
    works_fractional: float
    top10_share: float | None
    interval: RangeShown | None
    h_index: int
    rank: int | None


class CountedShown(Shown):
    """A technology as it was counted, with what the figures rest on and what to beware of."""

    code: str
    name: Words
    definition: int
    query: str
    run: RunShown
    works: int
    leader: str
    runner_up: str
    lead_ratio: float | None
    hhi: float | None
    institutions_in_leader: int | None
    monopoly_risk: str
    growth: float | None
    growth_interval: RangeShown | None
    coverage: dict[str, int]
    warnings: list[Words]
    countries: list[CountryShown]


class AlertShown(Shown):
    """A leader that changed, or a share that moved, from one run to another."""

    code: str
    kind: str
    country: str
    country_before: str
    before: float
    after: float
    interval: RangeShown
    firm: bool
    run_before: int
    run: int
