"""Degrees of kinship under the Civil Code, computed from a path of any length.

Blood (arts. 967, 968): lineal relatives by the generations between them, collateral relatives by the
generations up to the common ancestor and down again. Affinity (arts. 969, 970): a blood relative's spouse,
a spouse's blood relative, and the spouse of a spouse's blood relative, each in the degree of the blood tie.
A divorce ends affinity (art. 971); a partner is no relative.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coretech.kit.sentence import Sentence
from coretech.law.terms import Step, Tie

WORDS = {
    Step.PARENT: Sentence("父母", "parent"),
    Step.CHILD: Sentence("子女", "child"),
    Step.SPOUSE: Sentence("配偶", "spouse"),
    Step.FORMER_SPOUSE: Sentence("前配偶", "former spouse"),
    Step.PARTNER: Sentence("同居伴侶", "partner"),
}


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two persons are related; the degree is 0 for oneself and absent where the Code counts none."""

    tie: Tie
    degree: int | None


NONE = Kinship(Tie.NONE, None)


def kinship(path: Sequence[Step]) -> Kinship:
    """The tie and degree of the person at the end of a path."""
    core = _monogamous(path)
    if not core:
        return Kinship(Tie.SELF, 0)
    if core == [Step.SPOUSE]:
        return Kinship(Tie.SPOUSE, None)
    first, last = core[0] is Step.SPOUSE, core[-1] is Step.SPOUSE
    blood = core[first : len(core) - last]
    if not _is_blood(blood):
        return NONE
    return Kinship(Tie.AFFINITY if first or last else Tie.BLOOD, len(blood))


def turns_upward(path: Sequence[Step]) -> bool:
    """Whether a path goes down and then up: a child's other parent, whom the steps do not identify."""
    return any(a is Step.CHILD and b is Step.PARENT for a, b in pairwise(path))


def describe(path: Sequence[Step]) -> Sentence:
    """The path in words: ``配偶的父母的子女``, ``spouse's parent's child``; oneself for an empty one."""
    if not path:
        return Sentence("本人", "oneself")
    return Sentence("的".join(WORDS[step].zh for step in path), "'s ".join(WORDS[step].en for step in path))


def _monogamous(path: Sequence[Step]) -> list[Step]:
    """The path without turning back: a spouse's spouse is oneself."""
    core: list[Step] = []
    for step in path:
        if step is Step.SPOUSE and core and core[-1] is Step.SPOUSE:
            core.pop()
        else:
            core.append(step)
    return core


def _is_blood(path: Sequence[Step]) -> bool:
    """Up to a common ancestor and down again, by nothing but parents and children."""
    only_blood = all(step in (Step.PARENT, Step.CHILD) for step in path)
    return only_blood and not turns_upward(path)
