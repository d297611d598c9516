"""Waiting in line: one transaction at a time for what must be counted or numbered."""

from django.db import connection


def hold(name: str) -> None:
    """Hold the lock of this name until the transaction ends; whoever comes second waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
