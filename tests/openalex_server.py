"""A server of this machine that speaks OpenAlex's API: pages by cursor, credits, and faults when told to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Fault = tuple[int, dict[str, str]]


@dataclass
class OpenAlex:
    """What it serves and what it was asked.

    Attributes:
        works: all there are; a page holds ``per-page`` of them at most, and never more than ``most``.
        faults: answers given first, one a request: a status and headers; 0 cuts the answer in the middle.
        remaining: credits left.
    """

    works: list[dict[str, Any]]
    most: int = 100
    faults: list[Fault] = field(default_factory=list)
    remaining: int = 1_000
    asked: list[dict[str, str]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    address: str = ""

    @property
    def cursors(self) -> list[str]:
        return [each["cursor"] for each in self.asked]

    def page(self, question: dict[str, str]) -> dict[str, Any]:
        cursor = question["cursor"]
        first = 0 if cursor == "*" else int(cursor.removeprefix("at"))
        last = first + min(int(question["per-page"]), self.most)
        after = (
            f"at{last}" if first < len(self.works) else None
        )  # the last page names a next one, which is empty
        return {"meta": {"count": len(self.works), "next_cursor": after}, "results": self.works[first:last]}


@contextmanager
def serving(stage: OpenAlex) -> Iterator[OpenAlex]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            assert parts.path == "/works"
            stage.asked.append({name: each[0] for name, each in parse_qs(parts.query).items()})
            stage.keys.append(self.headers["Authorization"])
            status, headers = stage.faults.pop(0) if stage.faults else (200, {})
            if status > 200:
                told: dict[str, Any] = {"error": "fault", "message": f"fault {status}"}
            else:
                told = stage.page(stage.asked[-1])
                stage.remaining -= 1
                headers = {
                    "X-RateLimit-Credits-Used": "1",
                    "X-RateLimit-Remaining": str(stage.remaining),
                } | headers
            body = json.dumps(told).encode()
            self.send_response(status or 200)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body if status else body[: len(body) // 2])
            self.close_connection = not status

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        stage.address = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield stage
        finally:
            server.shutdown()
            thread.join()
