"""Documents as files: ODT to work on, PDF to keep; each tells its level and which template made it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.documents.making import (
    agenda_item,
    announcement,
    dossier,
    office_note,
    panel_opinion,
    pre_announcement,
)
from coretech.apps.documents.making.source import Drafted, Source, source_of
from coretech.apps.documents.making.words import MARKINGS, level_name
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import NAMES, STEMS, Kind
from coretech.apps.documents.templates import newest_template, template_name
from coretech.apps.people.models import Person
from coretech.engines.documents.errors import DocumentError
from coretech.engines.documents.model import Document, Facts, Language, Paragraph
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

MAKERS: Mapping[Kind, Callable[[Source], Drafted]] = {
    Kind.DOSSIER: dossier.make,
    Kind.PANEL_OPINION: panel_opinion.make,
    Kind.OFFICE_NOTE: office_note.make,
    Kind.AGENDA_ITEM: agenda_item.make,
    Kind.PRE_ANNOUNCEMENT: pre_announcement.make,
    Kind.ANNOUNCEMENT: announcement.make,
}
MEDIA_TYPES = {"odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf"}

_DRAFT = Sentence("草稿", "Draft")
_LEVEL = Sentence("密等", "Level")
_TRANSLATION = Sentence("本件為中文本。", "This is a reading version; the Chinese text prevails.")


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file with the name it is saved under."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Offered:
    """A document of a case, and why the reader cannot have it now; None where it can be made."""

    kind: Kind
    refusal: Refused | None


def offered(by: Acting, case: Case) -> tuple[Offered, ...]:
    """The documents of a case in the order it comes to need them, each asked as it would be made."""
    source = source_of(by, case, "zh-Hant-TW")
    return tuple(Offered(kind, refusal_of(make, source)) for kind, make in MAKERS.items())


def document_of(by: Acting, case: Case, kind: Kind, language: Language = "zh-Hant-TW") -> Document:
    """A document of the case for one reader, in the look it has as PDF.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps it closed; 409 where the case has not come so far.
    """
    source = source_of(by, case, language)
    return _framed(source, kind, MAKERS[kind](source), None)


def file_of(by: Acting, case: Case, kind: Kind, form: str, language: Language = "zh-Hant-TW") -> DocumentFile:
    """A document as ``odt``, in the office's template, or as ``pdf``, which has the built-in look.

    Raises:
        Refused: as `document_of`; (HTTP 404) for another form, or a kind that is not a case's; 409 where the typeface
            of PDFs is not installed.
    """
    if kind not in MAKERS:
        raise not_found("案件沒有這一種公文。", "A case has no such document.")
    if form not in MEDIA_TYPES:
        raise not_found("文件只有ODT與PDF格式。", "Documents are ODT or PDF.")
    source = source_of(by, case, language)
    template = newest_template(kind) if form == "odt" else None
    document = _framed(source, kind, MAKERS[kind](source), template)
    odt = None if template is None else bytes(template.odt)
    try:
        content = to_odt(document, odt) if form == "odt" else to_pdf(document)
    except DocumentError as error:
        raise Refused(error.sentence, status=409) from error
    return DocumentFile(f"{case.reference}-{STEMS[kind]}.{form}", MEDIA_TYPES[form], content)


def _framed(source: Source, kind: Kind, drafted: Drafted, template: Template | None) -> Document:
    """The document with its level at the head of the text, which a template cannot leave out, and its origin below."""
    origin = source.say(_origin(source, drafted, template))
    document = Document(
        title=source.say(drafted.title),
        language=source.language,
        blocks=(*_level(source, drafted), *drafted.blocks, Paragraph(origin, "small")),
        created=source.by.at.replace(microsecond=0),
        subject=source.say(NAMES[kind]),
        author="coretech",
        kind=source.say(NAMES[kind]),
        marking=_marking(source, drafted),
        footer=source.case.reference,
    )
    if source.language == "en":
        return replace(document, blocks=(Paragraph(_TRANSLATION.en, "note"), *document.blocks))
    return document


def _level(source: Source, drafted: Drafted) -> tuple[Facts, ...]:
    if drafted.level is Secrecy.OPEN:
        return ()
    return (Facts(((source.say(_LEVEL), source.say(level_name(drafted.level))),)),)


def _marking(source: Source, drafted: Drafted) -> str:
    marks = (_DRAFT if drafted.draft else None, MARKINGS[drafted.level])
    return "　".join(source.say(mark) for mark in marks if mark is not None)


def _origin(source: Source, drafted: Drafted, template: Template | None) -> Sentence:
    """Which look it has; and for whom it was made, where it is not open to all."""
    look = template_name(template)
    person = Person.objects.filter(pk=source.by.person_id or 0).first()
    if drafted.level is Secrecy.OPEN or person is None:
        return Sentence(f"版面：{look.zh}。", f"Look: {look.en}.")
    return Sentence(
        f"版面：{look.zh}。閱覽人：{person.name_zh}。", f"Look: {look.en}. Made for {person.name_en}."
    )
