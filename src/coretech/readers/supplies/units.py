"""From the unit of a row to that of its commodity, asked once for each pair."""

from decimal import Decimal

from coretech.kit.sentence import Sentence
from coretech.readers.supplies.expecting import Convert

_ONE = Decimal(1)


class Units:
    """Remembers what each unit is in another, and which cannot be converted."""

    def __init__(self, convert: Convert) -> None:
        """Begin with nothing asked."""
        self._convert = convert
        self._known: dict[tuple[str, str], Decimal | Sentence] = {}

    def factor(self, given: str, wanted: str) -> Decimal | Sentence:
        """How many of the wanted unit one of the given is, or why it cannot be told."""
        if given == wanted:
            return _ONE
        pair = given, wanted
        if pair not in self._known:
            self._known[pair] = self._convert(_ONE, given, wanted)
        return self._known[pair]
