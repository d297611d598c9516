"""Trying something out on the record: what it would give, with nothing of it kept."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

T = TypeVar("T")


def rehearsed(run: Callable[[], T]) -> T:
    """What something would give, or be refused for, with nothing of it kept."""
    with transaction.atomic():
        answer = run()
        transaction.set_rollback(True)
    return answer
