"""Who is told of a meeting."""

from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.meetings.models import Meeting
from coretech.kit.sentence import Sentence


def tell_members(act: Act, meeting: Meeting) -> None:
    """Tell every member in office, without a word of what is on the agenda."""
    members = appointments_on(meeting.body, meeting.day).exclude(person__account=None)
    sentence = Sentence(
        f"審議會訂於{meeting.held_on.isoformat()}開會", f"The council meets on {meeting.held_on.isoformat()}"
    )
    notify(act, members.values_list("person__account_id", flat=True), sentence, f"/meetings/{meeting.pk}/")
