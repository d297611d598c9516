"""Feeds are Atom as RFC 4287 has it."""

import datetime as dt
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.feeds import Feed, News, atom
from coretech.kit.clock import TAIPEI
from coretech.readers.register_files.records import plain

ATOM = "{http://www.w3.org/2005/Atom}"
AT = dt.datetime(2025, 9, 1, 8, tzinfo=TAIPEI)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(plain)


def feed(*news: News) -> Feed:
    return Feed(
        "urn:f", "清單", "zh-Hant-TW", "行政院", "OGDL", "https://a.example/f", "https://a.example/", AT, news
    )


@given(title=TEXTS, text=TEXTS)
def test_a_feed_has_what_the_standard_asks_and_the_texts_as_they_are(title: str, text: str) -> None:
    later = AT + dt.timedelta(hours=1)
    root = ET.fromstring(atom(feed(News("urn:1", title, text, "https://a.example/1", later))))  # noqa: S314 - our own document

    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author", "rights"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    assert root.findtext(f"{ATOM}updated") == "2025-09-01T01:00:00+00:00"
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    (entry,) = root.findall(f"{ATOM}entry")
    for name in ("id", "title", "updated", "published", "content"):
        assert len(entry.findall(f"{ATOM}{name}")) == 1
    assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}content")) == (title, text)


def test_a_feed_without_entries_is_as_old_as_it_says() -> None:
    root = ET.fromstring(atom(feed()))  # noqa: S314 - our own document

    assert root.findtext(f"{ATOM}updated") == "2025-09-01T00:00:00+00:00"
