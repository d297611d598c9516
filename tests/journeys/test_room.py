"""The live room as it is served: what one process writes, every screen of another one shows."""

import json
import os
import re
import signal
import time
import urllib.error

import pytest

from coretech import embedded
from coretech.web.live.audience import FRESH
from tests.journeys.eyes import Browser, Eyes, saying
from tests.journeys.server import Server

DAY = "2025-06-02"


@pytest.fixture
def meeting(server: Server) -> str:
    """A meeting of the council that has been called for today."""
    server.go_to(DAY)
    called = server.run(
        *("meeting", "call", "--held-on", DAY, "--place", "Room 1", "--as", "office", "--json")
    )
    assert called.returncode == 0, called.stderr
    return str(json.loads(called.stdout)["act"]["subject"]).split("/")[1]


def attend(server: Server, meeting: str, seats: str) -> None:
    done = server.run("meeting", "attend", meeting, "--present", seats, "--absent", "rest", "--as", "office")
    assert done.returncode == 0, done.stderr


def kill_database(server: Server) -> None:
    """End the embedded server as a power cut would."""
    number = embedded.status(server.home).cluster / "postmaster.pid"
    os.kill(int(number.read_text(encoding="utf-8").split()[0]), signal.SIGKILL)


def screen_of(office: Browser, meeting: str) -> str:
    found = re.search(r'href="(/screen/[^"]+/)"', office.read(f"/meetings/{meeting}/"))
    assert found is not None
    return found[1]


def figure(words: str, count: int) -> str:
    return f"<dt>{words}</dt><dd>{count}</dd>"


def test_a_change_by_another_process_reaches_members_and_the_screen_in_both_languages(
    server: Server, meeting: str
) -> None:
    office, member = Browser(server, "office"), Browser(server, "member-03")
    screen = screen_of(office, meeting)
    eyes = {
        "office": office.look(f"/meetings/{meeting}/events/"),
        "member": member.look(f"/en/meetings/{meeting}/events/"),
        "screen": Browser(server).look(f"{screen}events/"),
    }
    assert {each.answer.getheader("Content-Type") for each in eyes.values()} == {
        "text/event-stream; charset=utf-8"
    }

    attend(server, meeting, "1-6,8")

    seen = {
        "office": eyes["office"].until(saying(figure("出席", 7))).data,
        "member": eyes["member"].until(saying(figure("Attending", 7))).data,
        "screen": eyes["screen"].until(saying(figure("出席", 7))).data,
    }
    assert "委員03（示範）" in seen["office"]
    assert "Member 03" in seen["member"]
    assert "示範" not in seen["screen"]
    for each in eyes.values():
        each.close()


def test_whoever_signs_out_is_sent_away_before_anything_more_is_shown(server: Server, meeting: str) -> None:
    member, other = Browser(server, "member-03"), Browser(server, "member-04")
    gone, stays = (each.look(f"/meetings/{meeting}/events/") for each in (member, other))
    for eyes in (gone, stays):
        eyes.until(saying(figure("出席", 0)))
    member.send("/account/logout/", "/account/logout/")
    time.sleep(FRESH)  # so long an answer to who may look holds

    attend(server, meeting, "1-6,8")

    last = gone.until(lambda event: event.name == "leave" or figure("出席", 7) in event.data)
    assert last.name == "leave"
    assert gone.next() is None
    gone.close()
    stays.until(saying(figure("出席", 7)))
    stays.close()


def test_nobody_looks_without_being_let_in(server: Server, meeting: str) -> None:
    for path in (f"/meetings/{meeting}/events/", "/screen/guessed/events/"):
        eyes = Eyes(server.port, path)
        assert eyes.answer.status == 404
        eyes.close()
    with pytest.raises(urllib.error.HTTPError) as refused:
        Browser(server, "announcer").read(f"/meetings/{meeting}/board/")
    assert refused.value.code == 404
    refused.value.close()


def test_a_database_that_is_killed_and_comes_back_is_heard_again(server: Server, meeting: str) -> None:
    eyes = Browser(server, "member-03").look(f"/meetings/{meeting}/events/")
    eyes.until(saying(figure("出席", 0)))

    kill_database(server)
    attend(server, meeting, "1-6,8")

    eyes.until(saying(figure("出席", 7)))
    eyes.close()


def test_a_server_told_to_stop_ends_its_streams_and_goes_quietly(server: Server, meeting: str) -> None:
    eyes = Browser(server, "member-03").look(f"/meetings/{meeting}/events/")
    eyes.until(saying(figure("出席", 0)))

    server.stop()

    assert eyes.next() is None
    eyes.close()
    assert "graceful shutdown exceeded" not in (server.home / "serve.log").read_text(encoding="utf-8")
