"""Serving pages, API and jobs from one process, until it is told to stop."""

import gc
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

import uvicorn

from coretech.cli.installation.ready import ready
from coretech.cli.speech import say
from coretech.jobs.worker import BackgroundWorker
from coretech.kit.loading import uncollected
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.stopping import stop_everything

APPLICATION = "coretech.config.asgi:application"

_GRACE = 5  # seconds that requests in hand get to finish
_NEW_OBJECTS = 20_000
"""Collect garbage when so many objects more are there: drawing a long page makes thousands and lets go of them itself.
Python's own 700 had it collect at every page, for a tenth of the page's time."""


def serve_on(host: str, port: int, *, jobs: bool) -> None:
    """Serve until Ctrl-C or SIGTERM; then finish what is in hand, the jobs as well.

    Raises:
        Refused: (HTTP 422) where the address cannot be listened on; (HTTP 503) where there is no database.
    """
    listener = _listen(host, port)
    with listener, _stopped_by_signals():
        ready()
        _serve(listener, host, jobs=jobs)


def _serve(listener: socket.socket, host: str, *, jobs: bool) -> None:
    with BackgroundWorker() if jobs else nullcontext():
        server = _server()
        _tell(host, listener.getsockname()[1])
        server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """Ends what would stream for ever as soon as it is told to stop; other requests in hand get their time."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop, the streams first."""
        stop_everything()
        await super().shutdown(sockets)


def _server() -> uvicorn.Server:
    """The server with all of the application loaded: what is there by now stays, so no collection looks at it again."""
    config = uvicorn.Config(
        APPLICATION,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    with uncollected():
        config.load()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    return _Server(config)


def _tell(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}"
    say(f"清單與工作頁：{address}/　（按 Ctrl-C 停止）")
    say(f"The list and everybody's work: {address}/en/  (Ctrl-C stops it)")
    sys.stdout.flush()


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let SIGTERM end the block as Ctrl-C does: through every ``finally``, quietly."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port at once, so that a second server is told before it starts anything."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address, family=family)
        # An answer's head and body are two writes; without this the second waits 40 ms for the first to be confirmed.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except (OSError, OverflowError) as error:
        raise _cannot_listen(host, port, error) from error
    return listener


def _cannot_listen(host: str, port: int, error: Exception) -> Refused:
    why = (getattr(error, "strerror", None) or str(error)).partition(" (while")[0]
    return bad_input(
        "port",
        f"無法在 {host} 的 {port} 埠提供服務（{why}）；請先停止使用該埠的程式，或以 --port 改用其他埠。",
        f"Port {port} of {host} cannot be used ({why}); "
        "stop the program that has it, or choose another with --port.",
    )
