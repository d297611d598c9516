"""Keys: the name of a row that stays from one version of a plan to the next."""

from collections import Counter

_LONGEST = 80


class Keys:
    """Gives each row a key of its own; a code printed twice gets ``~2`` the second time."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._given: Counter[str] = Counter()

    def of(self, kind: str, code: object) -> str:
        """The key of a row of this kind and code, in printed order."""
        key = f"{kind}-{'-'.join(str(code).split()).replace('/', '.')}"[:_LONGEST]
        self._given[key] += 1
        return key if self._given[key] == 1 else f"{key}~{self._given[key]}"
