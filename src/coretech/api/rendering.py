"""Writing answers: JSON in which Chinese stays legible."""

from collections.abc import Mapping
from types import MappingProxyType

from ninja.renderers import JSONRenderer


class PlainJson(JSONRenderer):
    """UTF-8 throughout, without escapes."""

    json_dumps_params: Mapping[str, object] = MappingProxyType({"ensure_ascii": False})
