"""The one clock: Taipei's time, moved forward only on a demonstration's stage."""

import datetime as dt
import json
from pathlib import Path

from django.conf import settings

from coretech.kit.clock import SystemClock, today


def now() -> dt.datetime:
    """The moment operations act at: the system's, or the demonstration's where its stage is set."""
    moment = SystemClock().now()
    if not settings.CORETECH_DEMO:
        return moment
    return moment + _demo_offset()


def clock_is_set() -> bool:
    """Whether the demonstration's clock has been set."""
    return _path().exists()


def set_demo_day(day: dt.date) -> None:
    """Let the demonstration's clock stand at this day, keeping the time of day; used by the stage alone."""
    days = (day - today(SystemClock())).days
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps({"days": days}), encoding="utf-8")
    new.replace(path)


def _demo_offset() -> dt.timedelta:
    path = _path()
    if not path.exists():
        return dt.timedelta()
    return dt.timedelta(days=int(json.loads(path.read_text(encoding="utf-8"))["days"]))


def _path() -> Path:
    return Path(settings.CORETECH_HOME) / "demo-clock.json"
