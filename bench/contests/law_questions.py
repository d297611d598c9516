"""The law answers mixed questions as they arrive, a line of JSON each; the peer only reads the lines."""

import json
from collections.abc import Iterator

from bench.contest import Contest
from bench.questions import AS_OF, mixed
from coretech.kit.sentence import Sentence
from coretech.law import ask

COUNT = 20_000


def contest() -> Iterator[Contest]:
    """Every question of the law in turn, the same in every run."""
    lines = list(mixed(COUNT))
    yield Contest(
        "law-questions",
        Sentence(
            "讀入並回答混合的法規問題；對照只做 json.loads",
            "read and answer mixed questions of law; the peer only does json.loads",
        ),
        "questions",
        COUNT,
        lambda: [ask(case["question"], case["facts"], as_of=AS_OF) for case in map(json.loads, lines)],
        lambda: [json.loads(line) for line in lines],
    )
