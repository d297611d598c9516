"""From a folder of works, or files of works, to the snapshot that is kept of it."""

import datetime as dt
import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from django.conf import settings

from coretech.apps.watch.counts.runs import BUNDLED
from coretech.apps.watch.models import WorksSnapshot
from coretech.engines.indicators.tables import Snapshot
from coretech.kit.refusal import Refused, bad_input
from coretech.readers.works.ingest import files_in, ingest
from coretech.readers.works.manifest import NAME, Asked, Manifest, read_manifest

HOME = "home/"
"""How a place under the installation's own folder begins."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot that was read: where it lies, its manifest and the manifest's hash."""

    place: str
    manifest: Manifest
    sha256: str


def take_folder(folder: Path) -> Taken:
    """A folder that ``coretech watch ingest`` made.

    Raises:
        Refused: (HTTP 422) where it is none, or of another version.
    """
    place = str(folder.expanduser().absolute())
    try:
        manifest = read_manifest(Path(place))
    except (OSError, ValueError):
        raise _no_snapshot(place) from None
    return Taken(place, manifest, _hash(Path(place)))


def take_upload(name: str, content: bytes, asked: Asked) -> Taken:
    """A file of works, read into a snapshot below the installation's own folder.

    Raises:
        Refused: (HTTP 422) where it holds no work that can be read.
    """
    digest = hashlib.sha256(content).hexdigest()
    home = Path(settings.CORETECH_HOME) / "watch"
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="taken-", dir=home) as work:
        manifest = _read(Path(work), Path(name).name, content, asked)
        if not manifest.works:
            raise _empty()
        sha256 = _hash(Path(work) / "snapshot")
        kept = home / f"{digest[:16]}-{sha256[:8]}"
        if not kept.exists():
            shutil.move(Path(work) / "snapshot", kept)
    return Taken(f"{HOME}{kept.name}", manifest, sha256)


def take_bundled() -> Taken:
    """The sample that comes with the program."""
    return Taken(BUNDLED, read_manifest(_bundled()), _hash(_bundled()))


def opened(snapshot: WorksSnapshot) -> Snapshot:
    """The tables of a snapshot that was taken in.

    Raises:
        Refused: (HTTP 422) where they are not there any more, or others are.
    """
    folder = folder_of(snapshot)
    try:
        manifest, found = read_manifest(folder), _hash(folder)
    except (OSError, ValueError):
        raise _no_snapshot(str(folder)) from None
    if found != snapshot.sha256:
        raise bad_input(
            "place",
            "快照在收錄後被更動，雜湊值不同；請重新收錄。",
            "The snapshot was changed after it was taken in: its hash differs. Take it in again.",
        )
    return Snapshot(folder, manifest.parts)


def folder_of(snapshot: WorksSnapshot) -> Path:
    """Where a snapshot's tables lie."""
    if snapshot.bundled:
        return _bundled()
    if snapshot.place.startswith(HOME):
        return Path(settings.CORETECH_HOME) / "watch" / snapshot.place.removeprefix(HOME)
    return Path(snapshot.place)


def day_of(manifest: Manifest) -> dt.date:
    """The day a snapshot was read."""
    return dt.date.fromisoformat(manifest.date)


def _read(work: Path, name: str, content: bytes, asked: Asked) -> Manifest:
    (work / "given").mkdir()
    (work / "given" / name).write_bytes(content)
    files = files_in([work / "given"])
    if not files:
        raise bad_input(
            "file",
            "請上傳 .jsonl、.jsonl.gz、.parquet、.bib、.ris 或 .csv 檔。",
            "Upload a .jsonl, .jsonl.gz, .parquet, .bib, .ris or .csv file.",
        )
    try:
        return ingest(files, work / "snapshot", asked)
    except ValueError:
        raise _empty() from None


def _hash(folder: Path) -> str:
    return hashlib.sha256(json.dumps(_manifest(folder), sort_keys=True).encode()).hexdigest()


def _manifest(folder: Path) -> object:
    return json.loads((folder / NAME).read_text(encoding="utf-8"))


def _bundled() -> Path:
    return Path(str(resources.files("coretech.data"))) / "watch" / "sample"


def _empty() -> Refused:
    return bad_input(
        "file",
        "檔案裡沒有可讀的著作；請檢查格式。",
        "The file holds no work that can be read; check its format.",
    )


def _no_snapshot(place: str) -> Refused:
    return bad_input(
        "place",
        f"{place}：不是快照資料夾，或由其他版本製作；請以 coretech watch ingest 製作。",
        f"{place}: no snapshot, or another version made it; make one with coretech watch ingest.",
    )
