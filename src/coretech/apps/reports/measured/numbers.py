"""Figures as officers type them: thousands marked or not, full width or not; a dash is none and not zero."""

import unicodedata
from decimal import Decimal, InvalidOperation

from coretech.kit.refusal import bad_input

_DASHES = frozenset({"", "-", "–", "—", "－", "─"})
_MOST = Decimal(10) ** 17
_PLACES = 6


def figure(text: str, field: str) -> Decimal | None:
    """The figure of a cell; None where there is none.

    Raises:
        Refused: (HTTP 422) where the text is no figure, or one the record cannot keep.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")
    if plain in _DASHES:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise bad_input(
            field,
            f"「{text.strip()[:40]}」不是數字；請只填數字，單位填在單位欄，沒有數值就留白。",
            f"“{text.strip()[:40]}” is no figure. Write the number alone, its unit beside it; leave it blank for none.",
        ) from None
    exponent = found.as_tuple().exponent
    if not found.is_finite() or abs(found) >= _MOST or not isinstance(exponent, int) or -exponent > _PLACES:
        raise bad_input(
            field,
            "數字過大，或小數超過六位。",
            "The number is too large, or has more than six decimal places.",
        )
    return found


def percent(text: str, field: str) -> Decimal | None:
    """A share in per cent, 0 to 100; None where there is none.

    Raises:
        Refused: (HTTP 422) for anything else.
    """
    found = figure(text.replace("%", "").replace("％", ""), field)
    if found is not None and (not 0 <= found <= 100 or found != round(found, 2)):  # noqa: PLR2004 - per cent
        raise bad_input(
            field,
            "完成比例請填 0 到 100，小數最多兩位。",
            "A share is 0 to 100 per cent, two decimal places at most.",
        )
    return found


def typed(value: Decimal | None) -> str:
    """A figure as it is stored, without idle zeros; empty for none."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
