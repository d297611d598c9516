"""A file named on the command line, read for an operation."""

from pathlib import Path

from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.scanning import LARGEST
from coretech.kit.refusal import bad_input


def scan_given(path: Path) -> HandedIn:
    """The scan with its name; one byte too many of it is enough for it to be refused.

    Raises:
        Refused: (HTTP 422) where the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return HandedIn(path.name, file.read(LARGEST + 1))
    except OSError as error:
        raise bad_input(
            "scan",
            f"無法讀取檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be read; check its path.",
        ) from error
