"""Supplies in the background: files handed in are read, and every night the alerts are looked at."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.taking import take_waiting


def take_files() -> int:
    """Read the files that wait; says how many were recorded."""
    return take_waiting()


def watch_tonight() -> int:
    """Open and close the alerts that are due; says how many were opened."""
    act = keep_watch(Acting(at=now(), username="system"), "nightly job")
    return 0 if act is None else len(act.public["opened"])
