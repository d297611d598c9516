"""The figures in force on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Value = int | str | list[int] | list[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the parameters say on a day; a figure is asked for by name and kind."""

    values: Mapping[str, Value]

    def whole(self, name: str) -> int:
        """A whole number, such as ``council.members_min``."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(name)
        return value

    def share(self, name: str) -> Fraction:
        """A share written as a fraction, such as ``1/2``."""
        return Fraction(self.word(name))

    def word(self, name: str) -> str:
        """A word, such as the post that convenes the council."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(name)
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words, in the order of the article."""
        return tuple(str(entry) for entry in self._list(name))

    def numbers(self, name: str) -> frozenset[int]:
        """A list of whole numbers, such as the categories whose members represent a body."""
        return frozenset(int(entry) for entry in self._list(name))

    def _list(self, name: str) -> list[int] | list[str]:
        value = self.values[name]
        if not isinstance(value, list):
            raise TypeError(name)
        return value
