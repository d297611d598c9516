"""A page as its reader sees it: the words, without the marks."""

import html
import re

from django.test import Client


def text_of(client: Client, address: str, status: int = 200) -> str:
    """The words of the page at an address, which must answer with this status."""
    response = client.get(address)
    assert response.status_code == status
    return words_of(response.content)


def words_of(content: bytes) -> str:
    """The words of a page, spaces folded."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", content.decode())))
