"""Gathering deadlines from every noun: one small function each, and only of what the reader may know of."""

from collections.abc import Callable, Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.deadline import Deadline
from coretech.apps.duties.gathering.agreements import agreements
from coretech.apps.duties.gathering.answers import replies, stand_ins
from coretech.apps.duties.gathering.cases import case_steps
from coretech.apps.duties.gathering.comments import comment_periods, dispositions
from coretech.apps.duties.gathering.consultations import consultations
from coretech.apps.duties.gathering.declarations import declarations
from coretech.apps.duties.gathering.inventory import keepers_and_rounds, running_rounds
from coretech.apps.duties.gathering.meetings import meetings, yearly_meetings
from coretech.apps.duties.gathering.minutes import minutes
from coretech.apps.duties.gathering.publication import announcements, legislature_reports
from coretech.apps.duties.gathering.requests import requests
from coretech.apps.duties.gathering.reviews import yearly_reviews
from coretech.apps.duties.gathering.terms import own_terms, terms, vacancies

Gatherer = Callable[[Acting], Iterator[Deadline]]

GATHERERS: tuple[Gatherer, ...] = (
    terms,
    own_terms,
    vacancies,
    yearly_meetings,
    meetings,
    replies,
    stand_ins,
    declarations,
    agreements,
    minutes,
    keepers_and_rounds,
    running_rounds,
    case_steps,
    consultations,
    comment_periods,
    dispositions,
    announcements,
    legislature_reports,
    requests,
    yearly_reviews,
)
"""Every gatherer; each finds nothing for a reader whose matter it is not."""
