"""A term as its readers write it: what is compared is folded to Simplified, what is shown is Traditional."""

from functools import cache

from opencc import OpenCC


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


def as_written(term: str) -> str:
    """The term in Traditional characters."""
    return str(_converter().convert(term))
