"""How operations that hand out files are described."""

from typing import Any

ODT = "application/vnd.oasis.opendocument.text"
PDF = "application/pdf"
ANY = "*/*"


def binary(*media_types: str) -> dict[str, Any]:
    """The content of an answer that is a file of one of these media types."""
    return {"content": {each: {"schema": {"type": "string", "format": "binary"}} for each in media_types}}
