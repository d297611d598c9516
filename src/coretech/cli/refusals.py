"""Refusals as the command says them: the sentence, and the article it comes from."""

from coretech.kit.refusal import Because, Refused
from coretech.kit.sentence import Sentence
from coretech.law.citation import all_cited


def with_article(refused: Refused) -> Sentence:
    """The refusal's sentence, with the articles of the ruling behind it where there is one."""
    if refused.ruling is None:
        return refused.sentence
    articles = articles_of(refused.ruling)
    return Sentence(f"{refused.sentence.zh}（{articles.zh}）", f"{refused.sentence.en} ({articles.en})")


def articles_of(ruling: Because) -> Sentence:
    """The paragraphs a ruling cites."""
    return all_cited(ruling.cited.split(", "))
