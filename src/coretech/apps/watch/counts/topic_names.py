"""What the topics of OpenAlex are called that the bundled definitions look for."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_TOPIC = re.compile(r"\bT\d{5}\b", re.ASCII)


@cache
def topic_names() -> Mapping[str, str]:
    """The name of each topic by its number, ``T10682``; one of another number has none here."""
    file = resources.files("coretech.data").joinpath("watch", "topics.csv")
    return dict(csv.reader(file.read_text(encoding="utf-8").splitlines()[1:]))


def named_topics(way: str) -> Iterator[tuple[str, str]]:
    """A way to belong piece by piece: each topic with its name, and the text between, which has none."""
    at = 0
    for found in _TOPIC.finditer(way):
        if found.start() > at:
            yield way[at : found.start()], ""
        yield found[0], topic_names().get(found[0], "")
        at = found.end()
    if at < len(way):
        yield way[at:], ""
