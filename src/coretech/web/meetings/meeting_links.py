"""Where else there is something of a meeting: its papers, its notice, its minutes."""

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.models import Meeting
from coretech.kit.sentence import Sentence


def links_of(_by: Acting, _meeting: Meeting) -> list[tuple[str, Sentence]]:
    """The names of the pages and what they are called."""
    return []
