"""Files as they are handed in with a case: each looked into before any is kept."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.engines.stamping import StampError, stamped
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.files import FileError, Kind, recognise

LONGEST_TITLE = 160
LONGEST_STEM = 120


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file with the name it came under; without a title that name without its ending is the title."""

    file_name: str
    content: bytes
    title: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be kept: its content, its kind by that content, and the names it gets."""

    content: bytes
    kind: Kind
    title: str
    file_name: str


class BadFiles(Refused):
    """Files that are not taken (HTTP 422); ``faults`` are their names, each with what is wrong with it."""

    def __init__(self, faults: Sequence[tuple[str, Sentence]]) -> None:
        """Say all of it in one sentence, file by file."""
        zh = "".join(f"「{name}」：{fault.zh}" for name, fault in faults)
        en = " ".join(f"“{name}”: {fault.en}" for name, fault in faults)
        super().__init__(
            Sentence(f"沒有收下任何檔案。{zh}", f"No file was taken. {en}"), status=422, field="files"
        )
        self.faults = tuple(faults)


def accepted(files: Sequence[HandedIn]) -> list[Accepted]:
    """The files, where every one of them may be kept.

    Raises:
        BadFiles: with every file that may not, so that one round of corrections is enough.
    """
    taken, faults = [], []
    for file in files:
        try:
            taken.append(_accepted(file))
        except (FileError, StampError) as error:
            faults.append((_shown_name(file.file_name), error.sentence))
    twice = [name for name, count in Counter(each.title for each in taken).items() if count > 1]
    faults += [(title, _TWICE) for title in twice]
    if not files:
        faults.append(("—", _NONE))
    if faults:
        raise BadFiles(faults)
    return taken


def _accepted(file: HandedIn) -> Accepted:
    """A PDF must also take a reader's name, or nobody could open it."""
    kind = recognise(file.content)
    if kind is Kind.PDF:
        stamped(file.content, "-")
    name = _shown_name(file.file_name)
    stem = (name.rpartition(".")[0] or name).strip(" .")[:LONGEST_STEM] or "file"
    title = " ".join(_seen(file.title).split()) or stem
    if len(title) > LONGEST_TITLE:
        raise FileError(_TOO_LONG)
    return Accepted(file.content, kind, title, f"{stem}{kind.suffix}")


def _shown_name(given: str) -> str:
    """A file's name without folders and unseen characters."""
    return _seen(given.replace("\\", "/").rpartition("/")[2]) or "—"


def _seen(text: str) -> str:
    plain = unicodedata.normalize("NFC", text)
    return "".join(c for c in plain if unicodedata.category(c)[0] != "C" or c == "\t")


_NONE = Sentence("請至少選擇一個檔案。", "Choose at least one file.")
_TWICE = Sentence(
    "這次上傳有兩個檔案同名；請分次上傳，或先改名。",
    "Two files of this upload have the same name. Rename one.",
)
_TOO_LONG = Sentence(
    f"名稱請在{LONGEST_TITLE}字以內。", f"Give it a title of at most {LONGEST_TITLE} characters."
)
