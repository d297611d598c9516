"""Addresses of pages by name, worked out once for each language: a page asks for some thirty of them."""

from functools import cache

from django.urls import URLResolver, get_resolver, get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language


def address_of(name: str) -> str:
    """The address of a page that needs nothing but its name, in the language of the page being drawn.

    Raises:
        django.urls.NoReverseMatch: where there is no such page.
    """
    return _worked_out(name, get_resolver(get_urlconf()), get_script_prefix(), get_language())


@cache
def _worked_out(name: str, _addresses: URLResolver, _root: str, _language: str | None) -> str:
    """The address under all that `reverse` looks at besides the name; for other addresses it is another one."""
    return reverse(name)
