"""What tests of the open data need: an announcement, a correction, a machine that is called."""

import datetime as dt
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from coretech.apps.audit.models import Act
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.operations.announce import Notice, announce
from coretech.kit.clock import TAIPEI
from tests import factories

ANNOUNCED = dt.date(2025, 9, 1)
CORRECTED_AT = dt.datetime(2025, 10, 1, 9, tzinfo=TAIPEI)


def announced_renaming() -> Act:
    """Item 12 under its new name from 2025-09-01 on."""
    case = factories.pre_announced_case(factories.renaming())
    by = factories.acting("announcer", ANNOUNCED)
    return announce(by, Notice((case.reference,), "示範字第1號", ANNOUNCED, ANNOUNCED))


def corrected(number: int = 12, name_zh: str = "更正後的名稱") -> ItemVersion:
    """A correction of an item's newest version, recorded on 2025-10-01."""
    row = ItemVersion.objects.filter(item__number=number).order_by("version").last()
    assert row is not None
    row.corrects_id, row.pk, row.version = row.pk, None, row.version + 1
    row.name_zh, row.corrected_because, row.recorded_at = name_zh, "a slip of the pen", CORRECTED_AT
    row.save(force_insert=True)
    return row


@dataclass
class Called:
    """A machine that is called: what it was told, and what it answers with."""

    address: str = ""
    answers: int = 200
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def told(self) -> list[dict[str, Any]]:
        """The bodies as programs read them."""
        return [json.loads(body) for _, body in self.calls]


@contextmanager
def called_machine(secured: ssl.SSLContext | None = None) -> Iterator[Called]:
    """A real HTTP server on a free port of this machine, with TLS where asked for, for as long as the block runs."""
    called = Called()

    class Handler(BaseHTTPRequestHandler):
        """Keeps the call and answers as it is told to."""

        def do_POST(self) -> None:
            """Take one call."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            called.calls.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(called.answers)
            self.send_header("Location", called.address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        called.address = f"http://127.0.0.1:{server.server_address[1]}/hook?of=register"
        if secured is not None:
            server.socket = secured.wrap_socket(server.socket, server_side=True)
            called.address = called.address.replace("http://127.0.0.1", "https://localhost")
        thread = threading.Thread(target=server.serve_forever, name="called machine")
        thread.start()
        try:
            yield called
        finally:
            server.shutdown()
            thread.join()
