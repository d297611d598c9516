"""Arrays of whole numbers: which of them begin a run of equals, and rows that each stand for several places."""

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.signedinteger[Any]]
Mask = npt.NDArray[np.bool_]


def begins(numbers: Ints) -> Mask:
    """Of numbers in order, the first of each run of equals."""
    first = np.ones(len(numbers), dtype=np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return first


def spread(first: Ints, times: Ints) -> tuple[Ints, Ints]:
    """For rows that each stand for several places in a row: the row of each place, and the place."""
    rows = np.repeat(np.arange(len(times), dtype=np.int32), times)
    before = np.cumsum(times) - times
    return rows, np.arange(len(rows)) + np.repeat(first - before, times)


def parted(numbers: Ints, by: int) -> tuple[Ints, Ints]:
    """The quotients and the remainders of numbers from 0; three times as quick as ``np.divmod``, which minds signs."""
    quotient = numbers // by
    return quotient, numbers - quotient * by


def width(most: int) -> np.dtype[np.signedinteger[Any]]:
    """The narrower type that holds numbers from 0 to ``most``: half the memory, and sorted in half the time."""
    return np.dtype(np.int32 if most <= np.iinfo(np.int32).max else np.int64)
