"""So many requests at once are worked on, and no more; streams take no place."""

import asyncio
from typing import Any

from coretech.web.shell.doorkeeper import Doorkeeper

PLACES = 3


class Counter:
    """An application that remembers how many requests it ever held at once."""

    def __init__(self) -> None:
        self.inside = self.most = self.answered = 0

    async def __call__(self, _scope: dict[str, Any], _receive: object, _send: object) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await asyncio.sleep(0.001)
        self.inside -= 1
        self.answered += 1


def ask(path: str, times: int, kind: str = "http") -> Counter:
    application = Counter()

    async def everybody() -> None:
        door = Doorkeeper(application, places=PLACES)
        scope = {"type": kind, "path": path}
        await asyncio.gather(*(door(scope, None, None) for _ in range(times)))

    asyncio.run(everybody())
    return application


def test_more_requests_than_places_wait_their_turn_and_are_all_answered() -> None:
    application = ask("/meetings/", times=20)

    assert (application.most, application.answered) == (PLACES, 20)


def test_streams_take_no_place() -> None:
    assert ask("/meetings/7/events/", times=20).most == 20


def test_what_is_no_request_takes_no_place() -> None:
    assert ask("", times=20, kind="lifespan").most == 20
