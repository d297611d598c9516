"""Feeds of what is new, in Atom (RFC 4287). Knows no database and no clock."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

__all__ = ["MEDIA_TYPE", "Feed", "News", "atom"]

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class News:
    """One entry: ``id`` never changes, ``address`` is where a person reads it."""

    id: str
    title: str
    text: str
    address: str
    updated: dt.datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; ``updated`` is what it says while it has no entry."""

    id: str
    title: str
    language: str
    author: str
    rights: str
    address: str
    page: str
    updated: dt.datetime
    news: Sequence[News]


def atom(feed: Feed) -> bytes:
    """The feed as a document, its entries in the order given."""
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _said(root, "id", feed.id)
    _said(root, "title", feed.title)
    _said(root, "updated", _moment(max((each.updated for each in feed.news), default=feed.updated)))
    _said(ET.SubElement(root, "author"), "name", feed.author)
    _said(root, "rights", feed.rights)
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.address})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for each in feed.news:
        _entry(root, each)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _entry(root: ET.Element, news: News) -> None:
    entry = ET.SubElement(root, "entry")
    _said(entry, "id", news.id)
    _said(entry, "title", news.title)
    _said(entry, "updated", _moment(news.updated))
    _said(entry, "published", _moment(news.updated))
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": news.address})
    _said(entry, "content", news.text).set("type", "text")


def _said(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")
