"""Server-sent events as they go over the wire (HTML Living Standard, section “Server-sent events”)."""

BEAT = b": beat\n\n"
"""A comment, so that a proxy sees that the stream lives."""


def frame(event: str, data: str) -> bytes:
    """One event; every line of its data stands on a line of its own."""
    lines = "".join(f"data: {line}\n" for line in data.splitlines() or [""])
    return f"event: {event}\n{lines}\n".encode()


def retry(milliseconds: int) -> bytes:
    """How long a browser waits before it connects again."""
    return f"retry: {milliseconds}\n\n".encode()
