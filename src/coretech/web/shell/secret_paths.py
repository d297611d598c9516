"""Addresses that end in a secret stay out of the log file: whoever reads it must not be able to open them."""

import logging
import re

_SECRET = re.compile(r"(?<=/)[A-Za-z0-9_-]{32,}(?=[/.?\s\"']|$)")
_LEFT_OUT = "…"


class SecretPathsFilter(logging.Filter):
    """Writes ``…`` for every part of a path that is long enough to be a secret, in messages and their arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without its secrets."""
        record.msg = without_secrets(record.msg) if isinstance(record.msg, str) else record.msg
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_secrets(each) if isinstance(each, str) else each for each in record.args
            )
        return True


def without_secrets(text: str) -> str:
    """The text with its secret parts of paths left out."""
    return _SECRET.sub(_LEFT_OUT, text)
