"""Official scope questions: what was asked, who may read it, what was answered, what is told to everybody."""

from coretech.apps.scope.models.answers import Answer, AnswerDigest
from coretech.apps.scope.models.question import AskedTechnology, Question, QuestionStep, SealedText
from coretech.apps.scope.models.reading import ExpertOpinion, NamedReader, ReaderDeclaration, Verdict

__all__ = [
    "Answer",
    "AnswerDigest",
    "AskedTechnology",
    "ExpertOpinion",
    "NamedReader",
    "Question",
    "QuestionStep",
    "ReaderDeclaration",
    "SealedText",
    "Verdict",
]
