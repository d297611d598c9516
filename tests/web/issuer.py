"""A small OpenID Connect issuer that really answers, on this machine, for the tests of single sign-on."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

CLIENT, SECRET = "coretech", "between us"


@dataclass
class Issuer:
    """Knows one person, and the challenge of the sign-in under way."""

    person: dict[str, object]
    challenge: str = ""
    address: str = field(default="", init=False)

    def discovery(self) -> Mapping[str, object]:
        names = ("authorization", "token", "userinfo")
        return {"issuer": self.address} | {f"{name}_endpoint": f"{self.address}/{name}" for name in names}

    def token(self, form: dict[str, list[str]]) -> dict[str, object]:
        """A token for whoever holds the verifier of the challenge, and nothing for anybody else."""
        digest = hashlib.sha256(form["code_verifier"][0].encode()).digest()
        proved = base64.urlsafe_b64encode(digest).decode().rstrip("=") == self.challenge
        known = (form["client_id"], form["client_secret"]) == ([CLIENT], [SECRET])
        return (
            {"access_token": "opens", "token_type": "Bearer"}
            if proved and known
            else {"error": "invalid_grant"}
        )


@contextmanager
def running(issuer: Issuer) -> Iterator[Issuer]:
    """Let the issuer answer at ``issuer.address``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            allowed = self.headers.get("Authorization") == "Bearer opens"
            self._answer(issuer.person if self.path == "/userinfo" and allowed else issuer.discovery())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(issuer.token(parse_qs(body)))

        def _answer(self, data: Mapping[str, object]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(data).encode())

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
