"""Days as people write them: the Gregorian calendar or the Republic's, full-width or not."""

import datetime as dt
import re
import unicodedata

from coretech.kit.roc import parse_roc

_GREGORIAN = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_ROC = re.compile(r"(?:中華民國|民國)?(?:\d{1,3}|元)[-./年]\d{1,2}[-./月]\d{1,2}日?")


class NotADay(ValueError):  # noqa: N818 - the name says what the text is
    """A text that has not the form of a day in either calendar."""


def parse_day(text: str) -> dt.date:
    """The day a text names: ``2025-11-24``, ``114.11.24`` or ``民國114年11月24日``.

    Four digits are a Gregorian year, up to three a ROC one.

    Raises:
        NotADay: for a text of another form.
        ValueError: for a day the calendar does not have.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    gregorian = _GREGORIAN.fullmatch(plain)
    if gregorian:
        return dt.date(*(int(part) for part in gregorian.groups()))
    if _ROC.fullmatch(plain) is None:
        raise NotADay(text)
    return parse_roc(plain)
