"""Meetings from notice to signed minutes: the notice, the room, declarations, votes, papers, minutes."""

from coretech.apps.meetings.models.declarations import Declaration, RecusalLift
from coretech.apps.meetings.models.meeting import Item, Meeting
from coretech.apps.meetings.models.minutes import Minutes, MinutesReply, MinutesSignature, MinutesVersion
from coretech.apps.meetings.models.opinions import PanelOpinion
from coretech.apps.meetings.models.papers import Paper
from coretech.apps.meetings.models.room import Attendance, Observer, Reply, Speech
from coretech.apps.meetings.models.votes import Ballot, Envelope, RollEntry

__all__ = [
    "Attendance",
    "Ballot",
    "Declaration",
    "Envelope",
    "Item",
    "Meeting",
    "Minutes",
    "MinutesReply",
    "MinutesSignature",
    "MinutesVersion",
    "Observer",
    "PanelOpinion",
    "Paper",
    "RecusalLift",
    "Reply",
    "RollEntry",
    "Speech",
]
