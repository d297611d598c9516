"""How portfolios of projects, their screenings and what was found in them are shown."""

from coretech.api.schemas import Moment, Named, Shown, Words
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Portfolio


class PortfolioBrief(Shown):
    """A portfolio in one line; its projects are in no listing. ``screening`` counts the screenings of the same."""

    id: int
    agency: Named
    title: str
    state: str
    confidential: bool
    foreign: bool
    total: int
    screened: int
    screening: int
    terms: int | None

    @classmethod
    def of(cls, by: Acting, row: Portfolio) -> "PortfolioBrief":
        """A portfolio as this account sees it."""
        return cls.model_validate(brief_of(by, row))


def brief_of(by: Acting, row: Portfolio) -> dict[str, object]:
    """What a portfolio's line says."""
    return {
        "id": row.pk,
        "agency": agency_on(row.round.agency, by.today),
        "title": row.title,
        "state": row.state,
        "confidential": row.confidential,
        "foreign": row.foreign,
        "total": row.total,
        "screened": row.screened,
        "screening": row.number,
        "terms": None if row.model is None else row.model.number,
    }


class LeftShown(Shown):
    """How many relevant ones are probably left below the threshold, with the 95% interval."""

    guess: float | None
    low: int
    high: int


class AgreementShown(Shown):
    """How far two reviewers agree: Cohen's kappa with its 95% interval, None where it is not defined."""

    pairs: int
    same: int
    kappa: float | None
    low: float | None
    high: float | None


class RowFault(Shown):
    """A row that is left out, or, ``kept``, taken without a cell: its line in the file, the column, what to do."""

    line: int
    column: str
    sentence: Words
    kept: bool


class PortfolioShown(PortfolioBrief):
    """A portfolio with what its judgements tell, the rows left out, and its other screenings by number."""

    threshold: float
    left_out: int
    faults: list[RowFault]
    above: int
    judged: int
    accepted: int
    set_aside: int
    unsure: int
    waiting: int
    left: LeftShown
    agreement: AgreementShown
    screenings: dict[str, int]


class ColumnsShown(Shown):
    """The headings of the file, and the one that holds each thing: guessed, or as it was named."""

    headings: list[str]
    columns: dict[str, str]
    taken: bool


class ForeseenShown(Shown):
    """What the file holds by these columns: how many projects, how many rows left out, and all that is wrong."""

    projects: int
    left_out: int
    faults: list[RowFault]


class EntryShown(Shown):
    """An item of a catalogue: its key, its name, and the foreign list it stands on."""

    key: str
    name: Words
    source: str


class RenewalShown(Shown):
    """What a new screening would be made with that this one was not."""

    differs: bool
    added: list[EntryShown]
    reworded: list[EntryShown]
    gone: list[EntryShown]
    terms_before: int | None
    terms_now: int | None


class WaitingShown(Shown):
    """A find that waits, and why it is asked about now."""

    find: int
    why: str


class AlikeShown(Shown):
    """An item of the catalogue with its score."""

    item: str
    score: float


class FindBrief(Shown):
    """A find in one line: the project, what it is most like, and the reader's view of its judgement."""

    id: int
    line: int
    project: str
    title: str
    item: str
    score: float
    verdict: str | None


class SpanShown(Shown):
    """A part of a text: where it begins and ends, counted in characters, and how it reads."""

    start: int
    end: int
    text: str


class CarriedShown(Shown):
    """Words of the project that meet words of the item, and how much of the score they carry."""

    project: SpanShown
    item: SpanShown
    weight: float


class LearnedShown(Shown):
    """A learned term that the project holds, and its weight for the item."""

    term: str
    weight: float


class ReadinessShown(Shown):
    """An assessment of readiness."""

    level: int
    evidence: str
    at: Moment


class FindShown(FindBrief):
    """A find with both texts and what carried its score in them; ``unchanged`` is the find it repeats."""

    portfolio: int
    abstract: str
    entry: EntryShown | None
    project_text: str
    item_text: str
    carried: list[CarriedShown]
    learned: list[LearnedShown]
    others: list[AlikeShown]
    accepted_for: str | None
    reason: str | None
    readiness: list[ReadinessShown]
    candidate: int | None
    unchanged: int | None


class TermModelBrief(Shown):
    """A version of an agency's term weights: when it was learned, from how many judgements, how boldly."""

    number: int
    at: Moment
    judgements: int
    parameters: dict[str, float]


class TermWeightShown(Shown):
    """A term of an item with its weight, and how many accepted and rejected projects bear it."""

    term: str
    weight: float
    accepted: int
    rejected: int


class TermModelShown(TermModelBrief):
    """A version with the terms of each item, the heaviest first."""

    items: dict[str, list[TermWeightShown]]
