"""A notice through a real mail server, read again as a mail program would read it."""

from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Outbox
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.jobs.outbox import send_due
from tests import factories
from tests.calendar_entry import Entry, entry_of
from tests.jobs.mail_server import MailServer, mail_server

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as kept:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", kept.port
        settings.DEFAULT_FROM_EMAIL = "office@list.example"
        settings.CORETECH_ADDRESS = "https://list.example"
        yield kept


def to(server: MailServer, username: str) -> list[EmailMessage]:
    return [message for message in server.taken if message["To"] == f"{username}@example.invalid"]


def calendar_in(message: EmailMessage) -> tuple[EmailMessage, Entry]:
    (part,) = message.iter_attachments()
    assert isinstance(part, EmailMessage)
    file = part.get_payload(decode=True)
    assert isinstance(file, bytes)
    return part, entry_of(file)


def test_a_notice_arrives_with_a_calendar_file_that_names_its_reader_alone(server: MailServer) -> None:
    meeting = factories.called_meeting()

    assert send_due() == len(server.taken) == 25

    (message,) = to(server, "member-02")
    part, event = calendar_in(message)
    assert message["Subject"].strip().startswith("開會通知：國家核心關鍵技術審議會")
    assert part.get_content_type() == "text/calendar"
    assert (part.get_param("method"), part.get_param("charset")) == ("REQUEST", "utf-8")
    assert part.get_filename() == "meeting.ics"
    assert event.begins == meeting.begins
    assert event.attendee == "mailto:member-02@example.invalid"
    assert event.organizer == "mailto:office@list.example"
    body = message.get_body(("plain",))
    assert body is not None
    assert f"https://list.example/meetings/{meeting.pk}/notice/" in body.get_content()


def test_a_cancellation_takes_the_same_entry_out_again(server: MailServer) -> None:
    Account.objects.filter(username="member-02").update(language="en")
    meeting = factories.called_meeting()
    send_due()
    cancel_meeting(factories.acting("office"), meeting.pk, "a typhoon")
    send_due()

    first, second = (calendar_in(message) for message in to(server, "member-02"))
    events = [first[1], second[1]]
    assert [part.get_param("method") for part, _ in (first, second)] == ["REQUEST", "CANCEL"]
    assert events[0].uid == events[1].uid
    assert [event.sequence for event in events] == [1, 2]
    assert to(server, "member-02")[1]["Subject"].startswith("Meeting cancelled: ")


def test_a_full_mailbox_holds_nobody_up_and_is_tried_again(server: MailServer) -> None:
    server.refuses.add("member-02@example.invalid")
    factories.called_meeting()

    assert send_due() == 24
    left = Outbox.objects.get(sent_at=None)
    assert left.recipient is not None
    assert (left.recipient.username, left.tries) == ("member-02", 1)
    assert "mailbox full" in left.problem

    server.refuses.clear()
    Outbox.objects.update(next_try_at=None)
    assert send_due() == 1
    assert len(to(server, "member-02")) == 1
    assert len(server.taken) == 25


def test_every_try_of_a_notice_bears_the_same_message_id(server: MailServer) -> None:
    factories.called_meeting()
    send_due()
    Outbox.objects.filter(recipient__username="member-02").update(
        sent_at=None
    )  # as if our mark had been lost
    send_due()

    first, second = (message["Message-ID"] for message in to(server, "member-02"))
    assert first == second
    assert len({message["Message-ID"] for message in server.taken}) == 25
