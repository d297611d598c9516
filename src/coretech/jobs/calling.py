"""One signed call to another machine, to the very number that was looked at: no name leads elsewhere meanwhile.

By way of a proxy it is the proxy that looks the name up; one that leads inside here is not called by that way either.
Who signs the machine's certificate is asked of the system, or of the file that ``SSL_CERT_FILE`` names.
"""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from urllib.parse import SplitResult, urlsplit

from coretech.engines.webhooks import HARMLESS_HERE, problem_of, reachable
from coretech.jobs.proxying import proxy_for, tunnel
from coretech.kit.sentence import Sentence

PATIENCE = 10.0
"""Seconds that a machine may take to connect, and again to answer."""
AGENT = "coretech"

_INSIDE = Sentence("主機名稱指向內部網路，未呼叫", "the name leads into a private network; it was not called")


class CallError(Exception):
    """The call did not arrive; ``sentence`` says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever follows the register."""
        super().__init__(str(sentence))
        self.sentence = sentence


def call(address: str, body: bytes, headers: Mapping[str, str], *, demonstration: bool) -> None:
    """Send the body by POST; redirections are not followed.

    Raises:
        CallError: where the address may not be called, cannot be reached, or answers with anything but 2xx.
    """
    problem = problem_of(address, demonstration=demonstration)
    if problem is not None:
        raise CallError(problem)
    parts = urlsplit(address)
    connection = _connection(parts, demonstration=demonstration)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        told = {"Host": parts.netloc, "Content-Type": "application/json", "User-Agent": AGENT, **headers}
        connection.request("POST", path, body, told)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(error) from error
    finally:
        connection.close()
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        raise CallError(Sentence(f"對方回覆HTTP {status}", f"it answered HTTP {status}"))


def _connection(parts: SplitResult, *, demonstration: bool) -> http.client.HTTPConnection:
    """A connection that is open already; the name in the address is what TLS checks."""
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    harmless = demonstration and host in HARMLESS_HERE
    proxy = proxy_for(host) if secure and not harmless else None
    try:
        plain = _straight(host, port, harmless=harmless) if proxy is None else _through(proxy, host, port)
        connection.sock = _secured(plain, host) if secure else plain
    except OSError as error:
        raise _unreachable(error) from error
    return connection


def _straight(host: str, port: int, *, harmless: bool) -> socket.socket:
    return socket.create_connection((_number(host, port, harmless=harmless), port), PATIENCE)


def _through(proxy: SplitResult, host: str, port: int) -> socket.socket:
    with suppress(socket.gaierror):  # behind a proxy, names outside are often unknown
        _number(host, port, harmless=False)
    return tunnel(proxy, host, port, PATIENCE)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _number(host: str, port: int, *, harmless: bool) -> str:
    """The first numeric address of a host; none where any of them lies inside."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(each[4][0]) for each in found]
    if not harmless and not all(map(reachable, numbers)):
        raise CallError(_INSIDE)
    return numbers[0]


def _unreachable(error: Exception) -> CallError:
    what = f"{type(error).__name__}: {error}"
    return CallError(Sentence(f"無法連線（{what}）", f"it could not be reached ({what})"))
