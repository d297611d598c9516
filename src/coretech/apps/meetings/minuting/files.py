"""Minutes as files to keep: ODT and PDF of one reader's copy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.edition import edition_of
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.engines.documents.errors import DocumentError
from coretech.engines.documents.model import Document, Language
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.kit.refusal import Refused


@dataclass(frozen=True, slots=True)
class MinutesFile:
    """A file with the name it is saved under."""

    name: str
    media_type: str
    content: bytes


FORMS: Mapping[str, tuple[str, Callable[[Document], bytes]]] = {
    "odt": ("application/vnd.oasis.opendocument.text", to_odt),
    "pdf": ("application/pdf", to_pdf),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A version of the minutes as one reader's document; ``number`` is the version's."""

    document: Document
    number: int

    def file(self, form: str, made: Callable[[Document], bytes] | None = None) -> MinutesFile:
        """The document as a file, in the built-in look unless ``made`` gives it another.

        Raises:
            Refused: (HTTP 409) where the typeface that PDFs are set in is not installed, or the look cannot be used.
        """
        media_type, built_in = FORMS[form]
        try:
            content = (made or built_in)(self.document)
        except DocumentError as error:
            raise Refused(error.sentence, status=409) from error
        return MinutesFile(f"{self.document.title}-v{self.number}.{form}", media_type, content)


def ready(by: Acting, meeting_id: int, number: int | None, language: Language) -> Ready:
    """A version for one reader, the newest where none is named.

    Raises:
        Refused: (HTTP 404) where there are no such minutes for this reader.
    """
    minutes, copy = find_minutes(by, meeting_id), copy_of(by, meeting_id, number)
    return Ready(document_of(copy, edition_of(minutes, copy.version), language), copy.version.number)
