"""An office's own template: what is taken from it, and what is refused.

Only its styles, and the pictures and fonts they show, are taken; nothing of its body, settings or scripts is.
"""

import io
import re
import zipfile
import zlib

from odfdo import Element
from odfdo.container import Container
from odfdo.xmlpart import XmlPart

from coretech.engines.documents.errors import TemplateError
from coretech.engines.documents.odt_look import Look, complete
from coretech.engines.documents.odt_package import MIMETYPE
from coretech.kit.sentence import Sentence

MOST_BYTES = 5_000_000
MOST_UNPACKED = 50_000_000
MOST_PARTS = 1_000
MIMETYPES = {MIMETYPE, f"{MIMETYPE}-template"}
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
MACRO_FOLDERS = ("Basic/", "Scripts/", "Dialogs/")
MACRO_ELEMENTS = "//office:script | //script:event-listener"
MANIFEST = "META-INF/manifest.xml"
ENCRYPTED = 0x1  # the zip format's flag
CARRIED = ("Pictures/", "Fonts/")
SHOWN = "//*[@xlink:href][not(self::text:a or self::draw:a)]"
OTHER_ENCODING = re.compile(r"""\ufeff?<\?xml[^>]*encoding\s*=\s*["'](?!(?i:utf-8)["'])""")
BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError, SyntaxError)


def office_look(template: bytes, own: Look) -> Look:
    """The template's look, with each of our own named styles that it lacks.

    Raises:
        TemplateError: when it is too large, no ODT, protected by a password, carries macros, or shows pictures
            that are not inside it.
    """
    if len(template) > MOST_BYTES:
        raise _too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            _accept(package)
            return _look(package, own)
    except TemplateError:
        raise
    except BROKEN as error:
        raise _not_odt() from error


def _accept(package: zipfile.ZipFile) -> None:
    """Refuse by the package's list alone, before anything large is unpacked."""
    parts = package.infolist()
    # A part never unpacks to more than its entry says, so the sum is a true bound.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large()
    if any(part.compress_type not in COMPRESSIONS for part in parts):
        raise _not_odt()
    if any(part.flag_bits & ENCRYPTED for part in parts) or b"encryption-data" in _read(package, MANIFEST):
        raise _protected()
    if any(part.filename.startswith(MACRO_FOLDERS) for part in parts):
        raise _macros()
    if _read(package, "mimetype").decode("ascii").strip() not in MIMETYPES:
        raise _not_odt()


def _look(package: zipfile.ZipFile, own: Look) -> Look:
    styles, content = _parsed(package, "styles.xml"), _parsed(package, "content.xml")
    if styles.root.get_elements(MACRO_ELEMENTS) or content.root.get_elements(MACRO_ELEMENTS):
        raise _macros()
    shown = {}
    for element in styles.root.get_elements(SHOWN):
        path = (element.get_attribute_string("xlink:href") or "").removeprefix("./")
        if not path.startswith(CARRIED) or ".." in path or path not in package.namelist():
            raise _outside(path)
        shown[path] = package.read(path)
    complete(_named_styles(styles.root), _named_styles(_xml(own.styles).root))
    return Look(styles.serialize(), shown)


def _parsed(package: zipfile.ZipFile, path: str) -> XmlPart:
    data = _read(package, path)
    text = data.decode("utf-8")
    # A document type is where an XML file hides entities that grow; ODF has none, and is always UTF-8.
    if "<!DOCTYPE" in text or OTHER_ENCODING.match(text):
        raise _not_odt()
    return _xml(data)


def _xml(data: bytes) -> XmlPart:
    container = Container()
    container.set_part("styles.xml", data)
    return XmlPart("styles.xml", container)


def _named_styles(root: Element) -> Element:
    found = root.get_element("//office:styles")
    if found is None:
        raise _not_odt()
    return found


def _read(package: zipfile.ZipFile, path: str) -> bytes:
    try:
        return package.read(path)
    except KeyError as error:
        raise _not_odt() from error


def _not_odt() -> TemplateError:
    return TemplateError(
        Sentence(
            "範本不是可讀的 ODT 檔。請用 LibreOffice 開啟後另存為 ODT（.odt 或 .ott）再上傳。",
            "The template is not a readable ODT file. Open it in LibreOffice, save it as ODT (.odt or .ott) "
            "and upload that.",
        )
    )


def _too_large() -> TemplateError:
    most, unpacked = MOST_BYTES // 1_000_000, MOST_UNPACKED // 1_000_000
    return TemplateError(
        Sentence(
            f"範本過大：上限為 {most} MB，解開後 {unpacked} MB、{MOST_PARTS} 個部分。請縮小其中的圖片。",
            f"The template is too large: at most {most} MB, {unpacked} MB unpacked, {MOST_PARTS} parts. "
            "Make the pictures in it smaller.",
        )
    )


def _protected() -> TemplateError:
    return TemplateError(
        Sentence(
            "範本有密碼保護。請存成沒有密碼的檔案再上傳。",
            "The template is protected by a password. Save it without one and upload that.",
        )
    )


def _macros() -> TemplateError:
    return TemplateError(
        Sentence(
            "範本含有巨集。請移除巨集後再上傳。",
            "The template carries macros. Take them out and upload it again.",
        )
    )


def _outside(path: str) -> TemplateError:
    return TemplateError(
        Sentence(
            f"範本的版面引用檔案以外的圖片「{path}」。請將圖片嵌入範本再上傳。",
            f"The template's layout shows a picture from outside the file, “{path}”. Embed the picture in the "
            "template and upload it again.",
        )
    )
