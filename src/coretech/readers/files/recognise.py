"""What a file is, by its content."""

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.odf import read_odf
from coretech.readers.files.pdf import read_pdf
from coretech.readers.files.pictures import JPEG, PNG, read_jpeg, read_png
from coretech.readers.files.plain import read_plain
from coretech.readers.files.virus import refuse_virus

LARGEST = 50 * 1024 * 1024
"""The largest file that is taken, in bytes."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-"


def recognise(data: bytes) -> Kind:
    """The kind of a file that may be taken.

    Raises:
        FileError: for a file that is empty, too large, of another kind, damaged, encrypted, or that carries a
            script, a macro, another file or a known test virus; its sentence says what to do.
    """
    if not data.strip(b"\x00\t\r\n "):
        raise FileError(
            Sentence("檔案是空的；請確認後重新選擇。", "The file is empty. Check it and choose it again.")
        )
    if len(data) > LARGEST:
        raise FileError(
            Sentence(
                "檔案超過50 MB；請縮小圖片或分成數個檔案。",
                "The file is over 50 MB. Make its pictures smaller, or split it.",
            )
        )
    refuse_virus(data)
    return _read(data)


def _read(data: bytes) -> Kind:
    if data.startswith(PDF):
        return read_pdf(data)
    if data.startswith(ZIP):
        return read_odf(data)
    if data.startswith(PNG):
        return read_png(data)
    if data.startswith(JPEG):
        return read_jpeg(data)
    if data.startswith(OLD_OFFICE):
        raise FileError(
            Sentence(
                "這是舊版 Office 檔（.doc、.xls、.ppt）或加密的 Office 檔；請另存為 ODF（.odt、.ods、.odp）或 PDF。",
                "This is an old or encrypted Office file. Save it as ODF (.odt, .ods, .odp) or PDF.",
            )
        )
    return read_plain(data)
