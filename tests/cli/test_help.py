"""Every command explains itself in both languages, and pure ones start without Django."""

import subprocess
import sys

import pytest

from coretech.cli import COMMANDS, main
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_in_both_languages(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == 0

    text = capsys.readouterr().out
    assert "Usage: coretech" in text
    assert " / " in text


def test_an_option_that_is_missing_is_bad_input_in_the_readers_language(run: Run) -> None:
    ran = run("case", "withdraw", "2025-0001", "--as", "office")

    assert ran.status == 2
    assert "--why" in ran.err


def test_help_and_law_start_without_django() -> None:
    code = (
        "import sys; from coretech.cli import main; main(['--help']); main(['law', 'questions']); "
        "sys.exit('django' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
