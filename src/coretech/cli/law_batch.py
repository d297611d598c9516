"""Many questions, a line each, answered as they come: nothing is kept but the line in hand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from coretech.cli.json_input import parse_object
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.law import BadFacts, ask
from coretech.law.parameters import Parameters

Answer = dict[str, object]
Id = str | int


def answer_lines(
    lines: Iterable[bytes], as_of: date, parameters: Parameters, language: str
) -> Iterator[tuple[Answer, bool]]:
    """An answer for each line in the order given, with whether the line was good.

    A bad line is answered ``{"id", "error"}``, with ``field`` where one part is to blame; a line without an id
    has a null one, and is named by its number.
    """
    for number, line in enumerate(lines, start=1):
        of: Id | None = None
        try:
            case = _case(line)
            of = _id(case)
            ruling = ask(_question(case), _facts(case), as_of=as_of, parameters=parameters)
        except BadFacts as bad:
            yield _error(of, number, bad.field, bad.sentence, language), False
        except Refused as refused:
            yield _error(of, number, refused.field, refused.sentence, language), False
        else:
            yield {"id": of, **ruling.as_dict()}, True


def _case(line: bytes) -> dict[str, object]:
    if not line.strip():
        raise bad_input("line", "空白行，沒有問題可答", "an empty line asks nothing")
    return parse_object(line.strip())


def _id(case: Mapping[str, object]) -> Id:
    of = case.get("id")
    if isinstance(of, bool) or not isinstance(of, str | int):
        raise bad_input("id", "缺少，應為文字或整數", "missing; it should be text or a whole number")
    return of


def _question(case: Mapping[str, object]) -> str:
    question = case.get("question")
    if not isinstance(question, str):
        raise bad_input("question", "缺少要問的問題", "names no question")
    return question


def _facts(case: Mapping[str, object]) -> dict[str, object]:
    facts = case.get("facts")
    if not isinstance(facts, dict):
        raise bad_input("facts", "應為 JSON 物件 {…}", "should be a JSON object {…}")
    return facts


def _error(of: Id | None, number: int, field: str | None, sentence: Sentence, language: str) -> Answer:
    words = Sentence(f"{field}：{sentence.zh}", f"{field}: {sentence.en}")
    if of is None:
        words = Sentence(f"第 {number} 行：{words.zh}", f"line {number}: {words.en}")
    return {"id": of, "error": words.say(language), "field": field}
