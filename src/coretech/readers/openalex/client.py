"""One page of works asked of OpenAlex, and what the answer says: works, where to go on, and what it cost.

Source of the headers and prices: OpenAlex, documentation "Rate limits and authentication" (2026): a credit is a
tenth of a thousandth of a dollar; a list costs one, a search ten.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, cast
from urllib.parse import urlsplit

import pyalex
import requests

from coretech.readers.openalex.query import Query
from coretech.readers.works.careful import Json
from coretech.readers.works.shape import COLUMNS

PAGE = 100
"""Works a page: OpenAlex recommends as many, and each page costs the same."""
LIST, SEARCH = 1, 10
"""Credits a page of a list and of a search cost, where the answer does not say."""
_SECONDS = 60.0
_LATER = frozenset({429, 500, 502, 503, 504})


class LaterError(Exception):
    """No answer now, perhaps one later.

    Attributes:
        after: in how many seconds, where the service says so.
    """

    def __init__(self, reason: str, after: float | None = None) -> None:
        """Keep what was said, and when to ask again."""
        super().__init__(reason)
        self.after = after


class NeverError(Exception):
    """The question is refused; asking again helps nobody."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of works.

    Attributes:
        works: as they came.
        count: how many there are on all pages.
        after: the cursor of the next page; none after the last.
        credits: what it cost.
        remaining: credits that are left today, where the service says so.
    """

    works: list[Json]
    count: int
    after: str | None
    credits: int
    remaining: int | None


@dataclass
class Client:
    """Asks OpenAlex, or a service that speaks as it does, by pyalex.

    Attributes:
        address: such as ``https://api.openalex.org``.
        key: the account's key; it travels in a header and is written nowhere.
    """

    address: str
    key: str = field(default="", repr=False)
    _headers: Mapping[str, str] = field(default_factory=dict)

    def page(self, query: Query, cursor: str) -> Page:
        """The page a cursor points at; ``*`` is the first.

        Raises:
            LaterError: where it should be asked again.
            NeverError: where the question or the key is refused.
        """
        works = _Works({**query.parameters, "select": list(COLUMNS)}, self.address, self._session())
        try:
            found = works.get(per_page=PAGE, cursor=cursor)
            count, after = int(found.meta["count"]), found.meta.get("next_cursor")
        except pyalex.api.QueryError as error:
            raise NeverError(str(error)) from None
        except requests.HTTPError as error:
            raise _refused(error.response) from None
        except (requests.RequestException, LookupError, TypeError, ValueError) as error:
            raise LaterError(str(error) or type(error).__name__) from None
        cost = self._told("X-RateLimit-Credits-Used")
        return Page(
            works=cast("list[Json]", list(found)),
            count=count,
            after=str(after) if after and found else None,
            credits=(SEARCH if query.search else LIST) if cost is None else cost,
            remaining=self._told("X-RateLimit-Remaining"),
        )

    def _session(self) -> requests.Session:
        session = _InTime()
        if self.key:
            session.headers["Authorization"] = f"Bearer {self.key}"
        session.hooks["response"].append(self._keep_headers)
        return session

    def _keep_headers(self, answer: requests.Response, **_: object) -> None:
        self._headers = answer.headers

    def _told(self, header: str) -> int | None:
        try:
            return int(float(self._headers[header]))
        except (KeyError, ValueError, OverflowError):
            return None


class _Works(pyalex.Works):  # type: ignore[misc]  # pyalex has no types
    """pyalex's works, at the address that is set, through a session of ours."""

    def __init__(self, parameters: dict[str, object], address: str, session: requests.Session) -> None:
        super().__init__(parameters)
        self._address = address
        self._session = session

    @property
    def url(self) -> str:
        return f"{self._address.rstrip('/')}/works?{urlsplit(super().url).query}"

    def _get_from_url(self, url: str, session: object = None) -> pyalex.OpenAlexResponseList:
        del session  # the library would open one that neither ends nor tells its headers
        with self._session as ours:
            return super()._get_from_url(url, ours)


class _InTime(requests.Session):
    """Waits for an answer, but not for ever: pyalex gives no time."""

    def send(self, request: requests.PreparedRequest, **settings: Any) -> requests.Response:  # noqa: ANN401 - as there
        return super().send(request, **{**settings, "timeout": _SECONDS})


def _refused(answer: requests.Response | None) -> LaterError | NeverError:
    if answer is None:
        return LaterError("")
    said = f"HTTP {answer.status_code}: {_message(answer)}"
    return LaterError(said, _after(answer)) if answer.status_code in _LATER else NeverError(said)


def _message(answer: requests.Response) -> str:
    try:
        told = json.loads(answer.text)
        return str(told.get("message") or told.get("error"))[:300]
    except (ValueError, AttributeError):
        return answer.reason or ""


def _after(answer: requests.Response) -> float | None:
    """In how many seconds to ask again: told in seconds, or as a moment, held against the answer's own date."""
    told = answer.headers.get("Retry-After", "")
    try:
        return max(0.0, float(told))
    except ValueError:
        pass
    try:
        then, now = parsedate_to_datetime(told), parsedate_to_datetime(answer.headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, (then - now).total_seconds())
