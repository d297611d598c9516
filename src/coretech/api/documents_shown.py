"""Documents, templates and imports as the API shows them."""

from coretech.api.schemas import Moment, Shown, Words
from coretech.apps.documents.files import Offered
from coretech.apps.documents.importing import Brought, Imported
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import NAMES, STEMS, kind_of
from coretech.apps.documents.templates import newest_template


class DocumentShown(Shown):
    """A document of a case; ``template`` is the version its ODT has, and ``closed`` says why there is none."""

    kind: str
    name: Words
    template: int | None
    closed: Words | None


class TemplateShown(Shown):
    """One version of a template."""

    kind: str
    version: int
    sha256: str
    note: str
    set_at: Moment


class FormPieceShown(Shown):
    """A stretch of text that was kept, is gone, or is new."""

    change: str
    text: str


class FormAnswerShown(Shown):
    """One answer that would change."""

    where: Words
    pieces: list[FormPieceShown]


class NotTakenShown(Shown):
    """Something that was not read, or has to be mended: where, and what to do."""

    where: Words
    what: Words


class BroughtShown(Shown):
    """A part the form would change; ``overtaken`` where a version was written since the form was made."""

    part: str
    based_on: int
    overtaken: bool
    differences: list[FormAnswerShown]
    problems: list[NotTakenShown]


class ImportShown(Shown):
    """What a form would do; ``seen`` goes back with the confirmation."""

    seen: str
    parts: list[BroughtShown]
    same: list[str]
    blank: list[str]
    faults: list[NotTakenShown]


def document_shown(offered: Offered) -> DocumentShown:
    """A document, and why it cannot be had."""
    template, refusal = newest_template(offered.kind), offered.refusal
    return DocumentShown(
        kind=STEMS[offered.kind],
        name=Words.of(NAMES[offered.kind]),
        template=None if template is None else template.version,
        closed=None if refusal is None else Words.of(refusal.sentence),
    )


def template_shown(template: Template) -> TemplateShown:
    """One version."""
    kind = kind_of(template.kind.replace("_", "-"))
    return TemplateShown(
        kind=template.kind if kind is None else STEMS[kind],
        version=template.version,
        sha256=template.digest,
        note=template.note,
        set_at=template.set_at,
    )


def import_shown(imported: Imported) -> ImportShown:
    """The differences, part by part."""
    return ImportShown(
        seen=imported.seen,
        parts=[_brought(part) for part in imported.parts],
        same=list(imported.same),
        blank=list(imported.blank),
        faults=[
            NotTakenShown(where=Words.of(fault.where), what=Words.of(fault.what)) for fault in imported.faults
        ],
    )


def _brought(part: Brought) -> BroughtShown:
    return BroughtShown(
        part=part.standing.name,
        based_on=part.based_on,
        overtaken=part.overtaken,
        differences=[
            FormAnswerShown(
                where=Words.of(each.where),
                pieces=[FormPieceShown(change=piece.change, text=piece.text) for piece in each.pieces],
            )
            for each in part.differences
        ],
        problems=[
            NotTakenShown(where=Words.of(problem.where), what=Words.of(problem.sentence))
            for problem in part.problems
        ],
    )
