"""Throughput as a chip is sold: one figure for each precision, dense."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms

from coretech.kit.sentence import Sentence
from coretech.web.controls.fields import choice, measured
from coretech.web.shell.words import both, tr

PRECISIONS = {
    64: ("FP64", "FP64"),
    32: ("FP32", "FP32"),
    19: ("TF32", "TF32"),
    16: ("FP16、BF16", "FP16, BF16"),
    8: ("FP8、INT8", "FP8, INT8"),
    4: ("FP4、INT4", "FP4, INT4"),
}
OTHER_TOPS, OTHER_BITS, HOW = "tops_other", "bits_other", "computing"
DENSE, SPARSE = "dense", "sparse"
_SPARSE = re.compile(r"稀疏|spars", re.IGNORECASE)
SPARSE_REFUSED = Sentence(
    "這是稀疏運算的數字，管制只計密集運算。請改填規格表上未啟用稀疏的數字；許多產品的稀疏數字是密集的2倍，"
    "但請查證，不要自行除以2。",
    "This is a figure of sparse computing; the controls count dense computing only. Give the figure without sparsity "
    "from the data sheet. It is often half of the sparse one, but look it up; do not just halve it.",
)


@dataclass(frozen=True, slots=True)
class Sold:
    """A figure as it was written for a precision, and the field it stands in."""

    field: str
    tops: str
    bits: str


def tops_name(bits: int) -> str:
    """The field for a precision."""
    return f"tops{bits}"


def fields() -> dict[str, forms.Field]:
    """A field for each usual precision, one for any other, and whether the figures are dense."""
    found: dict[str, forms.Field] = {}
    for bits, (zh, en) in PRECISIONS.items():
        found[tops_name(bits)] = measured(
            both(f"{bits}位元的運算量（{zh}）", f"Throughput at {bits} bits ({en})"), "", ""
        )
    found[OTHER_BITS] = measured(
        both("其他精度：位元長度", "Another precision: its bit length"), "例如 6", "For example 6"
    )
    found[OTHER_TOPS] = measured(
        both("其他精度：運算量", "Another precision: its throughput"),
        "只寫數字時以 TOPS 計。",
        "A bare figure is taken as TOPS.",
    )
    found[HOW] = choice(
        both("上面的數字是", "The figures above are"),
        lambda: [(DENSE, tr("密集運算", "dense")), (SPARSE, tr("稀疏運算", "sparse"))],
        both(
            "規格表若註明「with sparsity」，就是稀疏。",
            "A data sheet says “with sparsity” where they are sparse.",
        ),
    )
    found[HOW].initial = DENSE
    return found


def sold(told: Mapping[str, object]) -> Iterator[Sold]:
    """The figures that were written down."""
    for bits in PRECISIONS:
        name = tops_name(bits)
        if told.get(name):
            yield Sold(name, str(told[name]), str(bits))
    tops, bits_told = str(told.get(OTHER_TOPS) or ""), str(told.get(OTHER_BITS) or "")
    if tops or bits_told:
        yield Sold(OTHER_TOPS, tops, bits_told)


def is_sparse(told: Mapping[str, object], each: Sold) -> bool:
    """Whether a figure is said to be sparse, by the choice or in its own words."""
    return told.get(HOW) == SPARSE or _SPARSE.search(each.tops) is not None
