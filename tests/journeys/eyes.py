"""Somebody who looks at a meeting's stream over the network."""

import http.client
import http.cookiejar
import re
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from tests.journeys.server import Server

PATIENCE = 60.0
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Event:
    """One event of a stream: its name and its data."""

    name: str
    data: str


class Browser:
    """Keeps cookies, as a browser does; signs in as one of the demonstration's cast."""

    def __init__(self, server: Server, account: str = "") -> None:
        """Sign in, where an account is named."""
        self.server = server
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        if account:
            self.send("/demo/", "/demo/sign-in/", account=account)

    def read(self, path: str) -> str:
        """A page."""
        with self._opener.open(self.server.address + path, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text

    def send(self, page: str, path: str, **fields: str) -> str:
        """Send a form that stands on a page."""
        token = _TOKEN.search(self.read(page))
        assert token is not None
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
        with self._opener.open(self.server.address + path, body, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text

    def look(self, path: str) -> "Eyes":
        """Open a stream."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._jar)
        return Eyes(self.server.port, path, cookies)


class Eyes:
    """An open stream, read event by event."""

    def __init__(self, port: int, path: str, cookies: str = "") -> None:
        """Connect; the answer's status and headers are there at once."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", path, headers={"Cookie": cookies, "Accept": "text/event-stream"})
        self.answer = self._connection.getresponse()

    def until(self, wanted: Callable[[Event], bool]) -> Event:
        """The next event that is wanted; fails where the stream ends or stays silent before."""
        while (event := self.next()) is not None:
            if wanted(event):
                return event
        message = "the stream ended before what was waited for"
        raise AssertionError(message)

    def next(self) -> Event | None:
        """The next event; None where the stream has ended."""
        name, data = "message", list[str]()
        while line := self.answer.readline().decode():
            field, _, value = line.rstrip("\n").partition(": ")
            if not field and data:
                return Event(name, "\n".join(data))
            name = value if field == "event" else name
            data += [value] if field.removesuffix(":") == "data" else []
        return None

    def close(self) -> None:
        """Hang up."""
        self.answer.close()
        self._connection.close()


def saying(*words: str) -> Callable[[Event], bool]:
    """An event whose data has all these words."""
    return lambda event: all(word in event.data for word in words)
