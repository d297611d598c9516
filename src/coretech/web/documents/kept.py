"""A file that travels through the page which shows what it would do, and comes back with the confirmation."""

import base64
import binascii

from django import forms
from django.http import HttpRequest

from coretech.kit.refusal import bad_input


def kept(content: bytes) -> str:
    """The file as a hidden field holds it."""
    return base64.b64encode(content).decode("ascii")


def brought_back(request: HttpRequest, field: str) -> bytes:
    """The file as it was shown (HTTP 422 where the field holds none)."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input(field, "請重新選擇檔案。", "Choose the file again.") from None


def uploaded(form: forms.Form, field: str, largest: int) -> bytes:
    """What was sent, one byte too many at most; for a valid form."""
    return bytes(form.cleaned_data[field].read(largest + 1))
