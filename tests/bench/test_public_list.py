"""The benchmark of the public list: the load that both sides bear, and the peer's own copy of the list."""

import sqlite3
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench import datasette
from bench.load import Load

ROW = ("added", "甲", "甲", "A", "部", "Ministry", "太空", "Space", "2023-12-05", "2023-12-05")


class Answering(BaseHTTPRequestHandler):
    """Answers with a length, or in pieces, or not at all."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer by the path."""
        self.send_response(404 if self.path == "/gone" else 200)
        if self.path == "/pieces":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        else:
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"abcde")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize("path", ["/whole", "/pieces"])
def test_as_many_answers_are_read_as_are_asked_for_and_the_first_call_counts_for_nothing(
    port: int, path: str
) -> None:
    load = Load(port, path, 40)
    load()
    assert load.seconds == []
    load()

    assert (len(load.seconds), len(load.rates)) == (40, 1)
    assert 0 < load.p95 <= max(load.seconds)


def test_an_answer_that_is_no_page_ends_the_measuring(port: int) -> None:
    with pytest.raises(RuntimeError, match="404"):
        Load(port, "/gone", 1)()


def test_the_peers_list_has_the_newest_version_of_each_item_and_since_when_it_is_there(
    tmp_path: Path,
) -> None:
    later = (*ROW[:-2], "2024-12-05", "2024-12-05")
    datasette.fill(tmp_path / "register.db", [(1, 1, *ROW), (1, 2, *later), (2, 1, *ROW)])
    database = sqlite3.connect(tmp_path / "register.db")
    rows = database.execute("SELECT no, version, in_force_since FROM list").fetchall()
    database.close()

    assert rows == [(1, 2, "2023-12-05"), (2, 1, "2023-12-05")]
