"""How well scores tell apart what has a partner from what has none."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter


def auc(with_partner: Sequence[float], without: Sequence[float]) -> float | None:
    """The chance that a score of one with a partner is above one of those without; a tie counts half.

    None where either side is empty. Source: Mann and Whitney 1947, by ranks.
    """
    if not with_partner or not without:
        return None
    scores = sorted([(score, True) for score in with_partner] + [(score, False) for score in without])
    above = passed = 0.0
    for _, tied in groupby(scores, key=itemgetter(0)):
        partnered = [has for _, has in tied]
        alone = partnered.count(False)
        above += partnered.count(True) * (passed + alone / 2)
        passed += alone
    return above / (len(with_partner) * len(without))
