"""Somebody who calls the API of a running server over the network."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from tests.journeys.server import Server


@dataclass(frozen=True)
class Caller:
    """One of the cast with a token."""

    server: Server
    token: str

    @classmethod
    def named(cls, server: Server, account: str) -> "Caller":
        """A caller with a fresh token made by command."""
        made = server.run("token", "create", "--as", account, "--label", "test", "--days", "366", "--json")
        assert made.returncode == 0, made.stderr
        return cls(server, json.loads(made.stdout)["token"])

    def read(self, path: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """GET a resource."""
        return self._send("GET", path, None)

    def do(self, path: str, content: object = None, method: str = "POST") -> str:
        """Write, and give back where the thing is, under the API's base."""
        location: str = self._send(method, path, {} if content is None else content)["location"]
        return location.removeprefix("/api/v1")

    def act(self, path: str, content: object) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """Write, and give back the act that confirms it."""
        return self._send("POST", path, content)["act"]

    def _send(self, method: str, path: str, content: object) -> Any:  # noqa: ANN401 - as above
        body = None if content is None else json.dumps(content).encode()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.server.address}/api/v1{path}", body, headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own server
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            error.add_note(f"{method} {path}: {error.read().decode()}")
            raise
