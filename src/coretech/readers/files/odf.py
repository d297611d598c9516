"""OpenDocument files (ISO 26300, CNS 15251): text, spreadsheet and presentation, without macros or objects."""

import zipfile
from collections.abc import Mapping

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.packages import Package, damaged, encrypted
from coretech.readers.files.virus import EICAR, refuse_virus
from coretech.readers.files.xml_names import BadXmlError, visit_elements

_KINDS = {kind.media_type.encode(): kind for kind in (Kind.ODT, Kind.ODS, Kind.ODP)}
_MACRO_FOLDERS = ("Basic/", "Scripts/", "Dialogs/")
_OFFICE_XML = "[Content_Types].xml"
_XML = frozenset({"content.xml", "styles.xml", "settings.xml", "manifest.xml"})
_FORBIDDEN = frozenset({"script", "object-ole", "plugin", "applet"})
_LISTENER = "script:1.0 event-listener"
_ENCRYPTION = "encryption-data"
_OBJECTS = ("oleobject", "x-java", "javascript")
_CALLS = ("vnd.sun.star.script:", "javascript:", "macro:")


def read_odf(data: bytes) -> Kind:
    """The kind of an OpenDocument package.

    Raises:
        FileError: for any other package, one that is encrypted or damaged, or one with macros, scripts, embedded
            programs or the EICAR test code inside.
    """
    package = Package(data)
    kind = _kind_of(package)
    if any(name.startswith(_MACRO_FOLDERS) for name in package.names()):
        raise _macros()
    for name in package.names():
        if name.rpartition("/")[2] in _XML:
            _look_into(package, name)
    for entry in package.entries:
        _scan(package, entry)
    return kind


def _kind_of(package: Package) -> Kind:
    names = package.names()
    if _OFFICE_XML in names:
        raise FileError(
            Sentence(
                "這是 Office 檔（.docx、.xlsx、.pptx）；請另存為 ODF（.odt、.ods、.odp）或 PDF。",
                "This is an Office file (.docx, .xlsx, .pptx). Save it as ODF (.odt, .ods, .odp) or PDF.",
            )
        )
    kind = _KINDS.get(package.read("mimetype") or b"") if names[:1] == ["mimetype"] else None
    if kind is None:
        raise FileError(
            Sentence(
                "這是壓縮檔，或不是可收的 ODF 文件；請逐一上傳其中的檔案，或存為 PDF。",
                "This is an archive, or no ODF document that is taken. Send its files one by one, or save it as PDF.",
            )
        )
    if "content.xml" not in names:
        raise damaged()
    return kind


def _look_into(package: Package, name: str) -> None:
    """Refuse what the package's own XML says of scripts, listeners, objects and encryption."""
    try:
        visit_elements(package.read(name) or b"", _require_harmless)
    except BadXmlError as error:
        raise damaged() from error


def _require_harmless(element: str, attributes: Mapping[str, str]) -> None:
    name = element.rpartition(" ")[2]
    if name == _ENCRYPTION:
        raise encrypted()
    media_type, target = (attributes.get(each, "").lower() for each in ("media-type", "href"))
    if name in _FORBIDDEN or element.endswith(_LISTENER) or target.startswith(_CALLS):
        raise _macros()
    if any(word in media_type for word in _OBJECTS):
        raise _macros()


def _scan(package: Package, entry: zipfile.ZipInfo) -> None:
    """Look for the test code in an entry, across the pieces it is read in."""
    before = b""
    for piece in package.pieces(entry):
        refuse_virus(before + piece)
        before = piece[-len(EICAR) :]


def _macros() -> FileError:
    return FileError(
        Sentence(
            "檔案內含巨集、指令碼或嵌入的程式；請移除後另存，或存為 PDF。",
            "The file carries macros, scripts or embedded programs. Take them out, or save it as PDF.",
        )
    )
