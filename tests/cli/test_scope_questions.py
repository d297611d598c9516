"""``coretech question``."""

from pathlib import Path

from coretech.apps.audit.links import secret_of
from coretech.apps.scope import keeping
from coretech.apps.scope.models import Question
from tests.cli.conftest import Run
from tests.factories import scope_factories as scope

OFFICER = ("--as", "agency-nstc")
ASK = (
    *("question", "ask", "--name", scope.SENDER, "--contact", scope.CONTACT),
    *("--technology", "天線", "--text", "相位陣列天線。"),
)


def test_anybody_asks_seals_a_file_and_is_told_where_to_follow_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(scope.SECRET, encoding="utf-8")

    sent = run(*ASK, "--item", "12", "--secret-file", str(file), "--json")

    assert sent.data["follow"] == f"/scope/questions/follow/{secret_of(sent.subject)}/"
    assert keeping.text_of(Question.objects.get().sealed_texts.get()) == scope.SECRET
    assert run(*ASK).status == 2


def test_an_officer_lists_takes_asks_back_and_transfers_without_seeing_who_asks(run: Run) -> None:
    scope.received(scope.of())
    number = "114-Q-0001"
    told = run("question", "list", *OFFICER, "--json")
    assert told.data[0]["number"] == number
    assert scope.SENDER not in run("question", "show", number, *OFFICER).out

    assert run("question", "take", number, *OFFICER).status == 0
    assert run("question", "ask-back", number, "--text", "頻段？", *OFFICER).status == 0
    assert Question.objects.get().state == "asked_back"
    refused = run("question", "transfer", number, "--authority", "moea", "--why", "x", *OFFICER)
    assert refused.status != 0
    assert run("question", "list").status != 0


def test_a_question_is_answered_and_its_digest_is_for_everybody(run: Run) -> None:
    question = scope.in_hand(scope.of())
    answered = run("question", "answer", question.number, "--verdict", "out", "--text", "無涉。", *OFFICER)
    assert answered.status == 0
    question.refresh_from_db()

    scope.published(question)

    assert run("question", "answers", "--json").data[0]["verdict"] == "out"
    assert "114-D-0001" in run("question", "answers", "antenna").out
