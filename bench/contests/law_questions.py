"""The law answers mixed questions as they arrive, a line of JSON each; the peer only reads the lines."""

import json
import random
from collections.abc import Iterator
from datetime import date

from bench.contest import Contest
from coretech.kit.sentence import Sentence
from coretech.law import ask

COUNT = 20_000
SEED = 20231205  # the day of the first list
AS_OF = date(2025, 11, 24)


def contest() -> Iterator[Contest]:
    """Quorums, votes, compositions and terms in random order, the same in every run."""
    lines = list(_lines(random.Random(SEED)))  # noqa: S311 - a reproducible mix, nothing secret
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


def _lines(chance: random.Random) -> Iterator[str]:
    makers = (_quorum, _composition, _resolution)
    for number in range(COUNT):
        question, facts = makers[number % len(makers)](chance)
        yield json.dumps({"id": number, "question": question, "facts": facts})


def _quorum(chance: random.Random) -> tuple[str, dict[str, object]]:
    members = chance.randint(21, 27)
    return "meeting.quorum", {"members_in_office": members, "present": chance.randint(0, members)}


def _composition(chance: random.Random) -> tuple[str, dict[str, object]]:
    post = chance.choice(("minister", None))
    return "council.composition", {"members_in_office": chance.randint(15, 30), "convener_post": post}


def _resolution(chance: random.Random) -> tuple[str, dict[str, object]]:
    present = chance.randint(11, 25)
    in_favour = chance.randint(0, present)
    votes = {"for": in_favour, "against": present - in_favour, "abstain": 0}
    return "meeting.resolution", {"members_in_office": 25, "entitled_present": present, **votes}
