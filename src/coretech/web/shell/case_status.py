"""Where a case stands, as a tag: blue on its way, yellow waiting for somebody, green done, red refused."""

from coretech.apps.cases.states import STATE_NAMES, State
from coretech.web.shell.parts import Tag

COLOURS = {
    State.DRAFT: "grey",
    State.REVIEWED: "blue",
    State.SUBMITTED: "blue",
    State.RETURNED: "yellow",
    State.CHECKED: "blue",
    State.ON_AGENDA: "blue",
    State.APPROVED: "teal",
    State.REJECTED: "red",
    State.DEFERRED: "yellow",
    State.PRE_ANNOUNCED: "teal",
    State.ANNOUNCED: "green",
    State.REPORTED: "green",
    State.WITHDRAWN: "grey",
}


def status_of(state: str) -> Tag:
    """The tag of a case's state, given as the database keeps it."""
    return Tag(STATE_NAMES[State(state)], COLOURS[State(state)])
