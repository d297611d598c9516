"""Answering with a file that anybody may keep, ask for again and use from other sites."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header

from coretech.readers.register_files.formats import Format
from coretech.readers.register_files.records import RegisterFile

_A_MINUTE = 60


def name_of(file: RegisterFile, form: Format, number: object = None) -> str:
    """Under which name a file of the register is saved; that of a part says so, as a table has no other place for it.

    ``number`` is that of an item that has the file for itself.
    """
    about = file.about
    if number is not None:
        return f"register-{number}.{form}"
    if about is None or about.as_of is None:
        return f"register-history.{form}"
    return f"register-{about.as_of.isoformat()}{'-part' if about.part else ''}.{form}"


def open_file(request: HttpRequest, content: bytes, content_type: str, name: str = "") -> HttpResponse:
    """The file, or that the one the reader has is still it (HTTP 304); with a name it is to be saved under that."""
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=_A_MINUTE)
    if name:
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    kept = get_conditional_response(request, etag=etag, response=response)
    return kept if isinstance(kept, HttpResponse) else response
