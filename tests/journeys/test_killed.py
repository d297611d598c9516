"""The plug is pulled between any two steps: what was confirmed is there again, and the way goes on."""

import datetime as dt
import json

from tests.factories import NEW_NAME
from tests.journeys.script import renaming
from tests.journeys.server import Server


def test_killing_the_server_and_its_database_between_any_two_steps_loses_nothing(server: Server) -> None:
    steps = renaming(server, NEW_NAME)
    before: list[dict[str, object]] = []
    for number, step in enumerate(steps):
        acts = server.log()
        assert acts[: len(before)] == before, step
        assert len(acts) > len(before), step
        server.kill(database=number % 2 == 0)
        server.start()
        assert server.log()[: len(acts)] == acts, step
        before = acts
    assert number > 15
    assert server.run("log", "audit").returncode == 0
    listed = {item["no"]: item for item in json.loads(server.run("register", "list", "--json").stdout)}
    assert listed[12]["name"] == NEW_NAME
    assert listed[12]["version"] == 2
    day = dt.date(2026, 1, 25).isoformat()
    earlier = {
        item["no"]: item
        for item in json.loads(server.run("register", "list", "--as-of", day, "--json").stdout)
    }
    assert earlier[12]["version"] == 1
