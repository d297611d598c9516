"""A job's thread has a database connection of its own, which nobody else would close."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def own_connection(work: Callable[[int], T]) -> Callable[[int], T]:
    """The same work of a moment, with its connection closed after it, also where it failed."""

    @wraps(work)
    def done(timestamp: int) -> T:
        try:
            return work(timestamp)
        finally:
            connection.close()

    return done
