"""The benchmark of many questions: what it asks, how a program is measured, and what becomes of a missing peer."""

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.contests import law_batch
from bench.program import Program
from bench.questions import AS_OF, mixed
from coretech.law import ask, questions

MEBIBYTE = 2**20


def test_the_mix_asks_every_question_and_all_can_be_answered() -> None:
    asked = [json.loads(line) for line in mixed(400)]
    answers = [ask(each["question"], each["facts"], as_of=AS_OF) for each in asked]

    assert {answer.question for answer in answers} == {each.question.id for each in questions()}
    assert {answer.outcome.value for answer in answers} == {"yes", "no", "not_applicable"}


def test_the_mix_is_the_same_in_every_run() -> None:
    assert list(mixed(400)) == list(mixed(400))


def test_a_program_is_run_to_its_end_and_its_peak_is_its_own(tmp_path: Path) -> None:
    held = bytearray(300 * MEBIBYTE)
    program = Program((sys.executable, "-c", f"x = bytearray({80 * MEBIBYTE}); print(len(x))"), tmp_path)

    program()

    assert program.output.read_text() == f"{80 * MEBIBYTE}\n"
    assert 80 * MEBIBYTE < program.peak < len(held)


def test_a_program_that_fails_ends_the_measuring(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        Program((sys.executable, "-c", "raise SystemExit(2)"), tmp_path)()


def test_where_the_peer_cannot_be_fetched_it_is_left_out_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with contextmanager(law_batch.contest)(400) as contest:
        contest.ours()
        remarks = contest.remarks()

    assert contest.peer is None
    assert "MB" in remarks[0].en
    assert remarks[1] == law_batch.NO_PEER


def test_a_peer_that_answers_otherwise_is_no_peer(tmp_path: Path) -> None:
    ours, same, other = (tmp_path / name for name in ("ours", "same", "other"))
    ours.write_text('{"id": 0, "outcome": "yes", "articles": ["5.3"]}\n')
    same.write_text('{"id": 0, "outcome": "yes"}\n')
    other.write_text('{"id": 0, "outcome": "no"}\n')

    law_batch.see_the_same(ours, same)
    with pytest.raises(law_batch.DifferError):
        law_batch.see_the_same(ours, other)
