"""Pages as they came, kept in files, with how far the question is answered; what is kept is not asked for again."""

import datetime as dt
import gzip
import json
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

from coretech.readers.openalex.client import Page
from coretech.readers.openalex.query import Query

FIRST = "*"
NAME = "fetch.json"
PAGES_A_FILE = 200


@dataclass
class Kept:
    """What of a question's answer is kept in a folder.

    Attributes:
        query: the question, in a line.
        address: who was asked.
        cursor: where the next page begins.
        count: how many works the service says there are.
        credits: what all pages cost.
        days: on which days pages came.
        sizes: bytes of each file that are whole pages.
    """

    folder: Path
    query: str
    address: str
    cursor: str = FIRST
    whole: bool = False
    count: int = 0
    pages: int = 0
    works: int = 0
    credits: int = 0
    days: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def files(self) -> list[Path]:
        """The files that hold pages, in order."""
        return [self.folder / name for name in self.sizes]

    def add(self, page: Page, day: dt.date) -> None:
        """Keep a page: its works first, then how far it is; broken off between, the page is asked for again."""
        if page.works:
            self._append(page)
        self.pages += 1
        self.works += len(page.works)
        self.credits += page.credits
        self.count = page.count
        self.cursor, self.whole = page.after or self.cursor, page.after is None
        self.days = sorted({*self.days, day.isoformat()})
        self._save()

    def _append(self, page: Page) -> None:
        name = f"works-{self.pages // PAGES_A_FILE:04d}.jsonl.gz"
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{json.dumps(work, ensure_ascii=False)}\n" for work in page.works)
        with (self.folder / name).open("ab") as file:
            file.truncate(self.sizes.get(name, 0))
            file.write(gzip.compress(lines.encode("utf-8", "replace"), mtime=0))
            self.sizes[name] = file.seek(0, 2)

    def _save(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        told = {name: value for name, value in asdict(self).items() if name != "folder"}
        new = self.folder / f"{NAME}.new"
        new.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        new.replace(self.folder / NAME)


def kept_in(folder: Path, query: Query, address: str) -> Kept:
    """What is kept in a folder, or nothing yet.

    Raises:
        ValueError: where it keeps the answer to another question, which it names.
    """
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        kept = Kept(folder, **told)
    except FileNotFoundError:
        return Kept(folder, query.written, address)
    except (ValueError, TypeError):
        raise ValueError(NAME) from None
    if kept.query != query.written:
        raise ValueError(kept.query)
    for file in kept.files:
        if not file.is_file() or file.stat().st_size < kept.sizes[file.name]:
            return Kept(folder, query.written, address)
        _cut(file, kept.sizes[file.name])
    return kept


def forget(folder: Path) -> None:
    """Throw away what is kept, to ask anew."""
    shutil.rmtree(folder, ignore_errors=True)


def _cut(file: Path, size: int) -> None:
    """Leave only whole pages: a page that was being written when all ended is cut off."""
    if file.stat().st_size > size:
        with file.open("ab") as opened:
            opened.truncate(size)
