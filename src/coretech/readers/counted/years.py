"""Years as tables write them: alone, or at the beginning of a date or a month."""

import re

FIRST = 1780
_YEAR = re.compile(r"(\d{4})(?:\D.*|\d{2}|\d{4}|\.0)?")
_DAY_FIRST = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](\d{4})")


def year_of(text: str, latest: int) -> int | None:
    """The year a cell tells; none where it tells none between the first patents and ``latest``."""
    match = _DAY_FIRST.fullmatch(text.strip()) or _YEAR.fullmatch(text.strip())
    return int(match[1]) if match and FIRST <= int(match[1]) <= latest else None
