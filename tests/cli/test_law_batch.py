"""``coretech law ask --batch``: a line in, an answer out, in order, whatever the line holds."""

import itertools
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coretech.cli.law.batch import answer_lines
from coretech.law.parameters import ENACTED
from tests.cli.running import command


def batch(*lines: bytes) -> tuple[list[dict[str, object]], list[bool]]:
    answers = list(answer_lines(lines, date(2025, 3, 3), ENACTED, "en"))
    return [answer for answer, _ in answers], [good for _, good in answers]


def test_lines_are_answered_in_their_order_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "question": "office.director", "facts": {"count": 1}},
        {"id": 2, "question": "office.director", "facts": {"count": True}},
        {"id": "c", "question": "office.director", "facts": {"count": 2}, "expect": "left alone"},
    ]
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    ran = command("law", "ask", "--batch", str(file))
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 2
    assert [answer["id"] for answer in answers] == ["a", 2, "c"]
    assert [answer.get("outcome") for answer in answers] == ["yes", None, "no"]
    assert answers[1]["error"].startswith("count")


def test_a_batch_of_good_lines_ends_with_status_0() -> None:
    line = b'{"id": "a", "question": "office.director", "facts": {"count": 1}}'
    ran = command("law", "ask", "--batch", "-", given=b"\xef\xbb\xbf" + line + b"\r\n" + line)
    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 2)


@pytest.mark.parametrize(
    ("line", "of", "named"),
    [
        (b"\n", None, "empty line"),
        (b"{", None, "not valid JSON"),
        (b"\xff", None, "UTF-8"),
        (b"[1]", None, "JSON object"),
        (b'"a"', None, "JSON object"),
        (b'{"question": "office.director", "facts": {"count": 1}}', None, "id"),
        (b'{"id": null, "question": "office.director", "facts": {}}', None, "id"),
        (b'{"id": true, "question": "office.director", "facts": {}}', None, "id"),
        (b'{"id": "a", "facts": {}}', "a", "question"),
        (b'{"id": "a", "question": 3, "facts": {}}', "a", "question"),
        (b'{"id": "a", "question": "office.director"}', "a", "facts"),
        (b'{"id": "a", "question": "office.director", "facts": [1]}', "a", "facts"),
        (b'{"id": "a", "question": "office.director", "facts": {"count": NaN}}', None, "NaN"),
        (b'{"id": "a", "question": "office.director", "facts": {"count": 1, "count": 2}}', None, "count"),
        (b'{"id": "a", "question": "no.such", "facts": {}}', "a", "no.such"),
    ],
)
def test_a_line_that_asks_nothing_sensible_is_answered_by_an_error(
    line: bytes, of: str | None, named: str
) -> None:
    answers, good = batch(b'{"id": "z", "question": "office.director", "facts": {"count": 1}}', line)
    assert good == [True, False]
    assert answers[1]["id"] == of
    assert named in str(answers[1]["error"])
    assert ("line 2" in str(answers[1]["error"])) is (of is None)


def test_half_a_character_comes_back_escaped() -> None:
    line = b'{"id": "\\ud83d", "question": "office.director", "facts": {"count": 1}}'
    ran = command("law", "ask", "--batch", "-", given=line)
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["id"] == "\ud83d"


def test_a_batch_keeps_no_more_than_the_line_in_hand() -> None:
    def endless() -> Iterator[bytes]:
        for number in itertools.count():
            yield b'{"id": %d, "question": "office.director", "facts": {"count": 1}}' % number

    answers = answer_lines(endless(), date(2025, 3, 3), ENACTED, "zh")
    assert [answer["id"] for answer, _ in itertools.islice(answers, 3)] == [0, 1, 2]
