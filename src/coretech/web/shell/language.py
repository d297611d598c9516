"""The same page in the other language: Chinese at ``/…``, English at ``/en/…``."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import get_script_prefix

from coretech.web.shell.words import language

ENGLISH = "en/"


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """Where the other language is: its name in itself, its tag, and the address."""

    name: str
    tag: str
    href: str


def other_language(request: HttpRequest) -> LanguageLink:
    """The link to this page, with its query, in the other language."""
    root = get_script_prefix()
    inside = request.get_full_path().removeprefix(root)
    if language() == "en":
        return LanguageLink("中文", "zh-Hant-TW", root + inside.removeprefix(ENGLISH).removeprefix("en"))
    return LanguageLink("English", "en", root + ENGLISH + inside)
