"""What is new about the list: each announcement and each correction, newest first, for a feed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import attrgetter

from coretech.apps.people.models import Agency
from coretech.apps.register.exporting import ANNOUNCER, base_address
from coretech.apps.register.models import Announcement, ItemVersion
from coretech.engines.feeds import Feed, News
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Language, Sentence
from coretech.readers.register_files.records import LICENCE, LICENCE_ADDRESS, TITLE, plain

MOST = 100
"""How many entries the feed keeps; the files tell of all."""

_TAGS: dict[Language, str] = {"zh": "zh-Hant-TW", "en": "en"}


def register_feed(language: Language, today: dt.date) -> Feed:
    """The feed in a language; its ids are the stable addresses, the same in both."""
    base, prefix = base_address(), "/en" if language == "en" else ""
    announcements = Announcement.objects.prefetch_related("versions__item").order_by("-edition")
    corrections = ItemVersion.objects.exclude(corrects=None).select_related("item").order_by("-recorded_at")
    news = [
        *(_announced(each, language, base, prefix) for each in announcements[:MOST]),
        *(_corrected(each, language, base, prefix) for each in corrections[:MOST]),
    ]
    return Feed(
        id=f"{base}/register/feed.atom",
        title=TITLE.say(language),
        language=_TAGS[language],
        author=Agency.objects.get(code=ANNOUNCER).name_on(today).say(language),
        rights=f"{LICENCE} {LICENCE_ADDRESS}",
        address=f"{base}{prefix}/register/feed.atom",
        page=f"{base}{prefix}/changes/",
        updated=dt.datetime.combine(today, dt.time(), TAIPEI),
        news=_newest(news),
    )


def _newest(news: Iterable[News]) -> Sequence[News]:
    return sorted(news, key=attrgetter("updated", "id"), reverse=True)[:MOST]


def _announced(announcement: Announcement, language: Language, base: str, prefix: str) -> News:
    edition, day = announcement.edition, announcement.announced_on.isoformat()
    title = Sentence(f"第{edition}次公告（{day}）", f"Announcement no. {edition} ({day})")
    versions = [each for each in announcement.versions.all() if each.corrects_id is None]
    return News(
        id=f"{base}/changes/#edition-{edition}",
        title=title.say(language),
        text="\n".join(_line(each, language) for each in versions),
        address=f"{base}{prefix}/changes/#edition-{edition}",
        updated=announcement.recorded_at,
    )


def _corrected(version: ItemVersion, language: Language, base: str, prefix: str) -> News:
    no = version.item.number
    title = Sentence(f"更正第{no}項的登載", f"Correction to the entry of item {no}")
    return News(
        id=f"{base}/register/{no}/versions/{version.version}/",
        title=title.say(language),
        text=f"{_line(version, language)}\n{plain(version.corrected_because)}",
        address=f"{base}{prefix}/register/{no}/versions/{version.version}/",
        updated=version.recorded_at,
    )


def _line(version: ItemVersion, language: Language) -> str:
    done = Sentence(*str(ItemVersion.Change(version.change).label).split(" / ")).say(language)
    colon = ": " if language == "en" else "："
    return f"{version.item.number} {plain(version.name.say(language))}{colon}{done}"
