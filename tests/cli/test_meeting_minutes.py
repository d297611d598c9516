"""``coretech meeting minutes`` and ``coretech meeting statistics``."""

from pathlib import Path

import pytest

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Meeting
from tests.cli.conftest import Run
from tests.factories import minutes_factories


def test_minutes_go_from_draft_to_correction(run: Run, tmp_path: Path, over: Meeting) -> None:
    meeting = str(over.pk)

    def step(name: str, *given: str, by: str = "office") -> int:
        return run("meeting", "minutes", name, meeting, *given, "--as", by).status

    assert step("draft") == 0
    assert step("edit", "--discussion", "2:一個摘要", "--seen", "1") == 0
    assert step("edit", "--discussion", "2:另一個摘要", "--seen", "1") == 1
    assert step("sign", "--name", "召集人（示範）", by="member-01") == 0
    assert step("sign", "--name", "辦公室承辦人（示範）") == 0
    assert step("circulate", "--reply-until", "114.6.9") == 0
    assert step("reply", "--object", "--note", "漏記發言", by="member-02") == 0
    assert step("confirm") == 1
    assert step("correct", "--why", "誤植", "--opening", "致詞") == 1
    told = run("meeting", "minutes", "show", meeting, "--as", "office", "--json").data
    assert (told["state"], told["version"]) == ("circulating", 2)
    assert told["content"]["items"][1]["discussion"] == "一個摘要"
    assert told["content"]["items"][1]["wording"] == "照案通過。"

    target = tmp_path / "minutes.pdf"
    assert step("export", "--to", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert step("export", "--to", str(target)) == 2
    assert step("export", "--to", str(tmp_path / "minutes.doc")) == 2


def test_minutes_are_read_as_text(run: Run, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    shown = run("meeting", "minutes", "show", str(minutes.meeting_id), "--as", "member-05").out

    assert "7. Items for discussion" in shown
    assert minutes_factories.DISCUSSION in shown
    assert "for 11, against 1, abstaining 1" in shown


def test_a_recused_reader_gets_none_of_the_item(run: Run, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    for options in ((), ("--json",)):
        recused = ("--as", minutes_factories.RECUSED)
        shown = run("meeting", "minutes", "show", str(minutes.meeting_id), *recused, *options)
        assert shown.status == 0
        assert minutes_factories.DISCUSSION not in shown.out


def test_words_for_no_item_are_refused(run: Run, over: Meeting) -> None:
    meeting = str(minutes_factories.drafted(over).meeting_id)

    for given in ("9:text", "text", "2"):
        ran = run("meeting", "minutes", "edit", meeting, "--discussion", given, "--as", "office")
        assert ran.status == 2


@pytest.mark.usefixtures("over")
def test_the_statistics_of_a_body_are_told(run: Run) -> None:
    council = str(Body.objects.get(kind=Body.Kind.COUNCIL).pk)

    rows = run("meeting", "statistics", council, "--from", "2025-01-01", "--as", "office", "--json").data

    assert {"measure": "meetings", "seat": "", "name": "", "class": "held", "method": "", "value": 1} in rows
    assert run("meeting", "statistics", council, "--as", "announcer").status == 1
