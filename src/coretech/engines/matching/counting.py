"""How often each feature stands in each text, counted by sorting one number a find."""

from dataclasses import dataclass

import numpy as np

from coretech.engines.matching.alphabet import Ints
from coretech.engines.matching.vocabulary import Found

_NARROW = 31


@dataclass(frozen=True, slots=True)
class Counted:
    """Each feature of each text once, in the order of texts and of features, with how often it stands there."""

    of: Ints
    feature: Ints
    times: Ints


def counted(found: Found, texts: int, features: int) -> Counted:
    """Count what was found in so many texts by so many features."""
    width = features.bit_length()
    narrow = np.dtype(np.int32 if texts.bit_length() + width <= _NARROW else np.int64)
    packed = np.sort((found.of.astype(narrow) << width) | found.feature.astype(narrow))
    last = np.ones(len(packed), dtype=np.bool_)
    np.not_equal(packed[1:], packed[:-1], out=last[:-1])
    ends = np.flatnonzero(last)
    kept = packed[ends].astype(np.int64)
    return Counted(kept >> width, kept & ((1 << width) - 1), np.diff(ends, prepend=-1))
