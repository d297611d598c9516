"""Many questions of law, a line each."""

from collections.abc import Iterable, Iterator
from datetime import date

from coretech.cli.json_lines import Answer, Case, answered, facts_of
from coretech.kit.refusal import bad_input
from coretech.law import BadFacts, ask
from coretech.law.parameters import Parameters


def answer_lines(
    lines: Iterable[bytes], as_of: date, parameters: Parameters, language: str
) -> Iterator[tuple[Answer, bool]]:
    """A ruling for each line, as `answered` has it."""

    def ruling(case: Case) -> Answer:
        question, facts = _question(case), facts_of(case)
        try:
            return ask(question, facts, as_of=as_of, parameters=parameters).as_dict()
        except BadFacts as bad:
            raise bad_input(bad.field, bad.sentence.zh, bad.sentence.en) from None

    return answered(lines, ruling, language)


def _question(case: Case) -> str:
    question = case.get("question")
    if not isinstance(question, str):
        raise bad_input("question", "缺少要問的問題", "names no question")
    return question
