"""What the questions on terms share: how long, by which paragraph, and who follows a post."""

from datetime import date

from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts
from coretech.law.parameters import Figures
from coretech.law.period import last_day
from coretech.law.ruling import Article, Warn
from coretech.law.terms import Category, TermRole

FOLLOWS_POST = Warn(
    "follows-post",
    Sentence(
        "代表機關（構）出任者隨本職進退：離開本職之日，任期亦止。",
        "A member who represents a body leaves with the post, whatever the term says.",
    ),
)


def paragraph(role: TermRole) -> tuple[Article, ...]:
    """The paragraph on somebody's term: 3.3 for members, 4.3 for advisers."""
    return (Article("4.3" if role is TermRole.ADVISER else "3.3"),)


def years(role: TermRole, law: Figures) -> int:
    """The length of a term."""
    return law.whole("council.adviser_term_years" if role is TermRole.ADVISER else "council.term_years")


def represents(role: TermRole, category: Category | None, law: Figures) -> bool:
    """Whether somebody sits on the council for a body."""
    return role is TermRole.COUNCIL_MEMBER and category in law.numbers("council.representatives")


def needs_category(role: TermRole, category: Category | None) -> None:
    """Refuse a council member of unknown category where the answer hangs on it.

    Raises:
        BadFacts: naming ``category``.
    """
    if role is TermRole.COUNCIL_MEMBER and category is None:
        raise BadFacts(
            field="category",
            sentence=Sentence("審議會委員須填類別（1–5）", "a council member's category (1-5) is needed"),
        )


def end_of(start: date, length: int) -> date:
    """The last day of a term.

    Raises:
        BadFacts: naming ``start`` where the calendar does not reach that far.
    """
    try:
        return last_day(start, length)
    except ValueError:
        raise BadFacts(
            field="start",
            sentence=Sentence("任期超出曆法所及的年份", "the term runs past the last year of the calendar"),
        ) from None
