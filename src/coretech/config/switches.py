"""Reading switches and lists from the environment."""

import os

_ON = frozenset({"1", "true", "yes", "on"})


def switched_on(name: str) -> bool:
    """Whether an environment variable says yes (``1``, ``true``, ``yes`` or ``on``); unset is no."""
    return os.environ.get(name, "").strip().lower() in _ON


def listed(name: str, default: str) -> list[str]:
    """The comma-separated words of an environment variable, or of the default."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
