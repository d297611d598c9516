"""Work saved over sampling: how much reading an order spares whoever wants most of what is relevant.

Source: A. M. Cohen and others, "Reducing workload in systematic review preparation using automated citation
classification", Journal of the American Medical Informatics Association 13 (2006) 206-219.
"""

from collections.abc import Sequence
from math import ceil


def work_saved(relevant: Sequence[bool], recall: float = 0.95) -> float | None:
    """WSS at a recall, of things in the order they would be read; None where nothing is relevant.

    0 is what reading at random saves; the most is ``recall`` itself, less what is relevant.

    Raises:
        ValueError: for a recall outside (0, 1].
    """
    if not 0 < recall <= 1:
        message = f"a recall lies above 0 and is at most 1, not {recall}"
        raise ValueError(message)
    wanted = ceil(sum(relevant) * recall - 1e-9)
    if not wanted:
        return None
    met = 0
    for read, each in enumerate(relevant, start=1):
        met += each
        if met == wanted:
            return (len(relevant) - read) / len(relevant) - (1 - recall)
    return None
