"""Sending the notices that acts owe: one mail each, marked as sent only when the mail server took it.

A notice is never lost: what could not be sent stays and is tried again, later each time, and holds up nobody behind
it. Nor is it sent twice: two workers lock it, and should a machine die between the server's word and our mark, the
second mail bears the first one's Message-ID, by which mail systems know it again.
"""

import datetime as dt
import logging
from email.mime.text import MIMEText
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from coretech.apps.audit.clock import now
from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Outbox
from coretech.kit.sentence import Language

_log = logging.getLogger(__name__)

_BATCH = 200
_FIRST_PAUSE, _LONGEST_PAUSE = dt.timedelta(minutes=1), dt.timedelta(hours=6)
_LONGEST_PROBLEM = 300


def send_due() -> int:
    """Send what is due, oldest first; says how many notices are done with."""
    waiting = Outbox.objects.filter(_due(), sent_at=None).values_list("pk", flat=True)
    return sum(_send(pk) for pk in list(waiting[:_BATCH]))


def pause_after(tries: int) -> dt.timedelta:
    """How long to wait after so many failures: a minute, then twice as long each time, six hours at most."""
    return min(_FIRST_PAUSE * (1 << min(tries - 1, 10)), _LONGEST_PAUSE)


def _due() -> Q:
    return Q(next_try_at=None) | Q(next_try_at__lte=now())


def _send(pk: int) -> bool:
    with transaction.atomic():
        rows = Outbox.objects.select_for_update(skip_locked=True, of=("self",)).select_related("recipient")
        notice = rows.filter(_due(), pk=pk, sent_at=None).first()
        if notice is None:
            return False
        try:
            if _address_of(notice):
                mail_of(notice).send()
        except (SMTPException, OSError, ValueError) as error:
            _put_off(notice, error)
            return False
        notice.sent_at, notice.problem = now(), ""
        notice.save(update_fields=["sent_at", "problem"])
        return True


def mail_of(notice: Outbox) -> EmailMessage:
    """The mail: the subject, what is to be said, the page; and the calendar file in the form calendars accept.

    An account reads it in its own language; nobody knows that of an address outside, which reads both.
    """
    languages = _languages(notice)
    subject = " / ".join(_subject(notice, language) for language in languages)
    links = [_link(notice, language) for language in languages]
    text = "\n\n".join([notice.text or subject, *links])
    mail = EmailMessage(
        subject, f"{text}\n", to=[_address_of(notice)], headers={"Message-ID": _message_id(notice)}
    )
    if notice.calendar:
        mail.attach(_calendar_part(notice.calendar))
    return mail


def _address_of(notice: Outbox) -> str:
    """Where the mail goes; nowhere for a closed account, which no longer learns what happens here."""
    if notice.recipient is None:
        return notice.address
    return notice.recipient.email if notice.recipient.is_active else ""


def _languages(notice: Outbox) -> tuple[Language, ...]:
    if notice.recipient is None:
        return ("zh", "en")
    return ("en",) if notice.recipient.language.startswith("en") else ("zh",)


def _subject(notice: Outbox, language: Language) -> str:
    return notice.subject_en if language == "en" else notice.subject_zh


def _link(notice: Outbox, language: Language) -> str:
    secret = f"{secret_of(notice.link_to)}/" if notice.link_to else ""
    return f"{settings.CORETECH_ADDRESS}{'/en' if language == 'en' else ''}{notice.path}{secret}"


def _put_off(notice: Outbox, error: Exception) -> None:
    """Keep what went wrong, and when to try again; whose mail it is stays out of the log file."""
    notice.tries += 1
    notice.next_try_at = now() + pause_after(notice.tries)
    notice.problem = f"{type(error).__name__}: {error}"[:_LONGEST_PROBLEM]
    notice.save(update_fields=["tries", "next_try_at", "problem"])
    _log.warning(
        "notice %s was not sent (%s); try %s follows", notice.pk, type(error).__name__, notice.tries + 1
    )


def _message_id(notice: Outbox) -> str:
    """The same for every try of a notice (RFC 5322, 3.6.4)."""
    return f"<notice-{notice.pk}@{urlsplit(settings.CORETECH_ADDRESS).hostname or 'localhost'}>"


def _calendar_part(calendar: str) -> MIMEText:
    """The file as a part; a mail program looks for what it asks in the part's own type (RFC 6047, 2.4)."""
    part = MIMEText(calendar, "calendar", "utf-8")
    lines = calendar.splitlines()
    part.set_param(
        "method", next(line.removeprefix("METHOD:") for line in lines if line.startswith("METHOD:"))
    )
    part.add_header("Content-Disposition", "attachment", filename="meeting.ics")
    return part
