"""Converting the unit of a file into that of a commodity, where the two are of one sort."""

from decimal import Decimal

from coretech.engines.progress.units import UnitError, converted
from coretech.kit.sentence import Sentence


def convert(value: Decimal, given: str, wanted: str) -> Decimal | Sentence:
    """The quantity in the wanted unit, or why that cannot be."""
    try:
        return converted(value, given, wanted)
    except UnitError:
        return Sentence(
            f"單位是「{given}」，這項物資以「{wanted}」申報，兩者不能換算；請改以「{wanted}」填寫。",
            f"The unit is “{given}”; the commodity is reported in “{wanted}”, and the two do not convert. "
            f"Report it in “{wanted}”.",
        )
