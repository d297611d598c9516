"""Arts. 5.1 and 8.3: has the body met this year?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Article, Outcome, Reading, Ruling
from coretech.law.terms import Forum
from coretech.law.wording import named

QUESTION = Question(
    id="duty.annual_meeting",
    title=Sentence("今年開過會了嗎？", "Has the body met this year?"),
    articles=("5.1", "8.3"),
    in_force=Sentence("曆年內至少一次常會", "a regular meeting in the calendar year"),
    readings={"any-meeting": Sentence("臨時會議也算", "an extraordinary meeting counts as well")},
    because=Sentence(
        "條文把臨時會議與每年至少一次分開規定",
        "the article sets extraordinary meetings apart from the yearly one",
    ),
)

PARAGRAPHS = {Forum.COUNCIL: "5.1", Forum.PANEL: "8.3"}
FIGURES = {Forum.COUNCIL: "meeting.council_per_year", Forum.PANEL: "meeting.panel_per_year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The meetings that were held."""

    body: Annotated[Forum, Says("審議會或專家審查會", "the council or a panel")]
    year: Annotated[int, Says("西元年", "the year")]
    regular: Annotated[tuple[date, ...], Says("常會日期", "the days of regular meetings")]
    extraordinary: Annotated[tuple[date, ...], Says("臨時會議日期", "the days of extraordinary meetings")]

    def __post_init__(self) -> None:
        """Refuse a year the calendar does not have."""
        if not date.min.year <= self.year <= date.max.year:
            raise BadFacts(
                field="year",
                sentence=Sentence("年份應在 1 至 9999 之間", "the year should be within 1 to 9999"),
            )


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the regular meetings of the year are as many as the article asks."""
    owed = parameters.at(as_of).whole(FIGURES[facts.body])
    regular = sum(day.year == facts.year for day in facts.regular)
    extra = sum(day.year == facts.year for day in facts.extraordinary)
    return QUESTION.answer(
        Outcome.of(regular >= owed),
        _reason(facts, owed, regular, extra),
        as_of=as_of,
        values={"needed": owed, "regular": regular, "extraordinary": extra},
        readings=(Reading("any-meeting", Outcome.of(regular + extra >= owed)),),
        articles=(Article(PARAGRAPHS[facts.body]),),
    )


def _reason(facts: Facts, owed: int, regular: int, extra: int) -> Sentence:
    body, year = named(facts.body), said_year(facts.year)
    often = "once" if owed == 1 else f"{owed} times"
    return Sentence(
        f"{body.zh}每年至少應開會{owed}次；{year.zh}召開常會{regular}次、臨時會議{extra}次",
        f"{body.en} is to meet at least {often} a year; its meetings in {year.en}: "
        f"{regular} regular, {extra} extraordinary",
    )
