"""What is said of a file that is not one of ours."""

from coretech.kit.refusal import Refused, bad_input


def bad_file(zh: str, en: str) -> Refused:
    """The file cannot be read as the register (HTTP 422)."""
    return bad_input("file", zh, en)
