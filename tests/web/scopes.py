"""Requests as an ASGI application is given them."""

from typing import Any

Scope = dict[str, Any]


def scope_of(path: str = "/register/", method: str = "GET", query: str = "", **headers: str) -> Scope:
    """A request of the path with these headers; underscores stand for hyphens."""
    given = {"host": "localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }
