"""Figures as sentences print them."""

from decimal import ROUND_HALF_UP, Decimal

from coretech.engines.progress.figures import TargetPoint


def plain(value: Decimal | None) -> str:
    """A figure with thousands marked and no idle zeros, to four places; ``-`` where there is none."""
    if value is None:
        return "-"
    text = f"{rounded(value, 4):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(value: Decimal | None) -> str:
    """A share as per cent to one place, such as ``62.5 %``; ``-`` where there is none."""
    return "-" if value is None else f"{plain(rounded(value * 100, 1))} %"


def aim(point: TargetPoint) -> str:
    """A target as printed: ``12`` or ``12–15``."""
    return plain(point.value) if point.upper is None else f"{plain(point.value)}–{plain(point.upper)}"


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero to so many places, as people round."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0
