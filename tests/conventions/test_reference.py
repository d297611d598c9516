"""The generated reference says what the code says, and every setting is documented."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from coretech.cli import COMMANDS, main
from tools import reference

ROOT = Path(__file__).resolve().parents[2]


def test_the_generated_reference_is_up_to_date() -> None:
    assert reference.outdated() == []


def test_every_setting_from_the_environment_is_documented() -> None:
    documented = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    used = {
        name
        for path in (ROOT / "src/coretech").rglob("*.py")
        for name in re.findall(r'"((?:CORETECH_[A-Z_]+|DATABASE_URL))"', path.read_text(encoding="utf-8"))
    } - {"CORETECH_TEST_HOME"}

    assert sorted(name for name in used if f"`{name}`" not in documented) == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_section_with_all_its_options(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## coretech {name}\n")[2].partition("\n## ")[0]
    app = import_module(COMMANDS[name][0]).app
    words = [[each.name] for each in app.registered_commands if each.name] or [[]]
    for word in words:
        main([name, *word, "--help"])
        options = set(re.findall(r"^  (--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)) - {"--help"}
        own = section.partition(f"\n### coretech {' '.join([name, *word])}\n")[2].partition("\n### ")[0]
        assert own or not word
        assert sorted(each for each in options if f"`{each}" not in (own or section)) == []
