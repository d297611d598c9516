"""Which column of a file means what: by the headings databases write, or as somebody tells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.kit.refusal import Refused, bad_input

_BETWEEN = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Headings:
    """What columns may mean.

    Attributes:
        known: for each meaning, the headings it goes by, the best first; in small letters, words apart by spaces.
        needed: the meanings without which there is nothing to count.
    """

    known: Mapping[str, Sequence[str]]
    needed: Sequence[str]

    def found(self, columns: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
        """The column of each meaning that the file has; what is told wins over what is known.

        Raises:
            Refused: (HTTP 422) where a meaning that is needed has no column, or what is told is not there.
        """
        theirs = {_plain(name): name for name in reversed(columns)}
        for meaning, column in told.items():
            if meaning not in self.known or _plain(column) not in theirs:
                raise self._not_there(f"{meaning}={column}", columns)
        given = {
            meaning: (told[meaning],) if meaning in told else known for meaning, known in self.known.items()
        }
        found = {
            meaning: theirs[next(_plain(each) for each in names if _plain(each) in theirs)]
            for meaning, names in given.items()
            if any(_plain(each) in theirs for each in names)
        }
        if lacking := [each for each in self.needed if each not in found]:
            raise self._lacking(lacking, columns)
        return found

    def _not_there(self, told: str, columns: Sequence[str]) -> Refused:
        meanings, names = ", ".join(self.known), ", ".join(columns)
        return bad_input(
            "column",
            f"--column：{told!r} 應寫成 意義=欄名；意義有 {meanings}，檔案的欄名有 {names}",
            f"--column: {told!r} should be MEANING=HEADING; meanings are {meanings}; the file's headings are {names}",
        )

    def _lacking(self, lacking: Sequence[str], columns: Sequence[str]) -> Refused:
        meanings, names = ", ".join(lacking), ", ".join(columns)
        return bad_input(
            "column",
            f"認不出 {meanings} 是哪一欄（檔案的欄名：{names}）；請加 --column {lacking[0]}=欄名",
            f"which column is {meanings} cannot be told (headings: {names}); add --column {lacking[0]}=HEADING",
        )


def _plain(heading: str) -> str:
    return _BETWEEN.sub(" ", heading.strip().casefold())
