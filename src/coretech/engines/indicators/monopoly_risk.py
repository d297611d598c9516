"""``monopoly_risk``: high with at least 8 of the ten institutions and a lead of 3; medium with 5 and 2; else low."""

from enum import StrEnum

HIGH, MEDIUM = (8, 3.0), (5, 2.0)


class Risk(StrEnum):
    """How near one country is to being the only one."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def monopoly_risk(institutions: int | None, ratio: float | None) -> Risk | None:
    """The risk; none where nobody leads."""
    if institutions is None or ratio is None:
        return None
    if institutions >= HIGH[0] and ratio >= HIGH[1]:
        return Risk.HIGH
    return Risk.MEDIUM if institutions >= MEDIUM[0] and ratio >= MEDIUM[1] else Risk.LOW
