"""Which duties are met, due or missed, for whom, by which article."""

from collections.abc import Mapping
from datetime import date

from coretech.kit.sentence import Sentence
from coretech.law.duties.books import Body, Books, Council, Inventory, Item, Meeting, read_books
from coretech.law.duties.duty import TITLES, Duty, Status
from coretech.law.duties.standing import standing
from coretech.law.duties.yearly import Year
from coretech.law.facts import BadFacts
from coretech.law.parameters import ENACTED, Parameters

__all__ = [
    "TITLES",
    "Body",
    "Books",
    "Council",
    "Duty",
    "Inventory",
    "Item",
    "Meeting",
    "Status",
    "duties",
    "duties_of",
    "read_books",
]


def duties(
    books: Books, today: date, *, year: int | None = None, parameters: Parameters = ENACTED
) -> tuple[Duty, ...]:
    """The standing duties and those of a year, as they stand today.

    Args:
        books: what is known; what is not given is not judged.
        today: the day they are looked at; nothing after it counts.
        year: the calendar year, today's where none is given.
        parameters: the law's figures, those in force at the end of the year.

    Raises:
        BadFacts: for a year the calendar does not have.
    """
    asked = today.year if year is None else year
    if not date.min.year <= asked <= date.max.year:
        raise BadFacts(
            field="year", sentence=Sentence("年份應在 1 至 9999 之間", "the year is within 1 to 9999")
        )
    return (*standing(books, today, parameters), *Year(books, asked, today, parameters).duties())


def duties_of(
    data: Mapping[str, object], *, today: date, year: int | None = None, parameters: Parameters = ENACTED
) -> tuple[Duty, ...]:
    """The same from JSON-like data.

    Raises:
        BadFacts: naming the place, such as ``bodies[2].kind``.
    """
    return duties(read_books(data), today, year=year, parameters=parameters)
