"""``coretech init`` and the first command on an empty home."""

import subprocess

import pytest

from tests.cli.conftest import COMMAND, Run

WEAK = {"CORETECH_ADMIN_PASSWORD": "short"}
PASSWORD = {"CORETECH_ADMIN_PASSWORD": "rainy-harbour-lantern"}


def test_two_first_commands_at_the_same_moment_both_find_the_bundled_data(own_home: dict[str, str]) -> None:
    asking = [
        subprocess.Popen(
            [*COMMAND, "register", "list"], env=own_home, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]

    told = [process.communicate(timeout=120) for process in asking]

    assert [process.returncode for process in asking] == [0, 0]
    assert [(len(out.splitlines()), err) for out, err in told] == [(22, b""), (22, b"")]


def test_an_administrator_is_made_once_and_may_read_the_log(run_alone: Run) -> None:
    first = run_alone("--lang", "en", "init", "--admin", "boss", **PASSWORD)
    second = run_alone("--lang", "en", "init", "--admin", "boss", **PASSWORD)
    acts = run_alone("log", "list", "--as", "boss", "--json")

    assert (first.status, second.status) == (0, 0)
    assert "The administrator boss was made." in first.out
    assert "nothing was changed" in second.out
    assert [act["kind"] for act in acts.data] == [
        "agreement.bundled",
        "plan.bundled",
        "indicator.bundled",
        "supply.bundled",
        "list.bundled",
        "profile.bundled",
        "watch.bundled",
        "register.opened",
        "accounts.administrator_created",
    ]


def test_a_weak_password_or_a_bad_name_makes_nobody(run_alone: Run) -> None:
    weak = run_alone("--lang", "en", "init", "--admin", "boss", **WEAK)
    named = run_alone("--lang", "en", "init", "--admin", "a b", **PASSWORD)
    silent = run_alone("--lang", "en", "init", "--admin", "boss")

    assert (weak.status, named.status, silent.status) == (2, 2, 2)
    assert "A password has 12 characters" in weak.err
    assert "A name holds letters" in named.err
    assert "CORETECH_ADMIN_PASSWORD" in silent.err


@pytest.mark.parametrize(
    ("url", "sentence"),
    [("nonsense", "DATABASE_URL"), ("postgresql://nobody@127.0.0.1:1/none", "The database cannot be used")],
)
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(
    run_alone: Run, url: str, sentence: str
) -> None:
    ran = run_alone("--lang", "en", "register", "list", DATABASE_URL=url)

    assert (ran.status, ran.out) == (1, "")
    assert sentence in ran.err
    assert "Traceback" not in ran.err


def test_a_home_that_is_a_file_is_said_in_a_sentence(run_alone: Run, own_home: dict[str, str]) -> None:
    with open(own_home["CORETECH_HOME"], "w", encoding="ascii") as file:  # noqa: PTH123 - the name is text
        file.write("not a folder")

    ran = run_alone("--lang", "en", "register", "list")

    assert ran.status == 1
    assert "Traceback" not in ran.err
