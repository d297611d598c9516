"""What ``coretech watch`` is given: works, definitions of technologies, and years."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from coretech.engines.indicators.definitions import Technology, read_technologies
from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.tables import Snapshot
from coretech.kit.clock import SystemClock, today
from coretech.kit.refusal import bad_input
from coretech.readers.works.ingest import files_in, ingest
from coretech.readers.works.manifest import NAME, Asked, Manifest, read_manifest

_YEARS = re.compile(r"(\d{4})(?:\s*[-–:]\s*(\d{4}))?")


@dataclass(frozen=True, slots=True)
class ReadWorks:
    """A snapshot with its manifest."""

    snapshot: Snapshot
    manifest: Manifest


def day_of_reading() -> dt.date:
    """Today in Taipei; a year after it is in the future."""
    return today(SystemClock())


@contextmanager
def snapshot_of(given: Sequence[Path], day: dt.date) -> Iterator[ReadWorks]:
    """The snapshot in a folder, or one read from files for as long as it is used.

    Raises:
        Refused: (HTTP 422) where there is nothing to read, or it cannot be read.
    """
    if len(given) == 1 and (given[0] / NAME).is_file():
        yield _opened(given[0])
        return
    with tempfile.TemporaryDirectory(prefix="coretech-watch-") as folder:
        manifest = read_works(given, Path(folder), Asked(day, source=", ".join(each.name for each in given)))
        yield ReadWorks(Snapshot(Path(folder), manifest.parts), manifest)


def read_works(given: Sequence[Path], out: Path, asked: Asked) -> Manifest:
    """Read files of works into a snapshot.

    Raises:
        Refused: (HTTP 422) where there is nothing to read, or it cannot be read.
    """
    try:
        files = files_in(given)
        if not files:
            named = ", ".join(map(str, given))
            raise bad_input("works", f"{named}：沒有著作檔", f"{named}: there is no file of works")
        return ingest(files, out, asked)
    except OSError as error:
        reason = error.strerror or "找不到 / not found"
        raise bad_input(
            "works", f"{error.filename}：無法讀取（{reason}）", f"{error.filename}: cannot be read ({reason})"
        ) from None
    except ValueError as error:
        raise bad_input("works", f"著作檔無法讀取：{error}", f"the works cannot be read: {error}") from None


def technologies_in(file: Path) -> list[Technology]:
    """The technologies a file defines.

    Raises:
        Refused: (HTTP 422) where it cannot be read, naming the line.
    """
    try:
        return read_technologies(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise bad_input(
            "technologies", f"{file}：無法讀取（{reason}）", f"{file}: cannot be read ({reason})"
        ) from None


def bundled_technologies() -> list[Technology]:
    """The definitions that come with coretech."""
    file = resources.files("coretech.data").joinpath("watch", "technologies.csv")
    return read_technologies(file.read_text(encoding="utf-8"))


def read_years(text: str | None) -> Years:
    """The years ``--years`` names: one, or a first and a last.

    Raises:
        Refused: (HTTP 422) where it names none, or the last before the first.
    """
    if text is None:
        return Years()
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        raise bad_input(
            "years", f"--years：{text!r} 應如 2019-2023", f"--years: {text!r} should be like 2019-2023"
        )
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first:
        raise bad_input("years", f"--years：{last} 早於 {first}", f"--years: {last} is before {first}")
    return Years(first, last)


def _opened(folder: Path) -> ReadWorks:
    try:
        manifest = read_manifest(folder)
    except (OSError, ValueError) as error:
        what = error if isinstance(error, ValueError) and error.args else NAME
        raise bad_input(
            "works",
            f"{folder}：快照的 {what} 無法讀取、不完整，或由其他版本製作；請重新匯入",
            f"{folder}: its {what} cannot be read, is cut, or another version made it; ingest it again",
        ) from None
    return ReadWorks(Snapshot(folder, manifest.parts), manifest)
