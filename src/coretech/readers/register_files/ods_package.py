"""The package of an ODS: put together so that the same tables give the same bytes, and looked at before it is unpacked.

Source: OASIS Open Document Format 1.3, part 2, Packages: 3.3 (mimetype first, not compressed) and 3.2 (manifest).
"""

import io
import zipfile
import zlib

from coretech.readers.register_files.errors import bad_file

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format's first day, the same for every file
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>\n"
)
_MOST_INSIDE = 256 * 1024 * 1024
_MOST_FILES = 200


def packed(content: str) -> bytes:
    """An ODS with this ``content.xml``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        _put(package, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _put(package, "content.xml", content, zipfile.ZIP_DEFLATED)
        _put(package, "META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def require_ods(raw: bytes) -> None:
    """Look at a package before anything is unpacked.

    Raises:
        Refused: (HTTP 422) for what is no ODS, unpacks to too much, or has entities in its XML.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_INSIDE:
                raise bad_file("檔案解壓縮後過大。", "The file unpacks to too much.")
            mimetype, content = package.read("mimetype"), package.read("content.xml")
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError, OSError):
        raise bad_file("檔案不是ODS試算表。", "The file is no ODS spreadsheet.") from None
    if mimetype.strip() != MIMETYPE.encode() or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise bad_file("檔案不是ODS試算表。", "The file is no ODS spreadsheet.")


def _put(package: zipfile.ZipFile, name: str, part: str, compression: int) -> None:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.create_system = 3  # Unix, whatever machine writes it
    info.external_attr = 0o644 << 16
    package.writestr(info, part.encode(), compression)
