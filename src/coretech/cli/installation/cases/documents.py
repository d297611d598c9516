"""``coretech documents``: make them, fill the dossier's form offline, set their templates."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.queries import find_case
from coretech.apps.documents.files import DocumentFile, Offered, file_of, offered
from coretech.apps.documents.form.files import form_file
from coretech.apps.documents.importing import Imported, bring_in, foresee
from coretech.apps.documents.making.words import part_name
from coretech.apps.documents.naming import NAMES, STEMS
from coretech.apps.documents.operations import set_template as operation
from coretech.apps.documents.template_check import LARGEST as LARGEST_TEMPLATE
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.new_file import write_new
from coretech.cli.installation.options import Reference
from coretech.cli.installation.told import Told, table
from coretech.engines.documents.model import Language
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form.filled import LARGEST as LARGEST_FORM

app = group("公文：製作、離線填寫、範本", "documents: made, filled in offline, set in templates")

KindName = Annotated[
    str, typer.Argument(metavar="KIND", help="種類（見 documents list） / its kind, see documents list")
]
To = Annotated[Path, typer.Option("--to", metavar="FILE", help="存到這個新檔案 / a new file to write")]
From = Annotated[Path, typer.Argument(metavar="FILE", help="檔案 / the file")]
English = Annotated[bool, typer.Option("--english", help="英文閱讀版 / the English reading version")]
_AS_IT_STANDS = Sentence("檔案與現況相同。", "The file says what stands.")


@reads(app, "list")
def list_documents(by: Acting, reference: Reference) -> Told:
    """案件的公文，及尚無者的理由 / A case's documents, and why one is not there yet."""
    found = offered(by, find_case(by, reference))
    return Told(
        [_data(each) for each in found], lambda language: table([_row(each, language) for each in found])
    )


@reads(app, "make")
def make_document(
    by: Acting, reference: Reference, kind: KindName, to: To, *, english: English = False
) -> Told:
    """製作公文，存成 .odt 或 .pdf / Make a document as .odt or .pdf."""
    form = to.suffix.removeprefix(".").lower()
    language = _tag(english=english)
    return _written(to, file_of(by, find_case(by, reference), operation.require_kind(kind), form, language))


@reads(app, "form")
def dossier_form(by: Acting, reference: Reference, to: To, *, english: English = False) -> Told:
    """下載提報資料離線表單 / The dossier as an ODT to fill in offline."""
    return _written(to, form_file(by, find_case(by, reference), _tag(english=english)))


@reads(app, "compare")
def compare_form(by: Acting, reference: Reference, file: From) -> Told:
    """填妥的表單會改變什麼；不寫入 / What a filled form would change; nothing is written."""
    imported = foresee(by, find_case(by, reference), _read(file, LARGEST_FORM))
    data = {
        "seen": imported.seen,
        "parts": [part.standing.name for part in imported.parts],
        "same": list(imported.same),
        "blank": list(imported.blank),
        "faults": [{"where": each.where.as_dict(), "what": each.what.as_dict()} for each in imported.faults],
    }
    return Told(data, lambda language: _lines(imported, language))


@reads(app, "bring-back")
def bring_back(
    by: Acting,
    reference: Reference,
    file: From,
    seen: Annotated[str, typer.Option(help="compare 所示的標記 / the mark that compare gave")],
) -> Told:
    """將填妥的表單存入您的草稿 / Put a filled form into your drafts, after compare."""
    names = bring_in(by, find_case(by, reference), _read(file, LARGEST_FORM), seen)
    return Told(list(names), lambda language: [part_name(name).say(language) for name in names])


@writes(app, "set-template")
def set_template(
    by: Acting,
    kind: KindName,
    file: From,
    note: Annotated[str, typer.Option(help="說明 / what is new")] = "",
) -> Act:
    """設定一種公文的範本 / Set the template of one kind of document."""
    return operation.set_template(by, kind, _read(file, LARGEST_TEMPLATE), note)


def _lines(imported: Imported, language: str) -> list[str]:
    lines = [f"! {fault.where.say(language)}  {fault.what.say(language)}" for fault in imported.faults]
    for part in imported.parts:
        lines.append(f"## {part_name(part.standing.name).say(language)}")
        for each in part.differences:
            said = "".join(_MARKS[piece.change].format(piece.text) for piece in each.pieces)
            lines.append(f"  {each.where.say(language)}: {said}")
    return [*lines, f"--seen {imported.seen}"] if imported.parts else [*lines, _AS_IT_STANDS.say(language)]


_MARKS = {"kept": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def _written(to: Path, file: DocumentFile) -> Told:
    write_new(to, file.content)
    said = Sentence(f"已存為 {to.name}", f"written to {to.name}")
    data = {"file": str(to), "media_type": file.media_type, "size": len(file.content)}
    return Told(data, lambda language: [said.say(language)])


def _read(path: Path, largest: int) -> bytes:
    """The file's bytes; one too many of them is enough to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise bad_input("file", f"無法讀取檔案{path.name}。", f"{path.name} cannot be read.") from error


def _tag(*, english: bool) -> Language:
    return "en" if english else "zh-Hant-TW"


def _data(each: Offered) -> dict[str, object]:
    closed = None if each.refusal is None else each.refusal.sentence.as_dict()
    return {"kind": STEMS[each.kind], "name": NAMES[each.kind].as_dict(), "closed": closed}


def _row(each: Offered, language: str) -> tuple[str, str, str]:
    closed = "" if each.refusal is None else each.refusal.sentence.say(language)
    return STEMS[each.kind], NAMES[each.kind].say(language), closed
