"""The words in what a reader is given, whatever it comes as."""

import io
import re
import zipfile

from pypdf import PdfReader

from tests.leaks.canaries import MARK

_WORD = re.compile(rf"{MARK}\d{{4}}x|\b[0-9a-f]{{64}}\b")
_SPLIT = re.compile(r"<wbr/?>")


def words_in(content: bytes) -> set[str]:
    """The planted words, and the hashes, in a page, JSON, a PDF, or a package such as ODT and ODS."""
    if content.startswith(b"%PDF-"):
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            text = "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())
    else:
        text = content.decode(errors="replace")
    return set(_WORD.findall(_SPLIT.sub("", text)))
