"""Commands run as people run them, on the stage and its clock; or in a process and a home of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from coretech.apps.audit.clock import set_demo_day
from coretech.cli import main
from tests import factories

COMMAND = (sys.executable, "-c", "import sys; from coretech.cli import main; sys.exit(main())")


@dataclass(frozen=True)
class Ran:
    """How a command went: its exit status and both streams."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever JSON the command printed
        """What ``--json`` printed."""
        return json.loads(self.out)

    @property
    def subject(self) -> str:
        """What the operation's act is about."""
        return str(self.data["act"]["subject"])

    @property
    def number(self) -> str:
        """The number in the act's subject."""
        return self.subject.split("/")[1]


Run = Callable[..., Ran]


@pytest.fixture
def run(
    stage: None,  # noqa: ARG001 - asked for, not read
    settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """``run("case", "list")`` on the stage, on the day the factories work on."""
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    set_demo_day(factories.DAY)

    def command(*arguments: str) -> Ran:
        capsys.readouterr()
        status = main(["--lang", "en", *arguments])
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return command


@pytest.fixture
def own_home(tmp_path: Path) -> dict[str, str]:
    """The environment of an installation of its own, where no command has run yet."""
    tmp_path.chmod(0o755)
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("CORETECH_", "LANG", "LC_"))
    }
    return {
        **kept,
        "CORETECH_HOME": str(tmp_path / "home"),
        "DJANGO_SETTINGS_MODULE": "coretech.config.settings",
    }


@pytest.fixture
def run_alone(own_home: dict[str, str]) -> Run:
    """``run_alone("register", "list")`` in a process of its own, on that installation."""

    def command(*arguments: str, **environment: str) -> Ran:
        done = subprocess.run(
            [*COMMAND, *arguments], env=own_home | environment, capture_output=True, check=False, timeout=120
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command
