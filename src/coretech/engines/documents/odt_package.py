"""The parts of an ODT as one file: the same parts give the same bytes.

Source: OASIS Open Document Format 1.3, part 2, Packages: 3.3 (mimetype first, not compressed) and 3.2 (manifest).
"""

import html
import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

MIMETYPE = "application/vnd.oasis.opendocument.text"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format's first day, the same for every file
MEDIA_TYPES = {
    ".xml": "text/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".ttf": "application/x-font-ttf",
}
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\n'
    ' <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{mimetype}"/>\n'
    "{entries}</manifest:manifest>\n"
)
ENTRY = ' <manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media_type}"/>\n'


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts, by their path, as an ODT."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        _put(package, "mimetype", MIMETYPE.encode("ascii"), zipfile.ZIP_STORED)
        for path in sorted(parts):
            _put(package, path, parts[path])
        _put(package, "META-INF/manifest.xml", _manifest(sorted(parts)).encode("utf-8"))
    return file.getvalue()


def _put(package: zipfile.ZipFile, path: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(path, EARLIEST)
    info.create_system = 3  # Unix, whatever machine writes it
    info.external_attr = 0o644 << 16
    package.writestr(info, data, compression)


def _manifest(paths: Iterable[str]) -> str:
    entries = (
        ENTRY.format(
            path=html.escape(path), media_type=MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "")
        )
        for path in paths
    )
    return MANIFEST.format(mimetype=MIMETYPE, entries="".join(entries))
