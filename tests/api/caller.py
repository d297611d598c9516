"""A small client: sends JSON, gives JSON back, and knows its token."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from django.test import Client

from coretech.apps.accounts.operations.create_token import create_token, new_secret
from tests import factories

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

BASE = "/api/v1"


@dataclass(frozen=True)
class Caller:
    """Somebody who calls the API."""

    headers: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    @classmethod
    def named(cls, username: str) -> Self:
        """Somebody of the cast, with a fresh token."""
        secret = new_secret()
        create_token(factories.acting(username), secret, "test", 300)
        return cls({"Authorization": f"Bearer {secret}"})

    def with_headers(self, **headers: str) -> "Caller":
        """The same caller sending more headers; underscores stand for hyphens."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return Caller(self.headers | more, self.client)

    def get(self, path: str) -> "Response":
        """GET under the API's base."""
        return self.client.get(BASE + path, headers=self.headers)

    def send(self, method: str, path: str, content: object = None, raw: bytes | None = None) -> "Response":
        """Send content as JSON, or bytes as they are."""
        body = raw if raw is not None else b"" if content is None else json.dumps(content).encode()
        return self.client.generic(method, BASE + path, body, "application/json", headers=self.headers)

    def post(self, path: str, content: object = None) -> "Response":
        """POST some content, or none."""
        return self.send("POST", path, content)

    def done(self, path: str, content: object = None, method: str = "POST") -> str:
        """Write, expect it to be done, and give back where the thing is, under the API's base."""
        response = self.send(method, path, content)
        assert response.status_code == 201, response.content.decode()
        location: str = json_of(response)["location"]
        assert response["Location"] == location
        return location.removeprefix(BASE)

    def read(self, path: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """GET, expect it to be there, and give back its JSON."""
        response = self.get(path)
        assert response.status_code == 200, response.content.decode()
        return json_of(response)


def json_of(response: "Response") -> Any:  # noqa: ANN401 - whatever the JSON holds
    """A response's JSON."""
    return json.loads(response.content)


def problem_of(response: "Response", status: int) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """A response's problem document, which must be one, with both languages."""
    assert response.status_code == status, response.content.decode()
    assert response["Content-Type"] == "application/problem+json"
    problem = json_of(response)
    assert problem["status"] == status
    assert problem["sentence"]["zh"]
    assert problem["sentence"]["en"]
    return problem
