"""Shares of a body counted in whole persons."""

from fractions import Fraction


def reaching(total: int, share: Fraction) -> int:
    """The fewest persons that make up the share; at least one, since nobody is no meeting."""
    return max(-(-total * share.numerator // share.denominator), 1)


def exceeding(total: int, share: Fraction) -> int:
    """The fewest persons that make up more than the share."""
    return total * share.numerator // share.denominator + 1
