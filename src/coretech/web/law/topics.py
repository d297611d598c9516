"""All questions of the law, grouped by what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.kit.sentence import Sentence
from coretech.law.describe import Described
from coretech.law.question import Question

TOPICS = {
    "meeting": Sentence("會議", "Meetings"),
    "stand_in": Sentence("指派代表", "Stand-ins"),
    "recusal": Sentence("迴避", "Recusal"),
    "term": Sentence("任期", "Terms"),
    "vacancy": Sentence("補聘", "Vacancies"),
    "council": Sentence("審議會的組成", "The council"),
    "office": Sentence("關鍵技術辦公室", "The Office"),
    "dossier": Sentence("提報資料", "Dossiers"),
    "panel": Sentence("專家審查會", "Expert panels"),
    "duty": Sentence("每年的義務", "Yearly duties"),
    "change": Sentence("變更", "Changes"),
    "announcement": Sentence("公告", "Announcement"),
}
"""By the first word of a question's name, those of a meeting day first."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The questions about one thing."""

    name: Sentence
    questions: tuple[Question, ...]


def topics(described: Iterable[Described]) -> list[Topic]:
    """Every question under its topic."""
    asked = [each.question for each in described]
    return [
        Topic(name, tuple(question for question in asked if question.id.split(".")[0] == word))
        for word, name in TOPICS.items()
    ]
