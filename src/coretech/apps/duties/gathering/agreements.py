"""Non-disclosure agreements to sign (art. 11): the reader's own, and for the Office how many are missing."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.operations import publish_agreement_text, sign_agreement
from coretech.apps.bodies.signatures import Signed, signature_list
from coretech.apps.duties.deadline import OFFICE, READER, Deadline
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.queries import called_meetings
from coretech.apps.meetings.seats import seat_of
from coretech.kit.sentence import Sentence

_OPENS = Sentence("會議與提報資料簽署後開放", "meetings and dossiers open once it is signed")


def agreements(by: Acting) -> Iterator[Deadline]:
    """The reader's own signature, by the next meeting; and how many of those who take part have none."""
    if refusal_of(sign_agreement.check, by) is None:
        yield Deadline(
            what=What.AGREEMENT,
            owner=READER,
            about=_OPENS,
            subject="agreement/own",
            path="/agreement/",
            due_on=_next_meeting(by),
        )
    if refusal_of(publish_agreement_text.check, by) is None:
        yield from _missing(by)


def _missing(by: Acting) -> Iterator[Deadline]:
    count = sum(line.standing is not Signed.HOLDS for line in signature_list(by))
    if count:
        yield Deadline(
            what=What.UNSIGNED,
            owner=OFFICE,
            about=Sentence(f"{count}人", f"{count} of those who take part"),
            subject="agreement/missing",
            path="/agreement/signatures/",
        )


def _next_meeting(by: Acting) -> dt.date | None:
    """The next meeting the reader sits in, which lets nobody in unsigned; None where none is called."""
    return next((each.held_on for each in called_meetings(by) if seat_of(by, each) is not None), None)
