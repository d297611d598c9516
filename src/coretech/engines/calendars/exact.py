"""A text of a calendar, word for word."""

from icalendar import vText

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Exact(vText):
    """A text written by RFC 5545, section 3.3.11, each character once.

    The library's own text takes a backslash before an N for a line end and so changes the words.
    """

    def to_ical(self) -> bytes:
        """The text as it stands in the file; every kind of line end is one."""
        plain = self.replace("\r\n", "\n").replace("\r", "\n")
        return plain.translate(_ESCAPES).encode()
