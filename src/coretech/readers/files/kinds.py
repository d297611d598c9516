"""The kinds of files that are taken."""

from enum import Enum


class Kind(Enum):
    """A kind of file: its media type, and the ending it is handed out under."""

    PDF = ("application/pdf", ".pdf")
    ODT = ("application/vnd.oasis.opendocument.text", ".odt")
    ODS = ("application/vnd.oasis.opendocument.spreadsheet", ".ods")
    ODP = ("application/vnd.oasis.opendocument.presentation", ".odp")
    PNG = ("image/png", ".png")
    JPEG = ("image/jpeg", ".jpg")
    CSV = ("text/csv", ".csv")
    TEXT = ("text/plain", ".txt")

    @property
    def media_type(self) -> str:
        """The media type, as the registry of IANA has it."""
        return self.value[0]

    @property
    def suffix(self) -> str:
        """The ending of a file's name."""
        return self.value[1]
