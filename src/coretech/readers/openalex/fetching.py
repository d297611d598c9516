"""All pages of a question: asked with patience, kept as they come, and stopped where the budget ends."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from coretech.readers.openalex.client import LIST, SEARCH, Client, LaterError, Page
from coretech.readers.openalex.kept import Kept
from coretech.readers.openalex.query import Query

ATTEMPTS = 6
LONGEST = 120.0
"""Seconds that are waited for an answer; a service that asks for more is left until it is called again."""


class End(StrEnum):
    """Why the asking ended."""

    WHOLE = "whole"
    BUDGET = "budget"
    ALLOWANCE = "allowance"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms is asked.

    Attributes:
        day: today.
        budget: credits that may be spent this time.
        wait: waits so many seconds.
        tell: is told after each page.
    """

    day: dt.date
    budget: int
    wait: Callable[[float], None]
    tell: Callable[[Kept], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Fetched:
    """How it ended, what was spent this time, and what the service said last where it gave no answer."""

    end: End
    spent: int = 0
    said: str = ""


def fetch(client: Client, query: Query, kept: Kept, terms: Terms) -> Fetched:
    """Ask for the pages that are not kept yet.

    Raises:
        NeverError: where the question or the key is refused.
        OSError: where a page cannot be written.
    """
    spent, price, remaining = 0, SEARCH if query.search else LIST, None
    while not kept.whole:
        if spent + price > terms.budget:
            return Fetched(End.BUDGET, spent)
        if remaining is not None and remaining < price:
            return Fetched(End.ALLOWANCE, spent)
        try:
            page = _patiently(client, query, kept.cursor, terms.wait)
        except LaterError as error:
            return Fetched(End.NO_ANSWER, spent, str(error))
        kept.add(page, terms.day)
        spent, price, remaining = spent + page.credits, max(price, page.credits), page.remaining
        terms.tell(kept)
    return Fetched(End.WHOLE, spent)


def _patiently(client: Client, query: Query, cursor: str, wait: Callable[[float], None]) -> Page:
    """A page, asked for again after a while that doubles, or after as long as the service says.

    Raises:
        LaterError: where there is no answer in the end.
    """
    asked = 0
    while True:
        try:
            return client.page(query, cursor)
        except LaterError as later:
            pause = 2.0**asked if later.after is None else later.after
            asked += 1
            if asked == ATTEMPTS or pause > LONGEST:
                raise
        wait(pause)
