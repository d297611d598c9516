"""What takes long to make, kept among the user's cached files; without a place to keep it, it is made each time."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import platformdirs


def cached(name: str, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """The words kept under a name, or made and kept now; a damaged file is made anew."""
    file = Path(platformdirs.user_cache_dir("coretech")) / f"{name}.json"
    kept = _kept(file)
    if kept is not None:
        return kept
    made = make()
    with contextlib.suppress(OSError):
        _keep(file, made)
    return made


def _kept(file: Path) -> dict[str, str] | None:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found else None


def _keep(file: Path, made: dict[str, str]) -> None:
    """Write whole or not at all: another process may read at this moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(made, out, ensure_ascii=False)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
