"""The API: the same operations and queries as the pages, as JSON."""

from coretech.api.main import api

__all__ = ["api"]
