"""Writing what a command hands out into a new file that only its owner may read."""

from pathlib import Path

from coretech.kit.refusal import bad_input


def write_new(path: Path, content: bytes) -> None:
    """Write the content; nothing that is there is overwritten.

    Raises:
        Refused: (HTTP 422) where there is such a file already, or none can be written.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(content)
    except FileExistsError as error:
        raise bad_input(
            "to", f"{path.name} 已存在，未覆寫。", f"{path.name} exists and was not overwritten."
        ) from error
    except OSError as error:
        raise bad_input(
            "to",
            f"無法寫入檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be written; check its path.",
        ) from error
