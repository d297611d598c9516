"""Calendars by secret address: whose an address is, and what it shows at that moment."""

import datetime as dt
import hashlib
import secrets
from urllib.parse import urlsplit

from django.conf import settings

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.standing import acting_for
from coretech.apps.duties.deadline import SOON, Deadline
from coretech.apps.duties.models import CalendarFeed
from coretech.apps.duties.queries import deadlines
from coretech.engines.calendars.days import Day, days_file
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence

LONGEST_KEY = 64
_NAME = Sentence("國家核心關鍵技術：期限", "National core key technologies: deadlines")


def new_key() -> str:
    """A fresh key that nobody guesses: 256 bits, for the address of a calendar."""
    return secrets.token_urlsafe(32)


def digest_of(key: str) -> str:
    """What is kept of a key: its SHA-256 in hex."""
    return hashlib.sha256(key.encode()).hexdigest()


def feed_of(by: Acting) -> CalendarFeed | None:
    """The reader's own calendar, or None."""
    return CalendarFeed.objects.filter(person=by.person_id or 0).first()


def owner_of(key: str, at: dt.datetime) -> Acting:
    """Whoever a secret address belongs to, with today's standing.

    Raises:
        Refused: (HTTP 404) alike for an address that never was, has ended, or whose owner can no longer sign in.
    """
    found = CalendarFeed.objects.select_related("person__account")
    feed = found.filter(key_sha256=digest_of(key)).first() if len(key) <= LONGEST_KEY else None
    account = None if feed is None else feed.person.account
    if account is None or not account.is_active:
        raise _no_such_calendar()
    by = acting_for(account, at)
    if refusal_of(deadlines, by) is not None:
        raise _no_such_calendar()
    return by


def address_of(key: str, language: str) -> str:
    """The whole address to subscribe to."""
    prefix = "/en" if language.startswith("en") else ""
    return f"{settings.CORETECH_ADDRESS}{prefix}/calendar/{key}/deadlines.ics"


def calendar_of(by: Acting, language: str) -> bytes:
    """The owner's deadlines as a calendar file: numbers, bodies and days, nothing of what is in a record.

    What has no day stands on the page alone. The file is the same all day long where nothing changed.
    """
    morning = dt.datetime.combine(by.today, dt.time(), TAIPEI)
    entries = [_entry(each, each.due_on, language) for each in deadlines(by) if each.due_on is not None]
    return days_file(_NAME.say(language), entries, stamped_at=morning, alarm_before=SOON)


def _entry(deadline: Deadline, due_on: dt.date, language: str) -> Day:
    prefix = "/en" if language.startswith("en") else ""
    articles = "、".join(deadline.articles) if not prefix else ", ".join(deadline.articles)
    step = deadline.kind.next_step
    by_law = Sentence(f"（認定辦法第{articles}條）", f" (Regulations, art. {articles})") if articles else None
    return Day(
        uid=f"{deadline.key}@{urlsplit(settings.CORETECH_ADDRESS).hostname or 'localhost'}",
        on=due_on,
        summary=deadline.title.say(language),
        text=f"{step.say(language)}{'' if by_law is None else by_law.say(language)}",
        address=f"{settings.CORETECH_ADDRESS}{prefix}{deadline.path}",
    )


def _no_such_calendar() -> Refused:
    return not_found(
        "這個行事曆網址無法使用；請登入後重新建立。",
        "This calendar address opens nothing; sign in and make a new one.",
    )
