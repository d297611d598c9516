"""The generated reference says what the code says, and every setting is documented."""

import re
from pathlib import Path

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
