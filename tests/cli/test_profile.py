"""``coretech profile``: what is published, a draft from a file, and its publication."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factories import profiles_factories as profiles

AS = ("--as", profiles.OFFICER)


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    profiles.staged()


def test_a_profile_is_taken_out_altered_drafted_and_published(run: Run, tmp_path: Path) -> None:
    content = run("profile", "show", "ic-14nm", "--json").data
    content["functions"].append(profiles.FUNCTION)
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    drafted = run("profile", "draft", "ic-14nm", str(file), *AS, "--json")
    published = run("profile", "publish", "ic-14nm", "--why", "one function more", *AS, "--json")

    assert (drafted.subject, published.data["act"]["kind"]) == ("profile/ic-14nm", "profile.published")
    assert run("profile", "list", "--json").data[0]["version"] == 2
    assert "for a test" in run("profile", "show", "ic-14nm").out
    assert "for a test" not in run("profile", "show", "ic-14nm", "--version", "1").out


def test_a_file_that_is_wrong_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "profile.json"
    file.write_text('{"readiness": [{"of_zh": "x"}]}', encoding="utf-8")
    ran = run("profile", "draft", "ic-14nm", str(file), *AS)

    assert ran.status == 2
    assert "readiness" in ran.err or "Readiness" in ran.err or "技術成熟度" in ran.err


def test_a_new_profile_is_begun_and_given_up(run: Run) -> None:
    named = ("--zh", "氮化鎵", "--en", "gallium nitride", "--authority", "moea")

    assert run("profile", "new", "gan", *named, *AS).status == 0
    assert run("profile", "show", "gan").status == 2
    assert run("profile", "discard", "gan", *AS).status == 0
