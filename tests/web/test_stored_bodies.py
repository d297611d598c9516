"""What is stored for everybody: never older than the newest act, never somebody's own, sent as it was drawn."""

import asyncio
import datetime as dt
import gzip
from collections.abc import Awaitable, Callable
from itertools import count

import psycopg
import pytest

from coretech.web.stored.addresses import Asked
from coretech.web.stored.application import StoredBodies
from coretech.web.stored.bodies import Body, Shelf, may_be_kept
from coretech.web.stored.drawing import Drawn
from coretech.web.stored.version import Shared, Version
from tests.web.scopes import Scope, scope_of

DAY = dt.date(2026, 1, 1)
HTML = (b"content-type", b"text/html; charset=utf-8")
LONG = "清單".encode() * 400

Sent = tuple[int, dict[bytes, bytes], bytes]


class Stage:
    """An application with a version that can be moved; what is drawn says how often there was drawing."""

    def __init__(self, *, keep: bool = True, headers: tuple[tuple[bytes, bytes], ...] = (HTML,)) -> None:
        self.number, self.day, self.status = 1, DAY, 200
        self.drawn, self.passed = 0, 0
        self.headers, self.failing = headers, False
        self.application = StoredBodies(self.behind, keep=keep, read=self.read, draw=self.draw)

    async def read(self) -> Version:
        if self.failing:
            message = "the database is away"
            raise psycopg.OperationalError(message)
        return self.number, self.day

    def draw(self, asked: Asked) -> Drawn:
        self.drawn += 1
        return self.status, self.headers, f"{self.drawn} {asked.path} {asked.query.decode()}".encode()

    async def behind(self, _scope: Scope, _receive: object, send: Callable[[Scope], Awaitable[None]]) -> None:
        self.passed += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"somebody's own"})

    async def ask(self, scope: Scope) -> Sent:
        sent: list[Scope] = []

        async def send(message: Scope) -> None:
            sent.append(message)

        await self.application(scope, None, send)
        return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]

    def asked(self, *scopes: Scope) -> list[bytes]:
        async def everything() -> list[bytes]:
            return [(await self.ask(scope))[2] for scope in scopes]

        return asyncio.run(everything())


def test_the_same_address_is_drawn_once() -> None:
    stage = Stage()

    assert stage.asked(scope_of(), scope_of(), scope_of(method="HEAD")) == [b"1 /register/ "] * 3


@pytest.mark.parametrize(
    "other",
    [
        scope_of("/en/register/"),
        scope_of(query="q=x"),
        scope_of(host="other"),
        scope_of(accept="text/turtle"),
        scope_of(x_forwarded_proto="https"),
    ],
)
def test_what_an_answer_may_depend_on_makes_it_another(other: Scope) -> None:
    stage = Stage()
    stage.asked(scope_of(), other)

    assert stage.drawn == 2


def test_a_header_no_answer_depends_on_makes_no_other() -> None:
    stage = Stage()
    stage.asked(scope_of(), scope_of(user_agent="x", accept_language="en", referer="y"))

    assert stage.drawn == 1


@pytest.mark.parametrize(
    "scope",
    [
        scope_of(cookie="sessionid=x"),
        scope_of(cookie="anything=x"),
        scope_of(authorization="Bearer x"),
        scope_of(method="POST"),
        scope_of("/work/"),
        scope_of("/register/12/keep/"),
        scope_of("/register/following/"),
        scope_of("/api/v1/cases"),
        scope_of("/register/12/versions/1/correction/"),
    ],
)
def test_whatever_may_be_somebodys_own_passes_by(scope: Scope) -> None:
    stage = Stage()
    stage.asked(scope_of())

    assert stage.asked(scope) == [b"somebody's own"]
    assert stage.drawn == 1


def test_an_act_makes_everything_be_drawn_again() -> None:
    stage = Stage()
    before = stage.asked(scope_of())
    stage.number += 1

    assert (before, stage.asked(scope_of())) == ([b"1 /register/ "], [b"2 /register/ "])


def test_a_new_day_makes_everything_be_drawn_again() -> None:
    stage = Stage()
    stage.asked(scope_of())
    stage.day += dt.timedelta(days=1)
    stage.asked(scope_of())

    assert stage.drawn == 2


def test_without_a_version_nothing_stored_is_shown() -> None:
    stage = Stage()
    stage.asked(scope_of())
    stage.failing = True

    assert stage.asked(scope_of()) == [b"somebody's own"]


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (404, (HTML,)),
        (500, (HTML,)),
        (200, (HTML, (b"set-cookie", b"a=b"))),
        (200, (HTML, (b"cache-control", b"private, no-store"))),
    ],
)
def test_an_answer_that_is_not_for_everybody_is_not_kept(
    status: int, headers: tuple[tuple[bytes, bytes], ...]
) -> None:
    stage = Stage(headers=headers)
    stage.status = status

    assert stage.asked(scope_of(), scope_of()) == [b"somebody's own"] * 2
    assert not may_be_kept(status, headers)


