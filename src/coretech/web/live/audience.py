"""Whether those who look at a meeting may still do so: asked anew for what is about to be shown."""

import time
from collections.abc import Iterable, Mapping

from django.contrib.sessions.models import Session
from django.utils import timezone

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.apps.meetings.board import View, view_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.queries import visible_meetings
from coretech.web.live.screens import Viewer

FRESH = 1.0
"""How many seconds an answer holds, so that a burst of changes does not ask for each of them."""


class Audience:
    """The viewers of one meeting, and the answer each of them got last."""

    def __init__(self) -> None:
        """Nobody has been asked about yet."""
        self._answers: dict[Viewer, tuple[float, View | None]] = {}

    def admitted(self, meeting: Meeting, viewers: Iterable[Viewer]) -> Mapping[Viewer, View | None]:
        """What each viewer may see now, by an answer not older than `FRESH`."""
        present, at = set(viewers), time.monotonic()
        kept = {viewer: self._answers[viewer] for viewer in present & self._answers.keys()}
        held = {viewer: answer for viewer, answer in kept.items() if at - answer[0] < FRESH}
        asked = _ask(meeting, present - held.keys())
        self._answers = held | {viewer: (at, view) for viewer, view in asked.items()}
        return {viewer: view for viewer, (_, view) in self._answers.items()}


def _ask(meeting: Meeting, viewers: set[Viewer]) -> dict[Viewer, View | None]:
    standing = Session.objects.filter(
        session_key__in=[viewer.session for viewer in viewers], expire_date__gt=timezone.now()
    )
    sessions = set(standing.values_list("session_key", flat=True))
    accounts = Account.objects.filter(is_active=True).in_bulk({viewer.account for viewer in viewers})
    return {
        viewer: _view(meeting, accounts.get(viewer.account)) if viewer.session in sessions else None
        for viewer in viewers
    }


def _view(meeting: Meeting, account: Account | None) -> View | None:
    if account is None:
        return None
    by = acting_for(account, now())
    return view_of(by, meeting) if visible_meetings(by).filter(pk=meeting.pk).exists() else None
