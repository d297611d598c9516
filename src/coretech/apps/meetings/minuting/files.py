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


def file_of(
    by: Acting, meeting_id: int, form: str, number: int | None = None, language: Language = "zh-Hant-TW"
) -> MinutesFile:
    """A version as ``odt`` or ``pdf`` for one reader, the newest where none is named.

    Raises:
        Refused: (HTTP 404) where there are no such minutes for this reader; (HTTP 409) where the typeface that PDFs
            are set in is not installed.
    """
    minutes, copy = find_minutes(by, meeting_id), copy_of(by, meeting_id, number)
    document = document_of(copy, edition_of(minutes, copy.version), language)
    media_type, made = FORMS[form]
    try:
        content = made(document)
    except DocumentError as error:
        raise Refused(error.sentence, status=409) from error
    return MinutesFile(f"{document.title}-v{copy.version.number}.{form}", media_type, content)
