"""Seats as people write them, ``1-6,8``, ``all`` or ``rest``, and the appointments that hold them."""

import re
from collections.abc import Iterable, Mapping

from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.seats import seats_of
from coretech.kit.refusal import Refused, bad_input

_RANGE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_ALL, _REST = "all", "rest"


class Seating:
    """The seats in office on the day of a meeting, by their numbers."""

    def __init__(self, meeting: Meeting) -> None:
        """Look up who holds which seat."""
        self._held = {held.seat.number: held.pk for held in seats_of(meeting)}

    def appointments(self, seats: str) -> list[int]:
        """The appointments behind a text such as ``1-6,8``; ``all`` is everybody, nothing is nobody.

        Raises:
            Refused: (HTTP 422) for a text that names no seats, or a seat nobody holds that day.
        """
        return [self._held[number] for number in self._chosen(seats)]

    def share_out(self, words: Mapping[str, str]) -> dict[int, str]:
        """One word an appointment, from the seats written for each word; ``rest`` is whoever is not named.

        Raises:
            Refused: (HTTP 422) as `appointments`, and for a seat that is given two words.
        """
        shared: dict[int, str] = {}
        for word, seats in sorted(words.items(), key=lambda pair: pair[1].strip() == _REST):
            numbers = self._held.keys() - shared.keys() if seats.strip() == _REST else self._chosen(seats)
            for number in numbers:
                if shared.setdefault(number, word) != word:
                    raise bad_input("seats", f"第{number}席列了兩次。", f"Seat {number} is listed twice.")
        return {self._held[number]: word for number, word in sorted(shared.items())}

    def _chosen(self, seats: str) -> Iterable[int]:
        if seats.strip() == _ALL:
            return self._held
        numbers = list(_numbers(seats))
        for number in numbers:
            if number not in self._held:
                raise bad_input(
                    "seats", f"開會當日第{number}席無人在職。", f"Nobody holds seat {number} on that day."
                )
        return numbers


def _numbers(seats: str) -> Iterable[int]:
    for word in filter(None, (part.strip() for part in seats.split(","))):
        match = _RANGE.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if last < first:
            raise _no_seats(word)
        yield from range(first, last + 1)


def _no_seats(word: str) -> Refused:
    return bad_input(
        "seats",
        f"「{word}」不是席次；請寫成 1-6,8，全部為 all，其餘為 rest。",
        f"“{word}” names no seats; write 1-6,8, or all, or rest for those not named.",
    )
