"""Throughput as it is sold: ``312 TFLOPS FP16``, ``1,979 TOPS INT8 with sparsity``; one entry a precision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

THROUGHPUT = "throughput"
_FLAGS = re.IGNORECASE | re.ASCII
_ENTRY = re.compile(
    r"(?P<number>(?<![A-Za-z0-9_.,-])\d(?:[\d,]*\d)?(?:\.\d+)?) ?(?P<unit>[TPG](?:FL)?OPS?(?:/s)?)\b", _FLAGS
)
_BITS = re.compile(
    r"\b(?:INT|FP|BF|E\dM\d|UINT)-?(?P<typed>4|6|8|16|32|64)\b|(?P<bits>\d{1,3})[- ]?(?:bits?\b|位元|位)",
    _FLAGS,
)
_SPARSE = re.compile(r"spars|稀疏|2[:：]4", _FLAGS)
_DENSE = re.compile(r"\bdense\b|密集|non-spars|without spars|非稀疏|不含稀疏", _FLAGS)
_PARTED = re.compile(r"[，。；\n;]|,(?!\d)|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of throughput; ``bits`` is None where no precision stands beside it."""

    start: int
    end: int
    number: str
    unit: str
    bits: int | None
    sparse: bool

    def fact(self) -> dict[str, object]:
        """As the controls take it."""
        told: dict[str, object] = {"tops": f"{self.number} {self.unit}", "bit_length": self.bits}
        return told | ({"sparse": True} if self.sparse else {})


def entries_in(text: str) -> Iterator[Entry]:
    """The figures of throughput in a text, each with the precision nearest to it in its own part of the sentence."""
    for hit in _ENTRY.finditer(text):
        start, part = _part(text, hit.start(), hit.end())
        yield Entry(
            hit.start(),
            hit.end(),
            hit.group("number"),
            _unit(hit.group("unit")),
            _bits(part, hit.start() - start),
            sparse=_SPARSE.search(part) is not None and _DENSE.search(part) is None,
        )


def _part(text: str, start: int, end: int) -> tuple[int, str]:
    before = [hit.end() for hit in _PARTED.finditer(text, 0, start)]
    first = before[-1] if before else 0
    after = _PARTED.search(text, end)
    return first, text[first : after.start() if after else len(text)]


def _bits(part: str, place: int) -> int | None:
    """The precision nearest to a place; one behind it wins over one as near before it."""
    found = sorted(_BITS.finditer(part), key=lambda hit: (abs(hit.start() - place), hit.start() < place))
    return int(found[0].group("typed") or found[0].group("bits")) if found else None


def _unit(written: str) -> str:
    """``TFLOPS`` for ``tflop/s`` and the like."""
    plain = written.upper().removesuffix("/S").rstrip("S")
    return f"{plain}S"
