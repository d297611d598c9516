"""Writing the scan log: what was looked at, in which sources, and what came of it."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.watch.models import ScanEntry
from coretech.apps.watch.signals.topics import find_topic
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST_FIELD = 200
LONGEST_TEXT = 5_000
MOST_LINKS = 20
LONGEST_LINK = 500


@dataclass(frozen=True, slots=True)
class Looked:
    """One look: at a technology by its ``topic``, or at a ``field`` in words; ``found`` is empty for nothing found.

    ``sources`` has a source a line.
    """

    region: str
    looked_on: dt.date
    sources: str
    topic: str = ""
    field: str = ""
    found: str = ""
    links: tuple[str, ...] = ()


def check(by: Acting) -> None:
    """Whether this person writes the scan log."""
    allow(by, Action.LOG_SCAN)


@operation
def log_scan(by: Acting, given: Looked) -> Act:
    """Write the entry; what was found, and that nothing was, alike."""
    check(by)
    _refuse_bad(by, given)
    name = _name(given)
    row = ScanEntry.objects.create(
        topic=given.topic,
        zh=name.zh,
        en=name.en,
        region=given.region,
        looked_on=given.looked_on,
        sources=given.sources.strip(),
        found=given.found.strip(),
        links=list(given.links),
        by_id=by.person_id,
        at=by.at,
    )
    return record(
        by,
        "watch.scan_logged",
        f"scan-entry/{row.pk}",
        public={"looked_on": row.looked_on.isoformat(), "region": row.region},
        confidential={"topic": row.topic, "name": row.zh, "found": bool(row.found)},
        rows=[row],
    )


def _name(given: Looked) -> Sentence:
    if given.topic:
        try:
            return find_topic(given.topic).name
        except Refused:
            raise bad_input("topic", "請由清單選擇技術。", "Choose a technology of the list.") from None
    field = given.field.strip()
    return Sentence(field, field)


def _refuse_bad(by: Acting, given: Looked) -> None:
    if bool(given.topic) == bool(given.field.strip()):
        raise bad_input(
            "field",
            "請選擇一項技術，或填寫看的是哪個領域；兩者擇一。",
            "Choose a technology or name a field; one of the two.",
        )
    if len(given.field) > LONGEST_FIELD:
        raise bad_input("field", f"最多{LONGEST_FIELD}字。", f"At most {LONGEST_FIELD} characters.")
    if given.region not in ScanEntry.Region.values:
        raise bad_input("region", "請選擇國內、國外或國內外。", "Choose: at home, abroad, or both.")
    if given.looked_on > by.today:
        raise bad_input("looked_on", "日期不能晚於今天。", "The day cannot be after today.")
    if not given.sources.strip():
        raise bad_input("sources", "請寫出查看了哪些來源。", "Say which sources were looked at.")
    for name in ("sources", "found"):
        if len(getattr(given, name)) > LONGEST_TEXT:
            raise bad_input(name, f"最多{LONGEST_TEXT}字。", f"At most {LONGEST_TEXT} characters.")
    _refuse_bad_links(given.links)


def _refuse_bad_links(links: tuple[str, ...]) -> None:
    if len(links) > MOST_LINKS:
        raise bad_input("links", f"最多{MOST_LINKS}個網址。", f"At most {MOST_LINKS} addresses.")
    for link in links:
        if not _is_address(link):
            raise bad_input(
                "links",
                f"「{link[:60]}」不是網址；每行一個，以 https:// 或 http:// 開頭。",
                f"“{link[:60]}” is no address; one a line, beginning with https:// or http://.",
            )


def _is_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    sound = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return sound and len(link) <= LONGEST_LINK and not any(letter.isspace() for letter in link)
