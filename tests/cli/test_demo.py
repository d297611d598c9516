"""``coretech demo``: the stage, and the play in a process that is killed on the way."""

import subprocess

from coretech.demo.play import SCENES
from tests.cli.conftest import COMMAND, Run

PLAY = ("--lang", "en", "demo", "--bare", "--play", "--pause", "0")

LAST = f"[{len(SCENES)}/{len(SCENES)}]"


def test_a_play_killed_on_the_way_goes_on_to_the_end_and_loses_nothing(
    own_home: dict[str, str], run_alone: Run
) -> None:
    with subprocess.Popen([*COMMAND, *PLAY], env=own_home, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        seen = next(line for line in killed.stdout if "A member signs the agreement" in line)
        killed.kill()

    rest, again = run_alone(*PLAY), run_alone(*PLAY)

    assert seen not in rest.out
    assert "[1/" not in rest.out
    assert LAST in rest.out
    assert LAST not in again.out
    assert [ran.status for ran in (rest, again, run_alone("log", "audit"))] == [0, 0, 0]
    changes = run_alone("register", "diff", "2025-11-24", "2026-02-02", "--json").data
    assert [(change["no"], change["kind"]) for change in changes] == [(12, "renamed"), (23, "added")]


def test_no_stage_is_set_among_real_accounts(run_alone: Run) -> None:
    assert run_alone("init", "--admin", "boss", CORETECH_ADMIN_PASSWORD="rainy-harbour-lantern").status == 0  # noqa: S106 - a test's own

    ran = run_alone("--lang", "en", "demo", "--no-serve")

    assert (ran.status, ran.out) == (1, "")
    assert "has accounts of its own" in ran.err