def test_with_nothing_kept_each_answer_is_drawn_anew() -> None:
    stage = Stage(keep=False)

    assert stage.asked(scope_of(), scope_of()) == [b"1 /register/ ", b"2 /register/ "]


def test_many_who_ask_at_once_share_one_drawing() -> None:
    stage = Stage()

    async def everybody() -> set[bytes]:
        return {body for _, _, body in await asyncio.gather(*(stage.ask(scope_of()) for _ in range(50)))}

    assert asyncio.run(everybody()) == {b"1 /register/ "}


def test_a_version_is_never_older_than_the_wish_to_know_it() -> None:
    moments, reads = count(), list[tuple[int, int]]()

    async def read() -> Version:
        begun = next(moments)
        await asyncio.sleep(0)
        reads.append((begun, next(moments)))
        return begun, DAY

    async def one(shared: Shared, wait: int) -> bool:
        for _ in range(wait):
            await asyncio.sleep(0)
        wished = next(moments)
        return (await shared.now())[0] > wished

    async def everybody() -> list[bool]:
        shared = Shared(read)
        return await asyncio.gather(*(one(shared, wait % 17) for wait in range(200)))

    assert all(asyncio.run(everybody()))
    assert len(reads) < 30


def test_a_failed_question_is_told_to_all_who_waited_and_asked_again_for_the_next() -> None:
    answers: list[OSError | Version] = [OSError("away"), (7, DAY)]

    async def read() -> Version:
        found = answers.pop(0)
        if isinstance(found, OSError):
            raise found
        return found

    async def everybody() -> list[object]:
        shared = Shared(read)
        first = await asyncio.gather(shared.now(), shared.now(), return_exceptions=True)
        return [*map(type, first), await shared.now()]

    assert asyncio.run(everybody()) == [OSError, OSError, (7, DAY)]


def test_a_body_is_packed_where_that_is_accepted_under_an_etag_of_its_own() -> None:
    body = Body([HTML], LONG)
    plain, packed = body.answer(b"", b""), body.answer(b"br, gzip", b"")

    assert gzip.decompress(packed.content) == plain.content == LONG
    assert dict(packed.headers)[b"content-encoding"] == b"gzip"
    assert dict(packed.headers)[b"content-length"] == str(len(packed.content)).encode()
    assert dict(packed.headers)[b"etag"] != dict(plain.headers)[b"etag"]
    assert Body([HTML], LONG).packed == body.packed


@pytest.mark.parametrize("form", ["%s", '"other", %s', "W/%s", "*"])
def test_whoever_has_the_body_is_told_that_it_is_unchanged(form: str) -> None:
    body = Body([HTML, (b"content-security-policy", b"default-src 'none'")], LONG)
    etag = dict(body.answer(b"", b"").headers)[b"etag"].decode()
    answer = body.answer(b"", form.replace("%s", etag).encode())

    assert (answer.status, answer.content) == (304, b"")
    assert {b"etag", b"vary", b"cache-control", b"content-security-policy"} == dict(answer.headers).keys()


def test_another_body_or_another_packing_is_sent_whole() -> None:
    body = Body([HTML], LONG)
    etag = dict(body.answer(b"gzip", b"").headers)[b"etag"]

    assert body.answer(b"", etag).status == 200
    assert Body([HTML], LONG + b".").answer(b"gzip", etag).status == 200


def test_caches_ask_each_time_and_keep_readers_apart() -> None:
    headers = dict(Body([HTML, (b"vary", b"Accept, Cookie")], LONG).answer(b"", b"").headers)

    assert headers[b"cache-control"] == b"no-cache"
    assert headers[b"vary"] == b"Accept, Cookie, Accept-Encoding, Authorization"


def test_the_shelf_has_room_for_so_much_and_forgets_what_was_longest_unasked_for() -> None:
    shelf = Shelf(room=3 * len(LONG))
    for key in "abc":
        shelf.put(1, key, Body([HTML], LONG))
    shelf.find(1, "a")
    shelf.put(1, "d", Body([HTML], LONG))
    shelf.put(1, "d", Body([HTML], LONG))

    assert [key for key in "abcd" if shelf.find(1, key)] == ["a", "c", "d"]
    shelf.put(2, "a", Body([HTML], LONG))
    assert (len(shelf), shelf.find(1, "a")) == (1, None)
