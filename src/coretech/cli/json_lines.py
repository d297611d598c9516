"""Many cases in JSON, a line each, answered as they come: nothing is kept but the line in hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from coretech.cli.json_input import parse_object
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

Answer = dict[str, object]
Case = Mapping[str, object]
Id = str | int


def answered(
    lines: Iterable[bytes], answer: Callable[[Case], Answer], language: str
) -> Iterator[tuple[Answer, bool]]:
    """An answer for each line in the order given, with whether the line was good.

    A bad line, or one whose answer is refused, is answered ``{"id", "error"}``, with ``field`` where one part is to
    blame; a line without an id has a null one, and is named by its number.
    """
    for number, line in enumerate(lines, start=1):
        of: Id | None = None
        try:
            case = _case(line)
            of = _id(case)
            told = answer(case)
        except Refused as refused:
            yield _error(of, number, refused, language), False
        else:
            yield {"id": of, **told}, True


def facts_of(case: Case) -> dict[str, object]:
    """The facts of a case.

    Raises:
        Refused: where they are missing or no object.
    """
    facts = case.get("facts")
    if not isinstance(facts, dict):
        raise bad_input("facts", "應為 JSON 物件 {…}", "should be a JSON object {…}")
    return facts


def _case(line: bytes) -> dict[str, object]:
    if not line.strip():
        raise bad_input("line", "空白行，沒有問題可答", "an empty line asks nothing")
    return parse_object(line.strip())


def _id(case: Case) -> Id:
    of = case.get("id")
    if isinstance(of, bool) or not isinstance(of, str | int):
        raise bad_input("id", "缺少，應為文字或整數", "missing; it should be text or a whole number")
    return of


def _error(of: Id | None, number: int, refused: Refused, language: str) -> Answer:
    field, sentence = refused.field, refused.sentence
    words = Sentence(f"{field}：{sentence.zh}", f"{field}: {sentence.en}")
    if of is None:
        words = Sentence(f"第 {number} 行：{words.zh}", f"line {number}: {words.en}")
    return {"id": of, "error": words.say(language), "field": field}
