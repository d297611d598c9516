"""Minutes as files, in the template the Office sets for them as for the other documents."""

from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import Kind
from coretech.apps.documents.templates import newest_template, template_name
from coretech.apps.meetings.minuting.files import MinutesFile, Ready, ready
from coretech.engines.documents.model import Language, Paragraph
from coretech.engines.documents.odt import to_odt
from coretech.kit.sentence import Sentence


def minutes_file(
    by: Acting, meeting_id: int, form: str, number: int | None = None, language: Language = "zh-Hant-TW"
) -> MinutesFile:
    """A version of a meeting's minutes for one reader: ``odt`` in the Office's template, ``pdf`` in the built-in look.

    What is signed is the version's content, which no look changes.

    Raises:
        Refused: (HTTP 404) where there are no such minutes for this reader; 409 where the typeface that PDFs are set
            in is not installed.
    """
    found = ready(by, meeting_id, number, language)
    template = newest_template(Kind.MINUTES) if form == "odt" else None
    if template is None:
        return found.file(form)
    odt = bytes(template.odt)
    return _framed(found, template, language).file(form, lambda document: to_odt(document, odt))


def _framed(found: Ready, template: Template, language: Language) -> Ready:
    """The document with its marking at the head of the text, which a template cannot leave out, and its look below."""
    document, look = found.document, template_name(template)
    marking = (Paragraph(document.marking, "note"),) if document.marking else ()
    origin = Paragraph(Sentence(f"版面：{look.zh}。", f"Look: {look.en}.").say(language), "small")
    return replace(found, document=replace(document, blocks=(*marking, *document.blocks, origin)))
