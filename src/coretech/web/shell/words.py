"""Words in the language of the page being drawn."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from django.utils.functional import lazy
from django.utils.translation import get_language

from coretech.kit.sentence import Language, Sentence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

HTML_LANG: dict[Language, str] = {"zh": "zh-Hant-TW", "en": "en"}


def language() -> Language:
    """The language of the page: English under ``/en/``, Chinese everywhere else."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def say(sentence: Sentence) -> str:
    """The sentence in the language of the page."""
    return sentence.say(language())


def tr(zh: str, en: str) -> str:
    """One of two wordings, for words that belong to one template only."""
    return en if language() == "en" else zh


def settled() -> Mapping[str, Callable[..., str]]:
    """`say` and `tr` for a page whose language will not change, so that it is not asked for anew at every word."""
    return _SETTLED[language()]


_SETTLED: Mapping[Language, Mapping[str, Callable[..., str]]] = {
    "zh": {"say": attrgetter("zh"), "tr": lambda zh, en: zh},  # noqa: ARG005 - called as `tr` is
    "en": {"say": attrgetter("en"), "tr": lambda zh, en: en},  # noqa: ARG005 - called as `tr` is
}

_both = lazy(tr, str)


def both(zh: str, en: str) -> "Words":
    """Words that choose their language when they are shown: for form labels, which are made once."""
    return cast("Words", _both(zh, en))


def upfirst(words: str) -> str:
    """The words with their first letter large: the law's reasons begin small, since they are also quoted."""
    return words[:1].upper() + words[1:]
