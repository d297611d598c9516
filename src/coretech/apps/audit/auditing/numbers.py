"""Which keys of a table have been seen: a bit each, in pages, since keys are given out one after the other."""

_PAGE = 1 << 16


class Numbers:
    """A set of whole numbers, small where they lie close together."""

    def __init__(self) -> None:
        """Start with none."""
        self._pages: dict[int, bytearray] = {}

    def add(self, number: int) -> None:
        """Take one in."""
        page, bit = divmod(number, _PAGE)
        kept = self._pages.get(page)
        if kept is None:
            kept = self._pages[page] = bytearray(_PAGE >> 3)
        kept[bit >> 3] |= 1 << (bit & 7)

    def __contains__(self, number: int) -> bool:
        """Whether it was taken in."""
        page, bit = divmod(number, _PAGE)
        kept = self._pages.get(page)
        return kept is not None and bool(kept[bit >> 3] >> (bit & 7) & 1)
