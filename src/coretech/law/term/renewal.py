"""Arts. 3.3 and 4.3: may this person be appointed for another term?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Figures, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.term.rules import needs_category, paragraph, represents
from coretech.law.terms import Category, TermRole

QUESTION = Question(
    id="term.renewal",
    title=Sentence("可以再聘一任嗎？", "May this person be appointed for another term?"),
    articles=("3.3", "4.3"),
    in_force=Sentence(
        "連任以一次為限，只計連續任期，補任算一任；代表機關（構）者與諮詢委員不受限",
        "one renewal, consecutive terms only, a vacancy fill is one; no cap on representatives and advisers",
    ),
    readings={
        "lifetime-cap": Sentence("中斷後再任也合計", "terms before a break count too"),
        "fill-not-counted": Sentence("補任不算一任", "a vacancy fill is no term"),
        "fill-counts-if-over-half": Sentence(
            "補任逾半個任期才算一任", "a vacancy fill counts if over half a term"
        ),
        "cap-binds-representatives": Sentence(
            "代表機關（構）者也受連任限制", "the cap binds representatives as well"
        ),
        "once": Sentence("諮詢委員也只得連任一次", "advisers are renewed once only"),
    },
    because=Sentence(
        "「連任」指接續任職；補任即任原任期之餘期；但書使隨本職者不受前句限制；第4條無「一次」二字",
        "renewal is service in a row; a fill is the rest of a term; the proviso frees posts; article 4 lacks “once”",
    ),
)

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What has been served."""

    role: Annotated[TermRole, Says("職務", "the office held")]
    category: Annotated[Category | None, Says("委員的類別（1–5）", "the member's category (1-5)")] = None
    consecutive_full_terms: Annotated[int, Says("連續任滿的任數", "full terms served in a row")]
    years_since_last_term: Annotated[int, Says("距上一任結束的年數", "years since the last term ended")] = 0
    vacancy_fill_months: Annotated[int, Says("補任的月數", "months served as a vacancy fill")] = 0

    def __post_init__(self) -> None:
        """Refuse negative counts and a council member of unknown category."""
        no_negatives(self)
        needs_category(self.role, self.category)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes while the terms served in a row are fewer than a first term and its renewals."""
    law = parameters.at(as_of)
    if facts.role is TermRole.ADVISER:
        readings: tuple[Reading, ...] = (Reading("once", _capped(facts, law)),)
        return _uncapped(facts, as_of, readings, Sentence("諮詢委員", "an adviser"))
    if represents(facts.role, facts.category, law):
        readings = (Reading("cap-binds-representatives", _capped(facts, law)),)
        return _uncapped(
            facts, as_of, readings, Sentence("代表機關（構）出任的委員", "a member who represents a body")
        )
    return QUESTION.answer(
        _capped(facts, law),
        _reason(facts, law),
        as_of=as_of,
        values={"terms": _served(facts), "limit": _limit(law)},
        readings=_readings(facts, law),
        articles=paragraph(facts.role),
    )


def _limit(law: Figures) -> int:
    return 1 + law.whole("council.renewals")


def _served(facts: Facts) -> int:
    """The terms in a row; a break begins the count anew, a vacancy fill is one of them."""
    if facts.years_since_last_term:
        return 0
    return facts.consecutive_full_terms + bool(facts.vacancy_fill_months)


def _capped(facts: Facts, law: Figures) -> Outcome:
    return Outcome.of(_served(facts) < _limit(law))


def _readings(facts: Facts, law: Figures) -> tuple[Reading, ...]:
    limit, full = _limit(law), facts.consecutive_full_terms
    broken = bool(facts.years_since_last_term)
    months = law.whole("council.term_years") * MONTHS_IN_YEAR
    long_fill = 2 * facts.vacancy_fill_months > months
    return (
        Reading("lifetime-cap", Outcome.of(full + bool(facts.vacancy_fill_months) < limit)),
        Reading("fill-not-counted", Outcome.of(broken or full < limit)),
        Reading("fill-counts-if-over-half", Outcome.of(broken or full + long_fill < limit)),
    )


def _uncapped(facts: Facts, as_of: date, readings: tuple[Reading, ...], who: Sentence) -> Ruling:
    reason = Sentence(
        f"{who.zh}不受連任次數限制（已連續任滿{facts.consecutive_full_terms}任）",
        f"{who.en} is under no cap on renewals (full terms in a row: {facts.consecutive_full_terms})",
    )
    return QUESTION.answer(
        Outcome.YES,
        reason,
        as_of=as_of,
        values={"terms": _served(facts), "limit": None},
        readings=readings,
        articles=paragraph(facts.role),
    )


def _reason(facts: Facts, law: Figures) -> Sentence:
    served, limit = _served(facts), _limit(law)
    zh, en = f"已連續任{served}任", f"terms in a row: {served}"
    if facts.years_since_last_term:
        zh = f"上一任結束已{facts.years_since_last_term}年，重新起算"
        en = f"{facts.years_since_last_term} years have passed since the last term, so the count begins anew"
    elif facts.vacancy_fill_months:
        zh += f"（含補任{facts.vacancy_fill_months}個月）"
        en += f" (a vacancy fill of {facts.vacancy_fill_months} months among them)"
    may = served < limit
    return Sentence(
        f"{zh}；連任以{limit - 1}次為限，至多{limit}任，{'可以' if may else '不得'}再聘",
        f"{en}; with {limit - 1} renewal at most {limit} are allowed, so another term is "
        f"{'possible' if may else 'not possible'}",
    )
