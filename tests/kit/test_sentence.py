"""A sentence is said in both languages or not at all."""

import pytest

from coretech.kit.sentence import Sentence


@pytest.mark.parametrize(("zh", "en"), [("", "words"), ("話", " ")])
def test_a_sentence_lacking_a_language_is_refused(zh: str, en: str) -> None:
    with pytest.raises(ValueError, match="both languages"):
        Sentence(zh, en)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "yes"), ("en-GB", "yes"), ("zh-hant", "是"), ("de", "是")]
)
def test_chinese_is_said_where_english_is_not_asked_for(language: str, words: str) -> None:
    assert Sentence("是", "yes").say(language) == words
