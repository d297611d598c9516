"""Long text for an operation: from the command line, a file or standard input."""

import sys
from pathlib import Path

from coretech.kit.refusal import Refused, bad_input

_STANDARD_INPUT = Path("-")


def text_from(text: str | None, file: Path | None) -> str:
    """The text given one way; exactly one of the two.

    Raises:
        Refused: (HTTP 422) where none or both are given, or the file cannot be read as UTF-8.
    """
    if text is not None and file is None:
        return text
    if file is not None and text is None:
        return _read(file)
    raise bad_input("text", "請以 --text 或 --file 之一提供內容。", "Give the text by --text or by --file.")


def _read(file: Path) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == _STANDARD_INPUT else file.read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start + 1
        raise _bad(file, f"第 {place} 個位元組起不是 UTF-8", f"byte {place} is not UTF-8") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise _bad(file, f"無法開啟（{reason}）", f"it cannot be opened ({reason})") from None


def _bad(file: Path, zh: str, en: str) -> Refused:
    return bad_input("file", f"{file}：{zh}。", f"{file}: {en}.")
