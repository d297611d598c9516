"""A mail server on this machine: takes what it is told to take, and keeps it."""

import asyncio
import email
import email.policy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """The messages taken, and the mailboxes that are refused."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse the mailboxes that are to be refused, as a full one is."""
        del server, session, options
        if address in self.refuses:
            return "452 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        """Keep the message."""
        del server, session
        message = email.message_from_bytes(
            bytes(envelope.original_content or b""), policy=email.policy.default
        )
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server on a free port, in a thread and a loop of its own, for as long as the block runs."""
    kept, loop = MailServer(), asyncio.new_event_loop()
    served = loop.run_until_complete(loop.create_server(lambda: SMTP(kept, loop=loop), "127.0.0.1", 0))
    kept.port = served.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, name="mail server")
    thread.start()
    try:
        yield kept
    finally:
        served.close()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
