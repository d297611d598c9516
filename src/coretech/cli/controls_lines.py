"""Many cases for the controls, a line each, answered as they come: nothing is kept but the line in hand."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from coretech.cli.json_input import parse_object
from coretech.cli.law_input import on_day
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

Answer = dict[str, object]
Answering = Callable[[Mapping[str, object], dt.date | None], Answer]
Id = str | int


def answered(lines: Iterable[bytes], answer: Answering, language: str) -> Iterator[tuple[Answer, bool]]:
    """An answer for each line in the order given, with whether the line was good.

    A bad line is answered ``{"id", "error", "field"}``; one without an id has a null one and is named by its number.
    """
    for number, line in enumerate(lines, start=1):
        of: Id | None = None
        try:
            case = _case(line)
            of = _id(case)
            told = answer(_facts(case), _day(case))
        except Refused as refused:
            yield _error(of, number, refused, language), False
        else:
            yield {"id": of, **told}, True


def _case(line: bytes) -> dict[str, object]:
    if not line.strip():
        raise bad_input("line", "空白行，沒有可判斷的", "an empty line asks nothing")
    return parse_object(line.strip())


def _id(case: Mapping[str, object]) -> Id:
    of = case.get("id")
    if isinstance(of, bool) or not isinstance(of, str | int):
        raise bad_input("id", "id：缺少，應為文字或整數", "id: missing; it should be text or a whole number")
    return of


def _facts(case: Mapping[str, object]) -> dict[str, object]:
    facts = case.get("facts")
    if not isinstance(facts, dict):
        raise bad_input("facts", "facts：應為 JSON 物件 {…}", "facts: should be a JSON object {…}")
    return facts


def _day(case: Mapping[str, object]) -> dt.date | None:
    day = case.get("as_of")
    if day is None:
        return None
    if not isinstance(day, str):
        raise bad_input("as_of", "as_of：應為日期", "as_of: should be a day")
    return on_day(day)


def _error(of: Id | None, number: int, refused: Refused, language: str) -> Answer:
    words = refused.sentence
    if of is None:
        words = Sentence(f"第 {number} 行：{words.zh}", f"line {number}: {words.en}")
    return {"id": of, "error": words.say(language), "field": refused.field}
